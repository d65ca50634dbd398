/** What the built app costs, in a browser with software rendering. */
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page, type Response } from "@playwright/test";
import { launchOptions } from "../playwright.config.ts";
import { type Measure, measure } from "./timing.ts";

/** What `frames.js` notes. */
declare global {
  interface Window {
    /** For each click or step in the history: milliseconds until the frame that it changed was on its way. */
    painted: Promise<number>[];
    /** For each click: milliseconds until its frame was presented, as the browser tells it (in steps of 8). */
    presented: number[];
    /** Milliseconds from the start of the navigation to the first frame with the graph. */
    drawn: Promise<number>;
  }
}

const LOADS = 5;
const FILTERS = 20;

/** Measures the first load, and changes of the filter by clicks and through the history. */
export async function benchApp(address: string): Promise<Measure[]> {
  const browser = await chromium.launch(launchOptions);
  try {
    return [...(await benchLoad(browser, address)), ...(await benchFilters(browser, address))];
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

async function benchLoad(browser: Browser, address: string): Promise<Measure[]> {
  const times: number[] = [];
  let responses: Response[] = [];
  for (let i = 0; i < LOADS; i++) {
    responses = [];
    const page = await openPage(browser);
    page.on("response", (response) => responses.push(response));
    await page.goto(address);
    times.push(await page.evaluate(() => window.drawn));
    if (i === LOADS - 1) responses = await finished(responses);
    else await page.context().close();
  }
  const isData = (response: Response) => new URL(response.url()).pathname.startsWith("/data/");
  return [
    measure("first load to the drawn graph", times),
    measure("first load, app", [await compressed(responses.filter((r) => !isData(r)))], 100, "kB gz"),
    measure("first load, data", [await compressed(responses.filter(isData))], 350, "kB gz"),
  ];
}

async function finished(responses: Response[]): Promise<Response[]> {
  await Promise.all(responses.map((response) => response.finished()));
  return responses;
}

/** What a host that compresses would have sent, in kB. */
async function compressed(responses: Response[]): Promise<number> {
  const bodies = await Promise.all(responses.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000;
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
    measure("filter by click, as the browser tells", presented, 50),
    measure("filter by Back, to the next frame", steps, 50),
  ];
}

/** The time of the last change, once its frame is drawn and the page has come to rest. */
async function lastFrame(page: Page): Promise<number> {
  await page.waitForTimeout(200);
  return page.evaluate(() => window.painted[window.painted.length - 1]);
}
