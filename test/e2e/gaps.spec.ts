/** The gaps view: from a question to an exported list; what the reader sets aside or doesn't judge; by keyboard, for all. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { expect, expectSound, test } from "./fixtures.ts";

const numberIn = (text: string | null): number => Number(/[\d,]+/.exec(text ?? "")?.[0].replaceAll(",", ""));

const summary = (page: Page): Locator => page.getByRole("table", { name: "Findings by rule and goal" });
const rowOf = (page: Page, rule: string): Locator => summary(page).getByRole("row", { name: new RegExp(rule) });
const count = (page: Page): Locator => page.locator(".gap-count");
const group = (page: Page, name: string): Locator =>
  page.locator("details.gap-group", { has: page.locator(":scope > summary > .name", { hasText: name }) });

/** The list as CSV: the rows of the first sheet. */
async function csvOf(page: Page): Promise<Record<string, string>[]> {
  await page.getByRole("button", { name: "Take it away" }).click();
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tables (CSV)" }).click();
  const text = await readFile(await (await file).path(), "utf8");
  await page.keyboard.press("Escape");
  return Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true }).data;
}

test("which goals have claims but no KPI: from the question to the list in a file", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Gaps" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Where do claims outrun evidence/);
  const all = numberIn(await count(page).textContent());

  await summary(page).getByRole("link", { name: "Claim without KPI" }).click();
  await expect(page).toHaveURL(/rule=G03/);
  const claims = numberIn(await count(page).textContent());
  await expect(count(page)).toHaveText(new RegExp(`of ${all.toLocaleString("en")} findings listed`));
  expect(claims).toBe(numberIn(await rowOf(page, "G03").getByRole("cell").first().textContent()));
  await expect(page.getByText("Which claims have no number that is followed up?")).toBeVisible();
  // Every goal with such claims has a group, with the number that its cell shows.
  const cells = await rowOf(page, "G03").locator("td.goal").allTextContents();
  const tallies = await page.locator("details.gap-group .tally b").allTextContents();
  expect(tallies.map(numberIn)).toEqual(cells.map(numberIn).filter((n) => n > 0));

  const rows = await csvOf(page);
  expect(rows).toHaveLength(claims);
  expect(new Set(rows.map((row) => row.Rule))).toEqual(new Set(["G03"]));
  for (const [i, cell] of cells.entries()) {
    const ofGoal = rows.filter((row) => row.Goals.split(", ").includes(String(i + 1)));
    expect(ofGoal).toHaveLength(numberIn(cell) || 0);
  }
  for (const row of rows) {
    expect(row.Finding).toContain(row.About);
    expect(row["What would close it"]).not.toBe("");
    expect(row["Place in the report"]).toMatch(/lines? \d/);
  }

  // One goal of them.
  await page.getByRole("link", { name: /^G03, goal 14:/ }).click();
  await expect(page.locator(".finding")).toHaveCount(numberIn(cells[13]));
  await expect(page.locator(".finding").first()).toContainText("no KPI measures it");
  await page.getByRole("link", { name: "show all" }).click();
  await expect(count(page)).toHaveText(`${all.toLocaleString("en")} findings`);
});

test("a finding shows its evidence, leads to its page and to the graph", async ({ page }) => {
  await page.goto("./?view=gaps&rule=G13");
  const finding = page.locator(".finding", { hasText: "Tencent office buildings" }).first();
  await finding.getByText(/^\d+ passages?$/).click();
  await expect(finding.locator(".quotes li").first()).toContainText(/lines? \d/);
  await finding.getByRole("link", { name: /non-hazardous waste/i }).click();
  await expect(page.getByRole("complementary")).toContainText(/non-hazardous waste/i);
  await finding.getByRole("link", { name: "Show in the graph: Tencent office buildings" }).click();
  await expect(page).toHaveURL(/focus=office-buildings/);
  await expect(page).not.toHaveURL(/view=gaps/);
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText(
    "Tencent office buildings",
  );
  await page.goBack();
  await expect(page).toHaveURL(/view=gaps/);
});

test("a finding that is set aside survives a reload, is in the file, and can be put back", async ({ page }) => {
  await page.goto("./?view=gaps&rule=G13&group=rule");
  const all = numberIn(await count(page).textContent());
  const finding = page.locator(".findings .finding", { hasText: "WeChat" });
  await finding.getByText("Set aside", { exact: true }).click();
  await finding.getByLabel("Why is it set aside?").fill("The definition changed in 2020 <b>");
  await finding.getByRole("button", { name: "Set aside" }).click();
  await expect(count(page)).toHaveText(new RegExp(`^${all - 1} of`));
  // The focus went to a neighbour.
  await expect(page.locator("summary:focus")).toHaveCount(1);

  await page.reload();
  await expect(count(page)).toHaveText(new RegExp(`^${all - 1} of`));
  const aside = group(page, "Set aside (1)");
  await aside.locator(":scope > summary").click();
  await expect(aside).toContainText("The definition changed in 2020 <b>");

  const rows = await csvOf(page);
  expect(rows).toHaveLength(all);
  const reasons = rows.map((row) => row["Set aside because"]).filter(Boolean);
  expect(reasons).toEqual(["The definition changed in 2020 <b>"]);

  await aside.getByRole("button", { name: /^Put back: WeChat/ }).click();
  await expect(count(page)).toHaveText(new RegExp(`^${all} of`));
  await expect(aside).toHaveCount(0);
});

