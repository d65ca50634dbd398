/** The comparison: its journeys on the shipped report, two reports, what goes wrong, and its looks. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { TINY } from "../helpers.ts";
import { expect, expectSound, test } from "./fixtures.ts";

const numberIn = (text: string | null): number => Number(/[\d,]+/.exec(text ?? "")?.[0].replaceAll(",", ""));
const view = (page: Page) => page.locator(".compare");
const panel = (page: Page) => page.getByRole("complementary", { name: "Details" });
const shared = (page: Page) => page.locator(".overlap");
const goals = (page: Page) => page.locator("#compare-goals table");
const kpiRow = (page: Page, name: RegExp) => page.locator(".kpi-changes").getByRole("row", { name });

/** The numbers of a row: only in A, in both, only in B. */
async function parts(page: Page, name: "Entities" | "Alignments"): Promise<number[]> {
  await expect(shared(page)).toBeVisible();
  const cells = await shared(page).getByRole("row", { name }).getByRole("link").allTextContents();
  return cells.map(numberIn);
}

/** The numbers of a column of the goals. */
async function column(page: Page, cell: number): Promise<number[]> {
  const texts = await goals(page).locator(`tbody tr td:nth-of-type(${cell}) .n`).allTextContents();
  return texts.map(numberIn);
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

test("2019 against 2020 for the data centres' energy, emissions and PUE", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("combobox", { name: "Search" }).fill("Tencent data centres");
  await page
    .getByRole("option", { name: /^Tencent data centres/ })
    .first()
    .click();
  await panel(page).getByRole("link", { name: "Focus on this" }).click();
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await page.getByRole("link", { name: "2020 against 2019" }).click();
  await expect(page).toHaveURL(
    /year=2020&.*focus=tencent-data-centers.*&against=year%3D2019%26focus%3Dtencent-data-centers/,
  );

  const energy = kpiRow(page, /^Data centres: total energy use/);
  await expect(energy).toContainText("1,515,181.56");
  await expect(energy).toContainText("1,301,161.66");
  await expect(energy).toContainText("+214,019.90");
  await expect(energy).toContainText("+16.4 %");
  await expect(energy).toContainText("A is worse");
  const emissions = kpiRow(page, /^Data centres: greenhouse gas emissions/);
  await expect(emissions).toContainText("+77,765.59");
  await expect(emissions).toContainText("+10.5 %");
  const pue = kpiRow(page, /average PUE/);
  await expect(pue).toContainText("1.32");
  await expect(pue).toContainText("1.35");
  await expect(pue).toContainText("−0.03");
  await expect(pue).toContainText("A is better");
  await expect(pue.getByText("corrected")).toHaveCount(2);
  await expect(view(page)).toContainText("more alignments there is no growth");

  // The value leads to its evidence, and the comparison stays.
  await pue.getByRole("link", { name: "1.32" }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("Data centres: average PUE");
  await expect(panel(page)).toContainText("line 2508");
  await expect(kpiRow(page, /average PUE/)).toBeVisible();

  // Swapped, what was better is worse.
  await page.getByRole("link", { name: "Swap A and B" }).click();
  await expect(page.locator(".chips")).toContainText("2019");
  await expect(kpiRow(page, /average PUE/)).toContainText("+0.03");
  await expect(kpiRow(page, /average PUE/)).toContainText("A is worse");
});

test("stated against our reading: the same numbers as the switch, the goals and the table", async ({ page }) => {
  await page.goto("./?view=compare");
  const switched = page.getByRole("navigation", { name: "What counts" });
  const all = numberIn(await switched.getByRole("link", { name: /With our reading/ }).textContent());
  const stated = numberIn(await switched.getByRole("link", { name: /Stated only/ }).textContent());
  await page.getByRole("link", { name: "Stated against our reading" }).click();
  await expect(shared(page)).toBeVisible();
  expect(await parts(page, "Alignments")).toEqual([stated, 0, all - stated]);
  const [onlyStated, both, onlyRead] = await parts(page, "Entities");
  expect(await column(page, 1).then(sum)).toBe(stated);
  expect(await column(page, 2).then(sum)).toBe(all - stated);

  // Each list holds as many entities as it says.
  for (const [id, n] of [
    ["only-a", onlyStated],
    ["in-both", both],
    ["only-b", onlyRead],
  ] as const) {
    await expect(page.locator(`#${id} h3`)).toContainText(`${n} entit`);
  }
  // A number leads to what it counts.
  const row = goals(page).getByRole("row", { name: /Good health and well-being/ });
  const promised = numberIn(await row.getByRole("cell").nth(1).textContent());
  await row.getByRole("cell").nth(1).getByRole("link").click();
  await expect(page.getByRole("region", { name: `Alignments: ${promised} rows` })).toBeVisible();
  await page.goBack();
  await expect(row.getByRole("cell").nth(1)).toContainText(String(promised));
});

test("keeps what is filtered as B, and filters on; Back undoes; B can be removed", async ({ page }) => {
  await page.goto("./?view=compare&goal=4");
  await page.getByRole("link", { name: "Keep this as B" }).click();
  await expect(page).toHaveURL(/against=goal%3D4$/);
  await expect(view(page)).toContainText("Only in A");
  const same = await parts(page, "Alignments");
  expect([same[0], same[2]]).toEqual([0, 0]);
  await expect(view(page)).toContainText("A and B hold the same.");
  await page
    .getByRole("navigation", { name: "Filters" })
    .getByRole("link", { name: /^Initiatives/ })
    .click();
  await expect.poll(() => parts(page, "Alignments").then((n) => n[2])).toBeGreaterThan(0);
  const [a, both, b] = await parts(page, "Alignments");
  expect(a).toBe(0);
  expect(both + b).toBe(same[1]);
  // B's own filter, taken away: B is the whole report.
  await page
    .getByRole("region", { name: /^B:/ })
    .getByRole("link", { name: /Remove the filter/ })
    .click();
  await expect(page).toHaveURL(/against=%3F$/);
  await expect(page.getByRole("region", { name: /^B:/ })).toContainText("No filter: the whole report.");
  await page.goBack();
  await expect(page).toHaveURL(/against=goal%3D4$/);
  await page.getByRole("link", { name: "Remove B" }).click();
  await expect(page.getByRole("heading", { name: "Set one selection against another" })).toBeVisible();
  await expect(page).not.toHaveURL(/against/);
});

test("unit against unit, by another dimension; lists and entities by keyboard", async ({ page }) => {
  await page.goto("./?view=compare");
  await page.getByLabel("A: Business unit").selectOption("A: Tencent Cloud");
  await expect(page).toHaveURL(/unit=tencent-cloud/);
  await page.getByLabel("B: Business unit").selectOption("B: Tencent Healthcare");
  await expect(page).toHaveURL(/against=unit%3Dtencent-healthcare/);
  await expect(goals(page).getByRole("columnheader").nth(1)).toHaveText("A · Tencent Cloud");
  await page.getByLabel("Difference by").selectOption("Role");
  await expect(page).toHaveURL(/by=role/);
  await expect(page.getByRole("row", { name: /^avoids harm|^benefits people/ }).first()).toBeVisible();
  // A list opens, and an entity of it.
  const group = page.locator("#only-a details").first();
  await group.locator("summary").focus();
  if ((await group.getAttribute("open")) === null) await page.keyboard.press("Enter");
  await group.getByRole("link").first().focus();
  const name = await group.getByRole("link").first().textContent();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(name!.trim());
  // The anchors lead down the page.
  await page.getByRole("link", { name: "One by one" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "One by one" })).toBeInViewport();
});

