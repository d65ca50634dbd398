/** The KPI view: series as small charts with their tables, on the shipped report and on a small one with zeros. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { SHIPPED, TINY } from "../helpers.ts";
import { expect, expectSound, test } from "./fixtures.ts";

const ENERGY = "Data centres: total energy use";
const EMISSIONS = "Data centres: greenhouse gas emissions (scope 1 and 2)";
const PUE = "Data centres: average PUE";

const panel = (page: Page) => page.getByRole("complementary", { name: "Details" });
const bar = (page: Page, name: string) => page.getByRole("navigation", { name });

/** The card of a KPI, brought in sight: what is far from it is not drawn. */
async function cardOf(page: Page, name: string): Promise<Locator> {
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 4, name, exact: true }) });
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByRole("img", { name })).toBeVisible();
  return card;
}

/** Periods and values of a KPI as they stand in the data. */
async function observed(kpi: string): Promise<[string, string][]> {
  const csv = await readFile(`${SHIPPED}observations.csv`, "utf8");
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.filter((row) => row.kpi === kpi).map((row) => [row.period, row.value]);
}

const cells = (table: Locator) =>
  table
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.replace("○", "").trim() ?? "")),
    );

test("2019 against 2020 for the data centres' energy, emissions and PUE", async ({ page }) => {
  await page.goto("./?lang=en");
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "KPIs" }).click();
  await page
    .getByRole("navigation", { name: "Filters" })
    .getByRole("link", { name: /Climate action/ })
    .click();
  await expect(page).toHaveURL(/view=kpis/);

  for (const [name, id, change] of [
    [ENERGY, "a3-dc-energy-total", "+16.4 %"],
    [EMISSIONS, "a3-dc-ghg-total", "+10.5 %"],
    [PUE, "a3-dc-average-pue", "−2.2 %"],
  ]) {
    const card = await cardOf(page, name);
    const rows = await cells(card.getByRole("table", { name }));
    expect(rows.map(([period, value]) => [period, value])).toEqual(await observed(id));
    expect(rows[2][2], `${name}: 2020 against 2019`).toBe(change);
  }
  const pue = await cardOf(page, PUE);
  expect((await cells(pue.getByRole("table"))).map((row) => row[1])).toEqual(["1.37", "1.35", "1.32"]);
  await expect(pue).toContainText("−3.6 % from 2018 to 2020");
  await expect(pue).toContainText("Better: lower is better");
  await expect(pue).toContainText(/2018, 2019, 2020 corrected/);
  await expect(pue.getByRole("img", { name: "corrected: see below" })).toHaveCount(3);
  const energy = await cardOf(page, ENERGY);
  await expect(energy).toContainText("Worse: lower is better");
  await expect(energy).toContainText("兆瓦时 (MWh)");

  await energy.getByRole("link", { name: "1,515,181.56" }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(ENERGY);
  await expect(panel(page)).toContainText("line 2503");
  await expect(page.getByRole("heading", { level: 4, name: ENERGY }), "the view stays").toBeVisible();
});

test("values by the first year, per employee and per revenue, each with its base", async ({ page }) => {
  await page.goto("./?view=kpis&lang=en&goal=13");
  await bar(page, "Values").getByRole("link", { name: "First year = 100" }).click();
  let card = await cardOf(page, EMISSIONS);
  expect((await cells(card.getByRole("table"))).map((row) => row[2])).toEqual(["100.0", "121.3", "134.0"]);

  await bar(page, "Values").getByRole("link", { name: "Per employee" }).click();
  const notes = page.locator(".kpi-notes");
  await expect(notes.getByRole("link", { name: "Employees, total" })).toBeVisible();
  await expect(notes).toContainText("2020: 85,858");
  card = await cardOf(page, ENERGY);
  expect((await cells(card.getByRole("table"))).map((row) => row[2])).toEqual(["17.29", "20.69", "17.65"]);
  await expect(card).toContainText("兆瓦时/人 (MWh per person)");
  await expect(await cardOf(page, PUE)).toContainText("Not an amount, so not divided: as printed.");
  await expect(await cardOf(page, "Office buildings: total energy use")).toContainText("a base of its own");

  await bar(page, "Values").getByRole("link", { name: "Per revenue" }).click();
  await expect(notes.getByRole("link", { name: "Total revenue" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/per=head/);
});

test("by section or by goal, all of them or those of the selection", async ({ page }) => {
  await page.goto("./?view=kpis&lang=en");
  await expect(page.getByText("55 KPIs with values that can be compared, 390 without.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Appendix 3: key performance table" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 4 })).toHaveCount(55);
  expect(await page.locator("svg.trend").count(), "only what is near is drawn").toBeLessThan(30);
  await bar(page, "Grouped by").getByRole("link", { name: "Goal" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "13 Climate action" })).toBeVisible();
  await page.goto("./?view=kpis&lang=en&group=goal&goal=13");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(["13 Climate action"]);
  await page.getByText(/KPIs without a series/).click();
  await expect(page.getByRole("link", { name: /CO2 avoided by the Tianjin/ })).toContainText("2020");
  await page.goto("./?view=kpis&lang=en&goal=14&year=2018");
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();
});

