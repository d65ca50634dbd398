/** One visit of a page that shows a graph: opened in a browser of its own, filtered, dragged about. */
import { type Browser, type CDPSession, chromium, type LaunchOptions, type Locator, type Page } from "@playwright/test";
import { launchOptions } from "../playwright.config.ts";
import { within } from "./timing.ts";

/** A page, and where in it the hands go. */
export interface Subject {
  address: string;
  /** The links or buttons that choose a goal; a second click gives it up. */
  filters: string;
  stage: string;
}

/** What a visit measures; a list holds what was measured several times, and nothing where it failed. */
export interface Figures {
  /** From the start of the navigation until the first frame with the graph was handed to the renderer. */
  first: number[];
  /** From a click on a filter until its frame was handed over: what the main thread worked. */
  filter: number[];
  /** The same with the waiting for the screen's next frame. */
  filterPassed: number[];
  /** Work of the main thread for each frame while the map is dragged. */
  drag: number[];
  /** After garbage collection: objects, and with the memory of typed arrays. */
  heap: number[];
  memory: number[];
}

/** What `draws.js` notes. */
interface Bench {
  frames: number;
  light: boolean;
  first: Promise<number>;
  click: (element: HTMLElement) => Promise<{ passed: number; work: number }>;
  rest: () => Promise<void>;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const LONGEST = 120_000;
/** The first ones let the browser compile what it runs. */
const WARM_UP = 2;
const FILTERS = 10;
/** For how long to drag, and for how many frames at least. */
const DRAG = 2000;
const FRAMES = 5;
const REACH = 120;

/**
 * Without this option the page is put together in the graphics process, as with a graphics card. With it the main
 * thread fetches each finished frame from there: good for filters, since nothing is left to do when the next one begins,
 * but it would be most of the work of a drag.
 */
const FETCHING = "--disable-gpu-compositing";
const dragOptions: LaunchOptions = { ...launchOptions, args: launchOptions.args?.filter((arg) => arg !== FETCHING) };

/** Figures of a page that was not visited yet. */
export const noFigures = (): Figures => ({ first: [], filter: [], filterPassed: [], drag: [], heap: [], memory: [] });

/**
 * Opens a page and filters it.
 *
 * @param figures takes what is measured.
 * @param onFirst is told the paths that the page asked for until its first frame.
 * @param onFailure is told why figures are missing.
 */
export const visit = (
  subject: Subject,
  figures: Figures,
  onFirst: (paths: Set<string>) => void,
  onFailure: (reason: string) => void,
): Promise<void> =>
  inBrowser(launchOptions, onFailure, async (page, session) => {
    const paths = new Set<string>();
    page.on("request", (request) => paths.add(new URL(request.url()).pathname));
    figures.first.push(await within(LONGEST, load(page, subject)));
    onFirst(new Set(paths));
    await within(LONGEST, drawNothing(page));
    await within(LONGEST, weigh(session, figures));
    await within(LONGEST, filter(page, page.locator(subject.filters), figures));
  });

/** Opens a page and drags its map about. */
export const visitToDrag = (subject: Subject, figures: Figures, onFailure: (reason: string) => void): Promise<void> =>
  inBrowser(dragOptions, onFailure, async (page, session) => {
    await within(LONGEST, load(page, subject));
    figures.drag.push(await within(LONGEST, drag(page, session, page.locator(subject.stage))));
  });

/** Works in a page of a browser that is closed in any case. */
async function inBrowser(
  options: LaunchOptions,
  onFailure: (reason: string) => void,
  work: (page: Page, session: CDPSession) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch(options);
  try {
    const page = await openPage(browser);
    await work(page, await page.context().newCDPSession(page));
  } catch (error) {
    onFailure(error instanceof Error ? error.message.split("\n")[0] : String(error));
  } finally {
    await browser.close();
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST);
  await page.addInitScript({ path: "test/bench/draws.js" });
  return page;
}

/** Opens a page; returns when its first frame was handed over. */
async function load(page: Page, { address }: Subject): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(() => window.bench.first);
}

/**
 * Leaves the drawing out of the frames that follow: it is the graphics card's part, which here the processor plays, and
 * a page that draws without pause would take minutes.
 */
async function drawNothing(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.bench.light = true;
  });
  await page.evaluate(() => window.bench.rest());
}

async function weigh(session: CDPSession, { heap, memory }: Figures): Promise<void> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  heap.push(usedSize / 1e6);
  memory.push((usedSize + backingStorageSize) / 1e6);
}

/** Every goal twice: chosen, then given up. */
async function filter(page: Page, filters: Locator, { filter, filterPassed }: Figures): Promise<void> {
  for (let i = 0; i < WARM_UP + FILTERS; i++) {
    const { passed, work } = await filters.nth(i >> 1).evaluate((e) => window.bench.click(e as HTMLElement));
    await page.evaluate(() => window.bench.rest());
    if (i < WARM_UP) continue;
    filter.push(work);
    filterPassed.push(passed);
  }
}

/** Drags the map in circles; returns the work for a frame. */
async function drag(page: Page, session: CDPSession, stage: Locator): Promise<number> {
  const box = (await stage.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await session.send("Performance.enable");
  await page.mouse.move(x + REACH, y);
  await page.mouse.down();
  await page.evaluate(() => window.bench.rest());
  const before = await count(page, session);
  const start = performance.now();
  let now = before;
  for (let passed = 0; passed < DRAG || now.frames < before.frames + FRAMES; passed = performance.now() - start) {
    const angle = passed / 250;
    await page.mouse.move(x + REACH * Math.cos(angle), y + REACH * Math.sin(angle));
    await page.waitForTimeout(8);
    if (passed >= DRAG) now = await count(page, session);
  }
  now = await count(page, session);
  await page.mouse.up();
  return (now.work - before.work) / (now.frames - before.frames);
}

async function count(page: Page, session: CDPSession): Promise<{ work: number; frames: number }> {
  const { metrics } = await session.send("Performance.getMetrics");
  const work = metrics.find((metric) => metric.name === "TaskDuration")!.value * 1000;
  return { work, frames: await page.evaluate(() => window.bench.frames) };
}
