/** The coverage view: one selection in the matrix, in the measures and everywhere else. */
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const shown = async (page: Page): Promise<number> =>
  Number(/([\d,]+) alignment/.exec((await page.locator(".shown").textContent()) ?? "")?.[1].replace(",", ""));
const grid = (page: Page) => page.getByRole("grid");
const line = (page: Page, name: string | RegExp) => grid(page).getByRole("row").filter({ hasText: name });
const total = (page: Page) => line(page, "All goals").locator("td.total .count").first();
const cell = (page: Page, label: RegExp) => grid(page).getByRole("link", { name: label });
const numberOf = async (link: Locator) => Number(await link.locator(".count").textContent());

test("a cell filters everything; a second click opens the alignments behind it", async ({ page }) => {
  await page.goto("./?view=coverage&lang=en");
  expect(await total(page).textContent()).toBe(String(await shown(page)));
  const education = cell(page, /^4 Quality education · Cloud and Smart Industries Group.*alignments/);
  const promised = await numberOf(education);
  expect(promised).toBe(23);
  await education.click();
  await expect(page).toHaveURL(/goal=4&unit=csig&view=coverage/);
  expect(await shown(page)).toBe(promised);
  await expect(total(page)).toHaveText(String(promised));
  await expect(education).toHaveAccessibleName(/Click again/);
  await expect(line(page, "Climate action")).toHaveClass("out");
  await education.click();
  await expect(page).toHaveURL(/view=table/);
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(promised + 1);
});

test("stated only changes matrix, measures and counts alike, and shows what it leaves out", async ({ page }) => {
  await page.goto("./?view=coverage&by=grade&lang=en");
  const goal13 = page.getByRole("navigation", { name: "Filters" }).getByRole("link", { name: /Climate action/ });
  const climate = line(page, "Climate action").locator("td.total .count");
  const breadth = page
    .getByRole("table")
    .getByRole("row", { name: /Climate action/ })
    .first();
  await expect(climate).toHaveText(["19"]);
  await expect(breadth).toContainText("2 of 5");
  await page.getByRole("link", { name: /^Stated only/ }).click();
  await expect(total(page)).toHaveText(String(await shown(page)));
  // What the report states, and beside it what our reading adds.
  await expect(climate).toHaveText(["2", "19"]);
  await expect(goal13.locator(".count")).toHaveText("2");
  await expect(breadth).toContainText("0 of 5");
  await page.getByRole("link", { name: "Graph", exact: true }).click();
  expect(await shown(page)).toBe(64);
});

test("a filter of the rail and the cell of the matrix say the same number", async ({ page }) => {
  await page.goto("./?view=coverage&by=year&year=2019&lang=en");
  await expect(total(page)).toHaveText(String(await shown(page)));
  await expect(grid(page).getByRole("columnheader").nth(1)).toHaveText("2019");
  const climate = cell(page, /^13 Climate action · 2019/);
  await climate.click();
  expect(await shown(page)).toBe(await numberOf(climate));
});

