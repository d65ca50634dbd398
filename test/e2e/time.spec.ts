/** The time view: what happened when, by goal and by unit; its window, its years, its keys, its table. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const rail = (page: Page) => page.getByRole("navigation", { name: "Filters" });
const panel = (page: Page) => page.getByRole("complementary");
const chart = (page: Page) => page.getByRole("region", { name: /^Timeline/ });
const lanes = (page: Page) => page.locator("[data-lane]");
const marks = (within: Page | Locator) => within.locator("[data-time]");
const years = (page: Page) => page.getByRole("group", { name: "Years" });
const axis = (page: Page) => page.locator(".time-axis");
const shown = (page: Page) => page.locator(".shown").textContent();

async function open(page: Page, search = ""): Promise<void> {
  await page.goto(`./?view=time${search}`);
  await expect(lanes(page).first()).toBeVisible();
}

test("it opens on the years in which most happened, a lane for each goal", async ({ page }) => {
  await open(page);
  await expect(axis(page).locator(".year")).toHaveText(["2018", "2019", "2020", "2021"]);
  const ids = await lanes(page).evaluateAll((all) => all.map((lane) => lane.getAttribute("data-lane")));
  expect(ids.slice(0, 3)).toEqual(["1", "2", "3"]);
  expect(ids.length).toBeGreaterThanOrEqual(17);
});

test("a date known to the year spans the year, one known to the day is a dot", async ({ page }) => {
  await open(page, "&goal=4");
  const day = page.locator(".time-item.milestone.day .sign").first();
  expect((await day.boundingBox())!.width).toBeLessThan(14);
  await lanes(page).getByRole("button", { expanded: true }).click();
  const mark = (await chart(page)
    .getByRole("button", { name: /^2020:/ })
    .boundingBox())!;
  const track = (await page.locator(".time-track").boundingBox())!;
  expect(mark.width / track.width).toBeCloseTo(1 / (await axis(page).locator(".year").count()), 1);
});

test("a goal leaves only its lane, by unit shows who did it; the table holds the same", async ({ page }) => {
  await open(page);
  await rail(page)
    .getByRole("link", { name: /Quality education/ })
    .click();
  await expect(lanes(page)).toHaveCount(1);
  await expect(lanes(page)).toHaveAttribute("data-lane", "4");
  await page.getByRole("button", { name: "All of time", exact: true }).click();
  const rows = page.getByRole("table").locator("tbody tr");
  const before = await rows.count();
  await page.getByRole("button", { name: /^Show \d+ more/ }).click();
  await expect(rows.nth(before).getByRole("link").first()).toBeFocused();
  const n = await rows.count();
  await expect(page.getByRole("table").locator("caption")).toContainText(`All ${n} events`);
  await expect(marks(page)).toHaveCount(n);
  await page.getByRole("navigation", { name: "Lanes" }).getByRole("link", { name: "By unit" }).click();
  await expect(page).toHaveURL(/group=unit/);
  const ids = await lanes(page).evaluateAll((all) => all.map((lane) => lane.getAttribute("data-lane")));
  expect(ids).toContain("tencent-foundation");
  expect(ids.at(-1)).toBe("none");
  // Who did it follows from the selection: a unit that serves other goals only has no lane.
  expect(ids).not.toContain("carbon-neutrality-lab");
});

test("stated only obeys here as well", async ({ page }) => {
  await open(page);
  const all = await marks(page).count();
  await page.getByRole("link", { name: /^Stated only/ }).click();
  await expect(page).toHaveURL(/basis=stated/);
  await expect.poll(() => marks(page).count()).toBeLessThan(all);
});

test("the slider, the rail and the graph have one filter of years", async ({ page }) => {
  await open(page);
  await years(page).getByRole("slider", { name: "First year" }).press("End");
  await expect(page).toHaveURL(/year=2021/);
  await expect(years(page).getByRole("status")).toContainText("2021");
  await expect(rail(page).getByRole("link", { name: /^2021/ })).toHaveAttribute("aria-current", "true");
  await expect(axis(page).locator(".year")).toHaveText(["2021"]);
  await years(page).getByRole("slider", { name: "First year" }).press("ArrowLeft");
  await expect(page).toHaveURL(/year=2020,2021/);
  const selected = await shown(page);
  await page.getByRole("link", { name: "Graph", exact: true }).click();
  expect(await shown(page)).toBe(selected);
  await page.goBack();
  await rail(page).getByRole("link", { name: /^2021/ }).click();
  await expect(years(page).getByRole("slider", { name: "Last year" })).toHaveAttribute("aria-valuetext", "2020");
  await years(page).getByRole("link", { name: "All years" }).click();
  await expect(page).not.toHaveURL(/year=/);
});

test("who asked for no motion steps from year to year by hand", async ({ page }) => {
  await open(page);
  await expect(years(page).getByRole("button", { name: /^Play/ })).toHaveCount(0);
  await years(page).getByRole("button", { name: "Year before" }).click();
  await expect(page).toHaveURL(/year=2021/);
  await years(page).getByRole("button", { name: "Year before" }).click();
  await expect(page).toHaveURL(/year=2020/);
  await years(page).getByRole("button", { name: "Next year" }).click();
  await expect(page).toHaveURL(/year=2021/);
});

test("play goes from year to year, stops at a pause, and is one step back", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await open(page);
  const all = await shown(page);
  await years(page).getByRole("button", { name: /^Play/ }).click();
  await expect(page).toHaveURL(/year=2002/);
  const first = await shown(page);
  expect(first).not.toBe(all);
  await expect(page).toHaveURL(/year=2007/);
  await expect(page.locator(".shown")).not.toHaveText(first!);
  await years(page).getByRole("button", { name: "Pause" }).click();
  const stopped = page.url();
  const selected = await shown(page);
  await page.waitForTimeout(1800);
  expect(page.url()).toBe(stopped);
  await page.getByRole("link", { name: "Graph", exact: true }).click();
  await expect(page.locator(".shown")).toHaveText(selected!);
  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/year=/);
});

test("by keyboard alone: from mark to mark, from lane to lane, into the panel", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Back to the opening window" }).focus();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    if ((await focused(page, "time")) !== undefined) break;
  }
  const first = Number(await focused(page, "time"));
  await page.keyboard.press("ArrowRight");
  expect(Number(await focused(page, "time"))).toBeGreaterThanOrEqual(first);
  const lane = await laneOf(page);
  await page.keyboard.press("ArrowDown");
  expect(await laneOf(page)).not.toBe(lane);
  await page.keyboard.press("ArrowUp");
  expect(await laneOf(page)).toBe(lane);
  // Beyond the last mark the window follows, as long as there is something.
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  await expect(axis(page).locator(".year").first()).not.toHaveText("2018");
  expect(Number(await focused(page, "time"))).toBeLessThan(Date.UTC(2018));
  // A single mark is a link; what it stands for is told, and Enter opens it.
  for (let i = 0; i < 30 && !(await page.evaluate(() => document.activeElement?.matches("a"))); i++) {
    await page.keyboard.press("ArrowRight");
  }
  const name = await page.evaluate(() => document.activeElement!.getAttribute("aria-label")!);
  await expect(page.locator(".time-told")).toHaveText(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/item=/);
  const heading = panel(page).getByRole("heading", { level: 2 });
  await expect(heading).toBeFocused();
  expect(name).toContain((await heading.textContent())!);
});

const focused = (page: Page, data: string) =>
  page.evaluate((key) => (document.activeElement as HTMLElement).dataset[key], data);
const laneOf = (page: Page) =>
  page.evaluate(() => document.activeElement!.closest("[data-lane]")?.getAttribute("data-lane"));

test("a count opens: into a window of its own, or one by one", async ({ page }) => {
  await open(page);
  const quarter = chart(page)
    .getByRole("button", { name: /^2020-0\d – 2020-0\d: .*Press to see/ })
    .first();
  const items = Number(await quarter.textContent());
  await quarter.click();
  await expect(axis(page).locator(".month, .day").first()).toBeVisible();
  await expect(axis(page).locator(".year")).toHaveCount(0);
  expect(await focused(page, "time")).toBeDefined();
  expect(items).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Back to the opening window" }).click();
  const year = chart(page)
    .getByRole("button", { name: /^2020: .*Press to see/ })
    .first();
  const id = await year.locator("xpath=ancestor::li").getAttribute("data-lane");
  await year.click();
  await expect(page.locator(`[data-lane="${id}"]`).getByRole("button", { expanded: true })).toBeVisible();
  await expect(page.locator(`[data-lane="${id}"] .name`).nth(3)).toBeVisible();
});

test("zoom by button, key, wheel and drag", async ({ page }) => {
  await open(page);
  const months = () => axis(page).locator(".month").count();
  const at = await months();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(axis(page).locator(".year")).not.toHaveCount(4);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect.poll(months).toBe(at);

  await marks(page).first().focus();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect(axis(page).locator(".year")).toHaveCount(1);
  expect(await focused(page, "time")).toBeDefined();
  await page.keyboard.press("0");
  await expect(axis(page).locator(".year")).toHaveCount(4);

  const track = (await page.locator(".time-track").first().boundingBox())!;
  await page.mouse.move(track.x + track.width * 0.6, track.y + track.height - 4);
  await page.keyboard.down("Control");
  for (let i = 0; i < 5; i++) await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  await expect(axis(page).locator(".year")).not.toHaveCount(4);
  await expect(axis(page).locator("span").first()).toContainText("2020");

  await page.getByRole("button", { name: "Back to the opening window" }).click();
  await page.mouse.move(track.x + track.width * 0.6, track.y + track.height - 4);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.1, track.y + track.height - 4, { steps: 5 });
  await page.mouse.up();
  await expect(axis(page).locator(".year").first()).not.toHaveText("2018");
  await expect(page).not.toHaveURL(/item=/);
});

test("a milestone opens with its evidence, from the chart and from the table", async ({ page }) => {
  await open(page, "&goal=4");
  const mark = marks(page)
    .and(page.getByLabel(/Milestone/))
    .first();
  const label = (await mark.getAttribute("aria-label"))!;
  await mark.click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeVisible();
  expect(label).toContain((await panel(page).getByRole("heading", { level: 2 }).textContent())!);
  await expect(panel(page)).toContainText("Who takes part");
  await expect(panel(page)).toContainText(/lines? \d/);
  await expect(mark).toHaveAttribute("aria-current", "true");
  const row = page.getByRole("table").locator("tbody tr").filter({ hasText: "Milestone" }).nth(1);
  await row.getByRole("link", { name: /passages?:/ }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(
    (await row.getByRole("rowheader").textContent())!,
  );
  await expect(panel(page)).toContainText(/lines? \d/);
});

test("the table is sorted by date, either way, and says what it leaves out", async ({ page }) => {
  await open(page);
  const dates = () =>
    page
      .getByRole("table")
      .locator("tbody tr time:first-child")
      .evaluateAll((all) => all.map((t) => t.getAttribute("datetime")!.slice(0, 4)));
  const newest = await dates();
  expect(newest).toEqual([...newest].sort().reverse());
  await page.getByRole("columnheader", { name: /Date/ }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: /Date/ })).toHaveAttribute("aria-sort", "ascending");
  const oldest = await dates();
  expect(oldest).toEqual([...oldest].sort());
  const undated = page.getByRole("link", { name: /have no stated beginning/ });
  const [, of] = (await undated.textContent())!.match(/of ([\d,]+)/)!;
  await undated.click();
  await expect(page.getByRole("region", { name: `Entities: ${of} rows` })).toBeVisible();
});

test("where nothing has a date it says so, and where nothing is selected", async ({ page }) => {
  await page.goto("./?view=time&q=zzzz");
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();
  await page.goto("./?view=time&goal=none&kind=kpis&q=PUE");
  await expect(page.getByText("Nothing in this selection has a date.")).toBeVisible();
});

test("on a phone the table is the main thing, and all of time is one lane", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(lanes(page)).toHaveCount(1);
  expect((await chart(page).boundingBox())!.height).toBeLessThan(330);
  await expect(page.getByRole("table").locator("tbody tr").first()).toBeVisible();
  await page.getByRole("navigation", { name: "Lanes" }).getByRole("link", { name: "By goal" }).click();
  await expect(lanes(page).nth(16)).toBeAttached();
});

/** Each state in one of both languages, schemes and sizes; the first in all four pairs. */
const STATES = [
  ["by goal", "", 1440, "light", "en"],
  ["by goal", "", 1440, "dark", "zh"],
  ["by goal", "", 390, "light", "en"],
  ["by goal", "", 390, "dark", "zh"],
  ["a lane open", "&goal=4", 1440, "dark", "en"],
  ["a lane open", "&goal=4", 390, "light", "zh"],
  ["by unit, a year, a milestone", "&group=unit&year=2020&item=m-1998-11-tencent-founded", 1440, "light", "zh"],
  ["by unit, a year, a milestone", "&group=unit&year=2020&item=m-1998-11-tencent-founded", 390, "dark", "en"],
] as const;
for (const [state, search, width, colorScheme, lang] of STATES) {
  test(`axe finds nothing: ${state}, ${width} pixels wide, ${colorScheme}, ${lang}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: width > 800 ? 900 : 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: "no-preference" });
    await page.goto(`./?view=time${search}&lang=${lang}`);
    await expect(lanes(page).first()).toBeVisible();
    if (search.includes("item=")) await expect(panel(page)).toBeVisible();
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}