/** Serves a small report as a folder beside the shipped one: data centres under another id, a figure of 2021, hostile text. */
async function serveOther(page: Page, files: Record<string, string> = {}): Promise<void> {
  const other: Record<string, string> = {
    ...TINY,
    "datapackage.json": TINY["datapackage.json"]
      .replace('"Tiny"', '"<b>Other</b> report"')
      .replace("tiny", "other-report"),
    "products.csv": TINY["products.csv"].replace(
      "center,数据中心,Data Center",
      "center,腾讯数据中心,TENCENT DATA CENTRES",
    ),
    "kpis.csv": TINY["kpis.csv"].replace("pue,能效,PUE", "pue,能效,Data centres: average PUE"),
    "observations.csv": "kpi,period,value,qualifier,status,evidence,note\npue,2021,1.28,average,reported,e3,\n",
    "initiatives.csv": TINY["initiatives.csv"].replace("Rural School", '"<img src=x onerror=alert(1)>"'),
    ...files,
  };
  await page.route("**/data/other-report/**", (route) => {
    const body = other[new URL(route.request().url()).pathname.split("/other-report/")[1]];
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body });
  });
}

test("two reports: matched by id and name, KPIs too, and links lead into the other report", async ({ page }) => {
  await serveOther(page);
  await page.goto("./?view=compare&goal=9");
  await page.getByLabel("Folder of the other report").fill("other-report");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page).toHaveURL(/against=report%3Dother-report%26goal%3D9$/);
  const b = page.getByRole("region", { name: /^B:/ });
  await expect(b).toContainText("Report: <b>Other</b> report");
  await expect(b).toContainText("Goal: 9 Industry");
  await expect(view(page)).toContainText("Two reports: entities are the same by their id");
  // `center` serves 9.4, the shipped `tencent-data-centers` 9 and 9.1: the same entity, other alignments.
  const [, both, onlyB] = await parts(page, "Entities");
  expect([both, onlyB]).toEqual([1, 0]);
  const [, sharedAlignments, onlyInB] = await parts(page, "Alignments");
  expect([sharedAlignments, onlyInB]).toEqual([0, 1]);
  const item = page.locator("#in-both").getByRole("listitem").filter({ hasText: "Tencent data centres" });
  await expect(item).toContainText("2 alignments only in A, 1 only in B");
  const pue = kpiRow(page, /average PUE/);
  await expect(pue).toContainText("1.32");
  await expect(pue).toContainText("1.28");
  await expect(pue).toContainText("+0.04");
  await expect(pue.getByRole("link", { name: "1.28" })).toHaveAttribute("href", /report=other-report/);

  // Without the filter, hostile names are text.
  await b.getByRole("link", { name: /Remove the filter/ }).click();
  await expect(page).toHaveURL(/against=report%3Dother-report$/);
  const hostile = page.locator("#only-b").getByRole("link", { name: "<img src=x onerror=alert(1)>" });
  await expect(hostile).toBeVisible();
  await expect(page.locator(".compare img")).toHaveCount(0);
  const [there] = await Promise.all([page.waitForEvent("popup"), hostile.click()]);
  await expect(there).toHaveURL(/report=other-report&.*item=school/);
});

