/** The force layout: started, watched and stopped from the map; the goal ring is always a click away. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const button = (page: Page, name: string) => page.getByRole("group", { name: "Layout" }).getByRole("button", { name });
const progress = (page: Page) => page.getByRole("progressbar", { name: "Computing the force layout" });

/** The map without the controls on it. */
const picture = (page: Page) =>
  page.locator(".stage").screenshot({ style: ".layout, .zoom { opacity: 0 !important }" });

/** The map once it no longer changes. */
async function restingPicture(page: Page): Promise<Buffer> {
  let last = await picture(page);
  await expect
    .poll(async () => {
      const before = last;
      last = await picture(page);
      return last.equals(before);
    })
    .toBe(true);
  return last;
}

async function open(page: Page): Promise<void> {
  await page.goto("./?lang=en");
  await expect(button(page, "Goal ring")).toHaveAttribute("aria-pressed", "true");
}

/** A worker that takes one step and no more, so that the test can look at a run for as long as it needs. */
const oneStep = (page: Page) =>
  page.route(/force-worker/, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `onmessage = ({ data: { x, y } }) =>
        postMessage({ done: 100, most: 400, x: x.map((v) => v / 2), y, settled: false });`,
    }),
  );

const stepTaken = (page: Page) => expect(progress(page)).toHaveJSProperty("value", 0.25);

test("force ends in another picture, the ring brings the first one back", async ({ page }) => {
  await open(page);
  const ring = await restingPicture(page);
  await button(page, "Force").click();
  await expect(button(page, "Force")).toHaveAttribute("aria-pressed", "true");
  await expect(progress(page)).toBeHidden({ timeout: 40_000 });
  expect((await restingPicture(page)).equals(ring)).toBe(false);
  await button(page, "Goal ring").click();
  expect((await restingPicture(page)).equals(ring)).toBe(true);
});

test("with motion the picture follows, until it is stopped", async ({ openReader }) => {
  const page = await openReader({ reducedMotion: "no-preference" });
  await oneStep(page);
  await open(page);
  const ring = await restingPicture(page);
  await button(page, "Force").click();
  await stepTaken(page);
  expect((await restingPicture(page)).equals(ring)).toBe(false);
  await button(page, "Stop").press("Enter");
  await expect(progress(page)).toBeHidden();
  await expect(button(page, "Force")).toBeFocused();
  await button(page, "Goal ring").click();
  expect((await restingPicture(page)).equals(ring)).toBe(true);
});

test("without motion only the end is shown, and axe finds nothing on the way", async ({ page }) => {
  await oneStep(page);
  await open(page);
  const ring = await restingPicture(page);
  await button(page, "Force").click();
  await stepTaken(page);
  expect((await restingPicture(page)).equals(ring)).toBe(true);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => v.id)).toEqual([]);
  await button(page, "Stop").click();
  await expect(progress(page)).toBeHidden();
  expect((await restingPicture(page)).equals(ring)).toBe(false);
});
