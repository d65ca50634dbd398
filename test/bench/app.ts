/** What the built app costs, in a browser with software rendering. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { launchOptions } from "../playwright.config.ts";
import { type Measure, measure } from "./timing.ts";

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

/** Measures the first load of the app built in a folder, and changes of the filter by clicks and through the history. */
export async function benchApp(address: string, folder: string): Promise<Measure[]> {
  const browser = await chromium.launch(launchOptions);
  try {
    return [...(await benchLoad(browser, address, folder)), ...(await benchFilters(browser, address))];
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

async function benchLoad(browser: Browser, address: string, folder: string): Promise<Measure[]> {
  const times: number[] = [];
  const asked = new Set<string>();
  for (let i = 0; i < LOADS; i++) {
    const page = await openPage(browser);
    page.on("request", (request) => asked.add(new URL(request.url()).pathname));
    await page.goto(address);
    times.push(await page.evaluate(() => window.drawn));
    await page.context().close();
  }
  const files = [...asked].map((path) => (path === "/" ? "/index.html" : path));
  const data = files.filter((path) => path.startsWith("/data/"));
  const app = files.filter((path) => !data.includes(path));
  return [
    measure("first load to the drawn graph", times),
    measure("first load, app", [await compressed(folder, app)], 100, "kB gz"),
    measure("first load, data", [await compressed(folder, data)], 350, "kB gz"),
  ];
}

/** What a host that compresses sends for these files, in kB. */
async function compressed(folder: string, files: string[]): Promise<number> {
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1000;
}

async function benchFilters(browser: Browser, address: string): Promise<Measure[]> {
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
  return [
    measure("filter by click, to the next frame", clicks, 50),
    measure("filter by click, to the screen", presented, 50),
    measure("filter by Back, to the next frame", steps, 50),
  ];
}

/** The time of the last change, once its frame is drawn and the page has come to rest. */
async function lastFrame(page: Page): Promise<number> {
  await page.waitForTimeout(200);
  return page.evaluate(() => window.painted[window.painted.length - 1]);
}