test.describe("a report that the build did not pack", () => {
  test.use({ expectedFaults: /other-report\/pack\.json/ });

  test("swaps places with the one on the table", async ({ page }) => {
    await serveOther(page);
    await page.goto("./?view=compare&against=report%3Dother-report");
    await expect(shared(page)).toBeVisible();
    const [a, both, b] = await parts(page, "Entities");
    expect(both).toBeGreaterThan(0);
    expect(a).toBeGreaterThan(b);
    await page.getByRole("link", { name: "Swap A and B" }).click();
    await expect(page).toHaveURL(/report=other-report&.*against=report%3Dtencent-2020$/);
    await expect(page.getByRole("region", { name: /^A:/ })).toContainText("<b>Other</b> report");
    await expect.poll(() => parts(page, "Entities")).toEqual([b, both, a]);
  });
});

test.describe("what goes wrong with B", () => {
  test.use({ expectedFaults: /other-report|ERR_FAILED/ });

  test("unknown parts of its address are said, not lost", async ({ page }) => {
    await page.goto("./?view=compare&against=unit%3Dnobody%26goal%3D4%26colour%3Dred");
    const notice = page.getByRole("alert");
    await expect(notice).toContainText("unit=nobody");
    await expect(notice).toContainText("colour=red");
    await expect(page.getByRole("region", { name: /^B:/ })).toContainText("Goal: 4");
  });

  test("a report that isn't sound shows its faults", async ({ page }) => {
    await serveOther(page, { "alignments.csv": "id,entity,object\nx,nobody,99\n" });
    await page.goto("./?view=compare&against=report%3Dother-report");
    await expect(page.getByRole("alert")).toContainText("No alignment could be read in “other-report”");
    await expect(page.getByRole("alert").getByRole("table")).toContainText("alignments.csv");
    await expect(shared(page)).toHaveCount(0);
  });

  test("a report whose reading breaks off can be read again", async ({ page }) => {
    let broken = true;
    await serveOther(page);
    await page.route("**/data/other-report/**", (route) => (broken ? route.abort() : route.fallback()));
    await page.goto("./?view=compare&against=report%3Dother-report");
    await expect(page.getByRole("alert")).toContainText("No alignment could be read");
    broken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(shared(page)).toBeVisible();
  });
});