test("a goal that is not material has its findings left out with the reason", async ({ page }) => {
  await page.goto("./?view=gaps&year=2019");
  await expect(page.getByRole("link", { name: "G10, goal 14: 1 finding" })).toBeVisible();
  const all = numberIn(await count(page).textContent());
  await page.getByText("Which goals are judged").click();
  const judged = page.locator(".goal-states");
  await judged.getByLabel("Goal 14 is").selectOption("not material");
  // A reason is asked for.
  await judged.getByRole("button", { name: "Save for goal 14" }).click();
  await expect(count(page)).toHaveText(`${all} findings`);
  await judged.getByLabel("Reason for goal 14").fill("No business at sea");
  await judged.getByRole("button", { name: "Save for goal 14" }).click();
  await expect(page.getByRole("link", { name: "G10, goal 14: 1 finding" })).toHaveCount(0);
  await expect(count(page)).not.toHaveText(`${all} findings`);
  const left = group(page, "Left out");
  await left.locator(":scope > summary").click();
  await expect(left).toContainText("not material: No business at sea");
  await expect(left).toContainText("has no link, and no reason is given");

  await page.reload();
  await expect(group(page, "Left out")).toBeVisible();
  await page.getByText("Which goals are judged").click();
  await judged.getByLabel("Goal 14 is").selectOption("judged");
  await judged.getByRole("button", { name: "Save for goal 14" }).click();
  await expect(count(page)).toHaveText(`${all} findings`);
});

test("stated only changes the findings, and severity and group choose among them", async ({ page }) => {
  await page.goto("./?view=gaps");
  const all = numberIn(await count(page).textContent());
  await page.getByRole("link", { name: /^Stated only/ }).click();
  await expect(page.locator(".note").first()).toContainText("Counted within the filters");
  const stated = numberIn(await count(page).textContent());
  expect(stated).toBeLessThan(all);
  const severity = page.getByRole("navigation", { name: "Severity" });
  const high = numberIn(await severity.getByRole("link", { name: /^High/ }).textContent());
  await severity.getByRole("link", { name: /^High/ }).click();
  await expect(count(page)).toHaveText(new RegExp(`^${high} of ${stated}`));
  await page.getByRole("link", { name: "By rule" }).click();
  const tallies = await page.locator("details.gap-group .tally b").allTextContents();
  expect(tallies.map(numberIn).reduce((a, b) => a + b, 0)).toBe(high);
});

test("what nothing matches says so", async ({ page }) => {
  await page.goto("./?view=gaps&q=nowhere-to-be-found");
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();
  await page.goto("./?view=gaps&rule=G01");
  await expect(page.getByText("No finding of this kind.")).toBeVisible();
});

test("by keyboard only: to a rule, into a group, aside and back", async ({ page }) => {
  await page.goto("./?view=gaps");
  await page.getByRole("link", { name: "Reported last year, missing this year" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/rule=G13/);
  // The groups of so few stand open: from the first group's head on to its first finding.
  await page.locator("details.gap-group > summary").first().focus();
  const pressed: string[] = [];
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press("Tab");
    pressed.push((await page.evaluate(() => document.activeElement?.textContent)) ?? "");
  }
  expect(pressed.join(" ")).toContain("Show in the graph");
  expect(pressed.join(" ")).toContain("Set aside");
  await page.locator(".set-aside > summary").first().focus();
  await page.keyboard.press("Enter");
  // What unfolds is drawn once it is open.
  const reason = page.locator(".set-aside [name=reason]").first();
  await expect(reason).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(reason).toBeFocused();
  await page.keyboard.type("Known");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Set aside (1)")).toBeVisible();
});

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

for (const [search, viewport, colorScheme, lang] of [
  ["", WIDE, "light", "en"],
  ["", NARROW, "dark", "zh"],
  ["&rule=G13&group=rule", WIDE, "dark", "zh"],
  ["&rule=G13&group=rule", NARROW, "light", "en"],
  ["&of=6", WIDE, "light", "zh"],
  ["&of=6", NARROW, "dark", "en"],
  ["&q=nowhere-to-be-found", WIDE, "dark", "en"],
] as const) {
  test(`axe finds nothing: gaps${search}, ${viewport.width} wide, ${colorScheme}, ${lang}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.goto(`./?view=gaps${search}&lang=${lang}`);
    await expect(page.locator(".gap-count")).toBeVisible();
    for (const part of [".judged", ".set-aside"]) {
      const summary = page.locator(`${part} > summary`).last();
      if ((await summary.count()) > 0) await summary.click();
    }
    await expectSound(page);
    // Nothing sticks out sideways.
    const sticks = () =>
      [document.documentElement, document.querySelector(".gaps")!].map((e) => e.scrollWidth - e.clientWidth);
    for (const pixels of await page.evaluate(sticks)) expect(pixels).toBeLessThanOrEqual(0);
  });
}
