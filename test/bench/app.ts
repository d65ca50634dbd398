/** What the built app costs its readers: the shipped report, opened and filtered in a browser with software rendering. */
import { type Browser, chromium, type Page } from "@playwright/test";
import { launchOptions } from "../playwright.config.ts";
import { kilobytes } from "./served.ts";
import type { Row } from "./table.ts";
import { measure } from "./timing.ts";

/** What `frames.js` notes. */
declare global {
  interface Window {
    /** For each click or step in the history: milliseconds until the frame that it changed was on its way. */
    painted: Promise<number>[];
    /** For each click: milliseconds until its frame was on the screen, as the browser tells it (in steps of 8). */
    presented: number[];
    /** Milliseconds from the start of the navigation to the first frame with the graph. */
    drawn: Promise<number>;
  }
}

const LOADS = 5;
const FILTERS = 20;
/** Rounds through all views; one more before them fetches their code. */
const ROUNDS = 3;

/** Measures the first load of the app built in a folder, changes of the filter, and changes of the view. */
export async function benchApp(address: string, folder: string): Promise<Row[]> {
  const browser = await chromium.launch(launchOptions);
  try {
    return [
      ...(await benchLoad(browser, address, folder)),
      ...(await benchFilters(browser, address)),
      ...(await benchViews(browser, address)),
    ];
  } finally {
    await browser.close();
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript({ path: "test/bench/frames.js" });
  return page;
}

async function benchLoad(browser: Browser, address: string, folder: string): Promise<Row[]> {
  const times: number[] = [];
  const asked = new Set<string>();
  for (let i = 0; i < LOADS; i++) {
    const page = await openPage(browser);
    page.on("request", (request) => asked.add(new URL(request.url()).pathname));
    await page.goto(address);
    times.push(await page.evaluate(() => window.drawn));
    await page.context().close();
  }
  const { code, data } = await kilobytes(folder, asked);
  return [
    { name: "shipped: first load to the drawn graph", unit: "ms", ours: measure(times) },
    { name: "shipped: first load, code", unit: "kB gz", ours: measure([code]), target: { most: 100 } },
    { name: "shipped: first load, data", unit: "kB gz", ours: measure([data]), target: { most: 350 } },
  ];
}

async function benchFilters(browser: Browser, address: string): Promise<Row[]> {
  const page = await openPage(browser);
  await page.goto(address);
  await page.evaluate(() => window.drawn);
  const goals = page.getByRole("navigation", { name: "Filters" }).locator(".facet-goal a");
  const clicks: number[] = [];
  for (let i = 0; i < FILTERS; i++) {
    // Every goal twice: chosen, then given up.
    await goals.nth(i >> 1).click();
    clicks.push(await lastFrame(page));
  }
  const presented = await page.evaluate(() => window.presented);
  const steps: number[] = [];
  for (let i = 0; i < FILTERS; i++) {
    await page.evaluate(() => history.back());
    steps.push(await lastFrame(page));
  }
  const target = { most: 50 };
  return [
    { name: "shipped: filter by click, to the next frame", unit: "ms", ours: measure(clicks), target },
    { name: "shipped: filter by click, to the screen", unit: "ms", ours: measure(presented), target },
    { name: "shipped: filter by Back, to the next frame", unit: "ms", ours: measure(steps), target },
  ];
}

/** Changes from view to view, once their code is there. */
async function benchViews(browser: Browser, address: string): Promise<Row[]> {
  const page = await openPage(browser);
  await page.goto(address);
  await page.evaluate(() => window.drawn);
  const links = page.getByRole("navigation", { name: "Views" }).getByRole("link");
  const names = await links.allTextContents();
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, name] of names.entries()) {
      await links.nth(i).click();
      const time = await lastFrame(page);
      if (round > 0) times.get(name)!.push(time);
    }
  }
  return names.map((name) => ({
    name: `shipped: change to the view ${name}`,
    unit: "ms",
    ours: measure(times.get(name)!),
    target: { most: 100 },
  }));
}

/** The time of the last change, once its frame is drawn and the page has come to rest. */
async function lastFrame(page: Page): Promise<number> {
  await page.waitForTimeout(200);
  return page.evaluate(() => window.painted[window.painted.length - 1]);
}