test("goes by keyboard alone: in with Tab, along with arrows, Home and End, and Enter filters", async ({ page }) => {
  await page.goto("./?view=coverage&by=grade&lang=en");
  const focused = page.locator(":focus");
  await grid(page).getByRole("link", { name: "In the order of the goals" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(focused).toHaveAccessibleName("Show the targets of 1 No poverty");
  await page.keyboard.press("ArrowRight");
  await expect(focused).toHaveAttribute("aria-label", /^1 No poverty · E0/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(focused).toHaveAttribute("aria-label", /^3 Good health and well-being · E1/);
  await expect(page.locator(".explanation")).toContainText("3 Good health and well-being · E1");
  await page.keyboard.press("End");
  await expect(focused).toHaveAccessibleName("Judge goal 3: assessed");
  await page.keyboard.press("Control+Home");
  await expect(focused).toHaveAccessibleName("In the order of the goals");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect(focused).toHaveAttribute("aria-label", /^17 Partnerships for the goals · E0/);
  // One stop in the tab order: Tab leaves the grid, and comes back to where it was.
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(grid(page).locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(focused).toHaveAttribute("aria-label", /^17 Partnerships for the goals · E0/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/goal=17&grade=E1/);
  await expect(focused).toHaveAccessibleName(/Click again/);
});

test("the rows sort by a column and by total, and go back to the goals' own order", async ({ page }) => {
  await page.goto("./?view=coverage&by=grade&lang=en");
  const first = grid(page).locator("tbody tr").first();
  await grid(page).getByRole("link", { name: "Sort by total" }).click();
  await expect(page).toHaveURL(/sort=-total/);
  await expect(first).toContainText("Peace, justice");
  await grid(page).getByRole("link", { name: "Sort by total" }).click();
  await expect(first).toContainText("Life below water");
  await grid(page)
    .getByRole("link", { name: /^Sort by E4/ })
    .click();
  await expect(grid(page).getByRole("columnheader", { name: /E4/ })).toHaveAttribute("aria-sort", "descending");
  await grid(page).getByRole("link", { name: "In the order of the goals" }).click();
  await expect(first).toContainText("No poverty");
});

test("units open and close; a goal opens its targets, and links to the goal alone come first", async ({ page }) => {
  await page.goto("./?view=coverage&lang=en");
  const education = grid(page).getByRole("columnheader", { name: /^Sort by Tencent Education/ });
  await expect(education).toHaveCount(0);
  await grid(page).getByRole("button", { name: "Units below Cloud and Smart Industries Group (CSIG)" }).click();
  await expect(education).toHaveCount(1);
  const before = await grid(page).getByRole("columnheader").count();
  await page.getByRole("button", { name: /smaller units/ }).click();
  expect(await grid(page).getByRole("columnheader").count()).toBeGreaterThan(before);
  await grid(page).getByRole("link", { name: "Show the targets of 4 Quality education" }).click();
  await expect(page).toHaveURL(/of=4/);
  const rows = grid(page).locator("tbody tr");
  await expect(rows).toHaveCount(11);
  await expect(rows.first()).toContainText("The goal alone");
  await expect(rows.first().locator("td.total .count")).toHaveText("7");
  await cell(page, /^4.a .* · Total/).click();
  await expect(page).toHaveURL(/goal=4&target=4.a/);
  expect(await shown(page)).toBe(4);
});

test("stages are no filter, and the view says so", async ({ page }) => {
  await page.goto("./?view=coverage&by=stage&lang=en");
  await expect(page.getByText("Stages are no filter")).toBeVisible();
  await cell(page, /^4 Quality education · result/).click();
  await expect(page).toHaveURL(/\?goal=4&view=coverage/);
  await cell(page, /^4 Quality education · result/).click();
  await expect(page).toHaveURL(/view=table.*sort=stage/);
});

test("what the reader judges not material shows where nothing is, needs a reason, and stays", async ({ page }) => {
  await page.goto("./?view=coverage&by=grade&lang=en");
  const empty = line(page, "Life below water")
    .locator("td")
    .nth(2 + 2);
  await expect(empty).toHaveAccessibleName(/No link in this selection/);
  await grid(page).getByRole("button", { name: "Judge goal 14: assessed" }).click();
  const dialog = page.getByRole("dialog", { name: /Goal 14/ });
  await dialog.getByRole("radio", { name: /Not material/ }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("no <b>sea</b> near us");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(empty).toHaveAccessibleName(/Not material: no <b>sea<\/b> near us\. No link/);
  // The links that are there stay.
  await expect(line(page, "Life below water").locator("td.total .count")).toHaveText("4");
  await page.reload();
  await expect(empty.locator(".mark")).toHaveClass(/not-material/);
  await grid(page)
    .getByRole("button", { name: /^Judge goal 14: not material/ })
    .click();
  await dialog.getByRole("radio", { name: /^Assessed/ }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(empty.locator(".mark")).toHaveClass(/no-link/);
});

test("measures are told in sentences, withheld where too much is unknown, and lead to what they count", async ({
  page,
}) => {
  await page.goto("./?view=coverage&lang=en");
  const goal = page
    .getByRole("table")
    .getByRole("row", { name: /Climate action/ })
    .first();
  await expect(goal).toContainText("10 of 19 unknown");
  await goal.getByRole("button", { name: /in sentences/ }).click();
  const sentences = page.locator(".sentences:not([hidden])");
  await expect(sentences).toContainText(
    "9 of the 16 initiatives, products, labs and others that serve it (56%) have a KPI",
  );
  await expect(sentences).toContainText("Withheld: for 10 of its 19 links the report names no responsible unit");
  await expect(sentences).toContainText("3 of its 19 links (16%) show a negative or mixed effect");
  await goal.getByRole("link", { name: /^Concentration/ }).click();
  await expect(page).toHaveURL(/goal=13&unit=none/);
  expect(await shown(page)).toBe(10);
});

test("what leaves as a table holds the numbers of the screen", async ({ page }) => {
  await page.goto("./?view=coverage&by=grade&lang=en&goal=13,14");
  await page.getByRole("button", { name: "Take it away" }).click();
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tables (CSV)" }).click();
  const text = (await readFile(await (await file).path(), "utf8")).split(/\r?\n/);
  expect(text[0]).toMatch(/Code,Name,E0,E1,E2,E3,E4,E5,Total$/);
  expect(text[1]).toBe("13,Climate action,0,12,0,1,6,0,19");
  expect(text[2]).toBe("14,Life below water,0,4,0,0,0,0,4");
  const drawn = page.waitForEvent("download");
  await page.getByRole("button", { name: "Picture (SVG)" }).click();
  const svg = await readFile(await (await drawn).path(), "utf8");
  for (const part of ["Climate action", ">12<", ">19<", "not assessed", "outcome (E4, E5)"])
    expect(svg).toContain(part);
});

test("nothing found says so, and leads out", async ({ page }) => {
  await page.goto("./?view=coverage&goal=13&of=4&lang=en");
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();
  await page.locator(".empty").getByRole("link", { name: "All goals" }).click();
  await expect(total(page)).toHaveText("19");
});

const STATES = {
  "by units": "",
  "by years, filtered": "&by=year&goal=13&year=2020",
  "targets, stated only": "&of=4&by=grade&basis=stated",
  "by roles, with details": "&by=role&item=4",
  "nothing found": "&q=zzzz",
};

for (const [name, search] of Object.entries(STATES)) {
  for (const [look, options] of Object.entries({
    "wide, light, English": { viewport: { width: 1440, height: 900 }, colorScheme: "light", lang: "en" },
    "narrow, dark, Chinese": { viewport: { width: 390, height: 844 }, colorScheme: "dark", lang: "zh" },
  } as const)) {
    test(`axe finds nothing: ${name}, ${look}`, async ({ page }) => {
      // Some hundred cells, each with its contrast.
      test.slow();
      await page.setViewportSize(options.viewport);
      await page.emulateMedia({ colorScheme: options.colorScheme });
      await page.goto(`./?view=coverage&lang=${options.lang}${search}`);
      await expect(page.locator(search.includes("q=") ? ".empty" : ".goal-measures")).toBeAttached();
      if (search.includes("item=")) await expect(page.getByRole("complementary")).toBeVisible();
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}
