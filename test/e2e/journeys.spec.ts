/** What people come for, walked as they would on the shipped report. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const rail = (page: Page) => page.getByRole("navigation", { name: "Filters" });
const panel = (page: Page) => page.getByRole("complementary", { name: "Details" });
const shown = async (page: Page): Promise<number> =>
  Number(/([\d,]+) alignment/.exec((await page.locator(".shown").textContent()) ?? "")?.[1].replace(",", ""));

test("goal 4 in 2020 for one business unit, then its strongest initiative's evidence", async ({ page }) => {
  await page.goto("./");
  const all = await shown(page);
  await rail(page)
    .getByRole("link", { name: /Quality education/ })
    .click();
  await rail(page).getByRole("link", { name: /^2020/ }).click();
  const unit = rail(page).getByRole("link", { name: /^Tencent Education/ });
  const promised = Number((await unit.locator(".count").textContent())?.replace(",", ""));
  await unit.click();
  await expect(page).toHaveURL(/\?goal=4&year=2020&unit=tencent-education$/);
  expect(await shown(page)).toBe(promised);
  expect(promised).toBeLessThan(all);

  await page.getByRole("link", { name: "Table" }).click();
  const table = page.getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(promised + 1);
  await table
    .getByRole("columnheader", { name: /Evidence/ })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/sort=-grade/);
  const strongest = table.getByRole("row").nth(1);
  const name = await strongest.getByRole("link").first().textContent();
  await expect(strongest).toContainText("E3");
  await strongest.getByRole("link").first().click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(name!.trim());
  await panel(page).getByText("Evidence", { exact: true }).first().click();
  await expect(panel(page)).toContainText(/pp?\. \d/);
  await expect(panel(page)).toContainText(/lines? \d/);
});

test.describe("碳中和, tanzhonghe and carbon all lead to the carbon neutrality lab", () => {
  for (const text of ["碳中和", "tanzhonghe", "carbon"]) {
    test(text, async ({ page }) => {
      await page.goto("./");
      await page.getByRole("combobox", { name: "Search" }).fill(text);
      await page.getByRole("option", { name: /Tencent Carbon Neutrality Lab/ }).click();
      await expect(page).toHaveURL(/item=carbon-neutrality-lab/);
      await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("Tencent Carbon Neutrality Lab");
    });
  }
});

test("the PUE of the data centres: 1.37, 1.35, 1.32, with its corrected unit", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("combobox", { name: "Search" }).fill("average PUE");
  await page.getByRole("option", { name: /Data centres: average PUE/ }).click();
  const chart = panel(page).getByRole("img", { name: /PUE/ });
  await expect(chart).toHaveAccessibleName(/1\.37.*1\.35.*1\.32/);
  const values = panel(page).getByRole("table");
  for (const [year, value] of [
    ["2018", "1.37"],
    ["2019", "1.35"],
    ["2020", "1.32"],
  ]) {
    const row = values.getByRole("row", { name: new RegExp(year) });
    await expect(row).toContainText(value);
    await expect(row).toContainText("corrected");
  }
  await expect(panel(page)).not.toContainText("1.32 人");
});

test("a copied link reopens the same view in another browser", async ({ page, context, openReader }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./?goal=13,7&basis=curated&lang=zh&item=tencent-data-centers");
  const heading = page.getByRole("complementary").getByRole("heading", { level: 2 });
  await expect(heading).toHaveText("腾讯数据中心");
  await page
    .getByRole("button", { name: "复制链接" })
    .or(page.getByRole("link", { name: "复制链接" }))
    .click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await openReader();
  await other.goto(link);
  await expect(other.getByRole("complementary").getByRole("heading", { level: 2 })).toHaveText("腾讯数据中心");
  expect(await other.locator(".shown").textContent()).toBe(await page.locator(".shown").textContent());
  await expect(other.locator(".chip")).toHaveCount(3);
});

test("goal, unit, table, evidence and focus by keyboard alone", async ({ page }) => {
  await page.goto("./");
  await expect(rail(page)).toBeVisible();
  await tabTo(page, /Quality education/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/goal=4/);
  await tabTo(page, /^Tencent Education/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/unit=tencent-education/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tanzhonghe");
  await expect(page.getByRole("option", { name: /Tencent Carbon Neutrality Lab/ })).toBeVisible();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("ArrowDown");
    const active = page.getByRole("listbox").getByRole("option", { selected: true });
    if ((await active.textContent())?.includes("Tencent Carbon Neutrality Lab")) break;
  }
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("Tencent Carbon Neutrality Lab");
  await tabTo(page, /^Clear all/);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/goal=4/);
  await tabTo(page, /^Focus on this/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/focus=/);
  await tabTo(page, /^Table$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table").first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/item=carbon-neutrality-lab/);
  await expect(page).not.toHaveURL(/focus=/);
});

/** Presses Tab until the focus is on what has this name, as a reader without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 250; i++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      return element?.getAttribute("aria-label") ?? element?.innerText ?? "";
    });
    // A goal's link begins with the number in its disc.
    if (name.test(text.trim().replace(/^[\d.a-c]+\s+(?=\D)/, ""))) return;
  }
  throw new Error(`nothing with the name ${name} takes the focus`);
}