test("by keyboard alone: divide, go to a value, open its evidence, close it", async ({ page }) => {
  await page.goto("./?view=kpis&lang=en&q=data%20centre");
  await bar(page, "Values").getByRole("link", { name: "As printed" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/per=index/);
  const value = page.getByRole("link", { name: "1,301,161.66" });
  const isFocused = () => value.evaluateAll(([link]) => link !== undefined && link === document.activeElement);
  for (let i = 0; i < 200 && !(await isFocused()); i++) await page.keyboard.press("Tab");
  await expect(value).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(ENERGY);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
});

test("the sheets hold the numbers of the screen, the figure its charts", async ({ page }) => {
  await page.goto("./?view=kpis&lang=en&q=data%20centre&per=head");
  const take = async (name: string) => {
    await page.getByRole("button", { name: "Take it away" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).first().click();
    const text = await readFile(await (await download).path(), "utf8");
    await page.keyboard.press("Escape");
    return text;
  };
  const svg = await take("Picture (SVG)");
  for (const text of [PUE, "17.29", "20.69", "17.65", "derived or corrected"]) expect(svg).toContain(text);
  const csv = await take("Tables (CSV)");
  expect(csv).toContain("a3-dc-average-pue");
});

/** A small report whose KPI has a zero, no revenue, and a name that would be markup. */
const ZEROS = {
  ...TINY,
  "kpis.csv": TINY["kpis.csv"].replace(",PUE,", ",<img src=x onerror=alert(1)>,"),
  "observations.csv":
    "kpi,period,value,qualifier,status,evidence,note\npue,2018,5,,reported,e3,\npue,2019,0,,reported,e3,\npue,2021,7,,derived,e3,<b>why</b>\n",
};

test.describe(() => {
  // A report that is not shipped has no pack; its tables are read instead.
  test.use({ expectedFaults: /pack\.json/ });
  test("a zero has no place on a logarithmic axis, a lost year is a gap, and data are never markup", async ({
    page,
  }) => {
    await page.route("**/data/tiny/*", (route) => {
      const body = ZEROS[new URL(route.request().url()).pathname.split("/").pop() as keyof typeof ZEROS] as string;
      return body ? route.fulfill({ body }) : route.fulfill({ status: 404 });
    });
    await page.goto("./?report=tiny&view=kpis&lang=en&scale=log&per=revenue");
    await expect(
      page.getByText("No logarithmic axis: it has no place for 0 or less (2019). Drawn linear."),
    ).toBeVisible();
    await expect(page.getByText(/No KPI of this report can be recognised as the whole revenue/)).toBeVisible();
    expect(await cells(page.getByRole("table"))).toEqual([
      ["2018", "5", ""],
      ["2019", "0", "−100 %"],
      ["2020", "not known", ""],
      ["2021", "7", ""],
    ]);
    await expect(page.locator(".trend .gap")).toHaveCount(1);
    await expect(page.locator(".trend .hollow")).toHaveCount(1);
    await expect(page.getByText("<b>why</b>")).toBeVisible();
    await expect(page.locator(".kpis img")).toHaveCount(0);
  });
});

const STATES = {
  "all, by section": "view=kpis",
  "per employee, logarithmic, by goal": "view=kpis&per=head&scale=log&group=goal&goal=7",
  "with the panel": "view=kpis&q=PUE&per=index&item=a3-dc-average-pue",
};

for (const [name, search] of Object.entries(STATES)) {
  for (const [look, options] of Object.entries({
    "wide, light, English": { viewport: { width: 1440, height: 900 }, colorScheme: "light", lang: "en" },
    "wide, dark, Chinese": { viewport: { width: 1440, height: 900 }, colorScheme: "dark", lang: "zh" },
    "narrow, light, Chinese": { viewport: { width: 390, height: 844 }, colorScheme: "light", lang: "zh" },
    "narrow, dark, English": { viewport: { width: 390, height: 844 }, colorScheme: "dark", lang: "en" },
  } as const)) {
    test(`axe finds nothing: ${name}, ${look}`, async ({ page }) => {
      await page.setViewportSize(options.viewport);
      await page.emulateMedia({ colorScheme: options.colorScheme });
      await page.goto(`./?${search}&lang=${options.lang}`);
      await expect(page.locator("svg.trend").first()).toBeVisible();
      if (search.includes("item=")) await expect(page.getByRole("complementary")).toBeVisible();
      await expectSound(page);
    });
  }
}