test("a view with nothing on either side says so", async ({ page }) => {
  await page.goto("./?view=compare&q=zzzz&against=q%3Dyyyy");
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();
});

test("the figure names both sides; the tables hold the numbers of the screen", async ({ page }) => {
  await page.goto("./?view=compare&year=2020&against=year%3D2019");
  const [onlyA] = await parts(page, "Alignments");
  const save = async (name: string) => {
    await page.getByRole("button", { name: "Take it away" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const text = await readFile(await (await download).path(), "utf8");
    await page.keyboard.press("Escape");
    return text;
  };
  const svg = await save("Picture (SVG)");
  for (const text of ["A · 2020", "B · 2019", ">Year: 2019<", "Climate action"]) expect(svg).toContain(text);
  const csv = await save("Tables (CSV)");
  const rows = csv.slice(csv.indexOf("Id,")).trim().split("\n").slice(1);
  expect(rows).toHaveLength(onlyA);
});

/** The page is sound, and nothing sticks out of the view. */
async function expectSoundView(page: Page): Promise<void> {
  await expectSound(page);
  expect(await view(page).evaluate((e: HTMLElement) => e.scrollWidth - e.clientWidth)).toBeLessThanOrEqual(0);
}

const STATES = {
  "nothing chosen": "?view=compare",
  "two years": "?view=compare&goal=12,13&year=2020&against=goal%3D12%2C13%26year%3D2019",
  "with a KPI's page": "?view=compare&goal=13&against=goal%3D7%26all%3D1&item=a3-dc-average-pue",
};
const LOOKS = {
  "wide, light, English": { viewport: { width: 1440, height: 900 }, colorScheme: "light", lang: "en" },
  "wide, dark, Chinese": { viewport: { width: 1440, height: 900 }, colorScheme: "dark", lang: "zh" },
  "narrow, dark, English": { viewport: { width: 390, height: 844 }, colorScheme: "dark", lang: "en" },
  "narrow, light, Chinese": { viewport: { width: 390, height: 844 }, colorScheme: "light", lang: "zh" },
} as const;

for (const [name, search] of Object.entries(STATES)) {
  for (const [look, { viewport, colorScheme, lang }] of Object.entries(LOOKS)) {
    test(`axe finds nothing: ${name}, ${look}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(`./${search}&lang=${lang}`);
      await expect(view(page)).toBeVisible();
      if (search.includes("against")) await expect(shared(page)).toBeVisible();
      if (search.includes("item")) await expect(page.getByRole("complementary")).toBeVisible();
      // What opens on demand, too; the choices are those of the state without B.
      await view(page).evaluate((element) => {
        for (const part of [...element.querySelectorAll("details")].slice(1, 4)) part.open = true;
      });
      await expectSoundView(page);
    });
  }
}
