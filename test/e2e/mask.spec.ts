/**
 * The graph is drawn through a mask that filters change on the fly. Whatever the way to a query, its picture must be the
 * same: filtered step by step, opened fresh, or drawn anew after the browser took the graphics away.
 */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Ways to a query: the addresses of the links to click, one after the other; `hide` is a switch. */
const WAYS: string[][] = [
  ["?goal=4"],
  ["?goal=4", "?goal=4,13", "?goal=4,13&year=2020"],
  ["?basis=stated", "?kind=initiatives&basis=stated"],
  ["?grade=E3", "?grade=E3&hide=1"],
];

for (const way of WAYS) {
  const address = way[way.length - 1];
  test(`one picture of ${address}, however it came about`, async ({ page }, info) => {
    const show = async (name: string): Promise<string> => {
      const body = await picture(page);
      await info.attach(name, { body, contentType: "image/png" });
      return body.toString("base64");
    };
    await page.goto("./");
    const unfiltered = await show("unfiltered");
    for (const step of way) await follow(page, step);
    const filtered = await show("filtered");
    await page.goto(`./${address}`);
    const fresh = await show("fresh");
    await loseGraphics(page);
    const restored = await show("restored");
    // Not `toBe` on the pictures: a difference would be printed as a megabyte of letters.
    expect(filtered === unfiltered, "the filter changes the picture").toBe(false);
    expect(filtered === fresh, "filtered on the fly as opened fresh").toBe(true);
    expect(restored === fresh, "after a loss as before").toBe(true);
  });
}

/** Clicks the link to an address among the filters, or the switch that leads there. */
async function follow(page: Page, address: string): Promise<void> {
  const filters = page.getByRole("navigation", { name: "Filters" });
  if (address.endsWith("hide=1")) await filters.getByLabel("Hide what is filtered out").check();
  else await filters.locator(`a[href="${address}"]`).click();
  await expect(page).toHaveURL((url) => url.search === address);
}

/** The map as it looks when it has come to rest: twice the same. */
async function picture(page: Page): Promise<Buffer> {
  const stage = page.locator(".stage");
  await expect(stage.locator(".labels")).toBeVisible();
  await page.mouse.move(0, 0);
  let last = await stage.screenshot({ animations: "disabled" });
  await expect(async () => {
    const before = last;
    await page.waitForTimeout(200);
    last = await stage.screenshot({ animations: "disabled" });
    expect(last.equals(before)).toBe(true);
  }).toPass();
  return last;
}

/** Takes the graphics away as a busy system does, and gives them back. */
async function loseGraphics(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>(".stage canvas")];
    const losers = canvases.flatMap((c) => c.getContext("webgl2")?.getExtension("WEBGL_lose_context") ?? []);
    for (const loser of losers) loser.loseContext();
    setTimeout(() => losers[0].restoreContext(), 500);
  });
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("took the picture away");
  await expect(notice).toBeHidden();
}
