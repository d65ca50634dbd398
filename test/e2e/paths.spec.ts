/** Connections, walked as a reader would: chains between two things, the profile of a unit, goals served together. */
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const panel = (page: Page) => page.getByRole("complementary", { name: "Details" });
const chains = (page: Page) => page.getByRole("list", { name: "Connections", exact: true });
const numberIn = (text: string | null): number => Number(/[\d,]+/.exec(text ?? "")?.[0].replaceAll(",", ""));

/** Types into one of the two search boxes and takes what has this name. */
async function choose(page: Page, box: "From" | "To", text: string, name: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: box, exact: true }).fill(text);
  await page.getByRole("option", { name }).first().click();
}

test("from a lab to a goal through a product, to the evidence, and to the graph", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("link", { name: "Connections", exact: true }).click();
  await choose(page, "From", "WeCounty Development", /WeCounty Development Lab/);
  await expect(page).toHaveURL(/from=weicun-lab/);
  await choose(page, "To", "sustainable cities", /Sustainable cities and communities/);
  await expect(page).toHaveURL(/to=11$/);
  await page.getByRole("combobox", { name: "Through" }).selectOption({ label: "Products" });
  await expect(page).toHaveURL(/via=products/);

  const first = chains(page).getByRole("listitem").first();
  await expect(first).toContainText(
    /WeCounty Development Lab.*uses stated.*runs our reading.*→.*Tencent WeCounty.*serves .*E1.* our reading.*→.*11\.a.*Links between urban.*part of.*→.*11.*Sustainable cities/,
  );
  const said = numberIn(await page.getByText(/connections of up to 4 steps through products/).textContent());
  expect(await chains(page).locator(".chain").count()).toBe(said);

  // Each link leads to its evidence, each node to its page.
  await first.getByRole("link", { name: "serves" }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toContainText("Tencent WeCounty → 11.a");
  await expect(panel(page)).toContainText(/lines? \d/);
  await first.getByRole("link", { name: "Tencent WeCounty" }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("Tencent WeCounty");

  await chains(page).getByRole("link", { name: "In the graph" }).first().click();
  await expect(page).toHaveURL(/focus=tencent-weicun&item=tencent-weicun/);
  await expect(page.locator(".stage")).toBeVisible();
  await page.goBack();
  await expect(chains(page)).toBeVisible();

  await page.getByRole("link", { name: "Swap" }).click();
  await expect(page).toHaveURL(/from=11&to=weicun-lab/);
  await expect(chains(page).getByRole("listitem").first()).toContainText("served by");
  await page.getByRole("link", { name: "Clear", exact: true }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test("what the sustainable social value unit does, and where it is alone", async ({ page }) => {
  await page.goto("./?view=paths");
  await choose(page, "From", "sustainable social value", /Sustainable Social Value Organization/);
  await expect(page).toHaveURL(/from=ssv/);
  const alone = page.getByRole("list", { name: "Where it is alone" }).getByRole("listitem");
  await expect(alone).toHaveCount(2);
  await expect(alone.nth(0)).toContainText("11.6");
  await expect(alone.nth(1)).toContainText("17.9");

  // Its numbers are those of the table.
  const profile = page.locator(".profile");
  for (const name of [/^What it runs/, /^Initiatives/, /Industry, innovation and infrastructure, Alignments/]) {
    const link = profile.getByRole("link", { name });
    const promised = numberIn(await link.textContent());
    expect(promised).toBeGreaterThan(0);
    await link.click();
    await expect(page.getByRole("region", { name: new RegExp(`: ${promised} rows`) })).toBeVisible();
    await page.goBack();
  }
  await profile.getByText("in 2", { exact: true }).first().click();
  await expect(profile.getByRole("link", { name: "Science Exploration Prize (Xplorer Prize)" }).first()).toBeVisible();
  await profile.getByRole("link", { name: "How it is connected with Quality education" }).click();
  await expect(page).toHaveURL(/from=ssv&to=4/);
  await expect(chains(page).getByRole("listitem").first()).toContainText("Education innovation");
});

test("a partner's profile, from the list of partners", async ({ page }) => {
  await page.goto("./?view=paths&lang=en");
  await page.getByRole("list", { name: "Partners" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: /^What it takes part in/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^With which units/ })).toBeVisible();
});

test("goals served together: the cell's number is the length of its list", async ({ page }) => {
  await page.goto("./?view=paths");
  const grid = page.getByRole("grid", { name: "Entities that serve two goals" });
  const cell = grid.getByRole("link", { name: "Goals 4 and 9: 3 entities" }).first();
  await expect(cell).toHaveText("3");
  await cell.click();
  await expect(page).toHaveURL(/from=4&to=9/);
  const both = page.getByRole("list", { name: "3 entities serve both" });
  await expect(both.getByRole("listitem")).toHaveCount(3);
  await expect(both).toContainText("Tencent Foundation");
  await both.getByRole("link", { name: /Evidence: Tencent Foundation, 9\.5, E2/ }).click();
  await expect(panel(page)).toContainText("Tencent Foundation → 9.5");
  await page.getByRole("link", { name: "Both goals in the graph" }).click();
  await expect(page).toHaveURL(/goal=4,9/);
});

test("the matrix is walked with the arrow keys, and is one stop of the Tab key", async ({ page }) => {
  await page.goto("./?view=paths");
  const grid = page.getByRole("grid");
  await grid.getByRole("link", { name: "Goal 1: 29 entities" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(grid.getByRole("link", { name: "Goals 3 and 2: 0 entities" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(grid.getByRole("link", { name: "Goals 3 and 17: 7 entities" })).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await grid.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await page.keyboard.press("Shift+Tab");
  await expect(grid.getByRole("link", { name: "Goals 3 and 17: 7 entities" })).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=1&to=2/);
});

test("two ends by keyboard alone", async ({ page }) => {
  await page.goto("./?view=paths");
  await page.getByRole("combobox", { name: "From", exact: true }).focus();
  await page.keyboard.type("youtu");
  await expect(page.getByRole("option", { name: /YouTu/ }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=youtu-lab/);
  await expect(page.getByRole("combobox", { name: "From", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "To", exact: true })).toBeFocused();
  await page.keyboard.type("11.4");
  await expect(page.getByRole("option", { name: /11\.4/ })).toBeVisible();
  // What was found for less of the text may still be on its way out.
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/to=11\.4/, { timeout: 1000 });
  }).toPass();
  await expect(chains(page).getByRole("listitem").first()).toContainText("Digital");
  // What is left half typed does not stand for anything.
  await page.keyboard.type("xyz");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "To", exact: true })).not.toHaveValue(/xyz/);
});

test("where the filters leave no connection, it says so and shows the whole report's", async ({ page }) => {
  await page.goto("./?view=paths&goal=13&from=youtu-lab&to=11.4");
  await expect(page.getByText("Nothing that the filters show connects the two.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "In the whole report, filters aside" })).toBeVisible();
  await chains(page).getByRole("link", { name: "In the graph" }).first().click();
  await expect(page).not.toHaveURL(/goal=13/);
  await page.goto("./?view=paths&from=youtu-lab&to=11.4&via=awards");
  await expect(page.getByText("In the whole report there is none either.")).toBeVisible();
  await page.getByRole("link", { name: "Look for connections through any kind" }).click();
  await expect(chains(page)).toBeVisible();
});

test("what the panel shows can be taken as an end", async ({ page }) => {
  await page.goto("./?view=paths&item=ssv");
  await page.getByRole("link", { name: /^Start from Sustainable Social Value/ }).click();
  await expect(page).toHaveURL(/from=ssv/);
  await page.goto("./?view=paths&from=ssv&item=4.5");
  await page.getByRole("link", { name: /^Connect with/ }).click();
  await expect(page).toHaveURL(/to=4\.5/);
});

test("nothing matches: it says so", async ({ page }) => {
  await page.goto("./?view=paths&q=nowhere-at-all");
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();
  await expect(page.getByText("The selection names no unit.")).toBeVisible();
});

test("taken away, the chains are those of the screen", async ({ page }) => {
  await page.goto("./?view=paths&from=weicun-lab&to=11&via=products");
  await expect(chains(page)).toBeVisible();
  const listed = await chains(page).locator(".chain").count();
  await page.getByRole("button", { name: "Take it away" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).first().click();
  const csv = await readFile(await (await download).path(), "utf8");
  const numbers = [...csv.matchAll(/^(\d+),\d+,/gm)].map((m) => Number(m[1]));
  expect(Math.max(...numbers)).toBe(listed);
  expect(csv).toContain("weicun-lab,WeCounty Development Lab,uses,tencent-weicun");
});

const STATES = {
  "nothing chosen": "",
  "connections through products": "&from=weicun-lab&to=11&via=products",
  "the profile of a unit": "&from=ssv",
  "two goals": "&from=4&to=9",
  "no connection among what is shown": "&goal=13&from=youtu-lab&to=11.4",
};
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const LOOKS = [
  { look: "wide, light, en", viewport: WIDE, colorScheme: "light", lang: "en", states: Object.entries(STATES) },
  { look: "narrow, dark, zh", viewport: NARROW, colorScheme: "dark", lang: "zh", states: Object.entries(STATES) },
  {
    look: "wide, dark, zh",
    viewport: WIDE,
    colorScheme: "dark",
    lang: "zh",
    states: [["two goals", STATES["two goals"]]],
  },
  { look: "narrow, light, en", viewport: NARROW, colorScheme: "light", lang: "en", states: [["nothing chosen", ""]] },
] as const;

for (const { look, viewport, colorScheme, lang, states } of LOOKS) {
  for (const [state, search] of states) {
    test(`axe finds nothing: ${state}, ${look}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(`./?view=paths&lang=${lang}${search}`);
      await expect(page.locator(".paths h2").first()).toBeVisible();
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await new AxeBuilder({ page }).include(".paths").withTags(tags).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
      // Nothing sticks out sideways.
      const view = page.locator(".paths");
      expect(await view.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    });
  }
}
