/** What every browser test stands on: pages that ask nothing of other hosts and report no fault. */
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";

interface Fixtures {
  /** Faults that the test provokes on purpose; all others fail it. */
  expectedFaults: RegExp | undefined;
  /** What went wrong in any page of the test so far. */
  faults: string[];
  /** Opens a page in a browser session of its own, as another reader would, watched like `page`. */
  openReader: (options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  expectedFaults: [undefined, { option: true }],

  faults: async ({ expectedFaults }, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults.filter((fault) => !expectedFaults?.test(fault))).toEqual([]);
  },

  context: async ({ context, faults }, use) => {
    await watch(context, faults);
    await use(context);
  },

  openReader: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await watch(context, faults);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Axe finds nothing (WCAG 2.2 AA), and nothing sticks out sideways. */
export async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** Blocks requests to other hosts, and notes them together with errors of the page and its console. */
async function watch(context: BrowserContext, faults: string[]): Promise<void> {
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && url.hostname !== "127.0.0.1",
    async (route) => {
      faults.push(`request to another host: ${route.request().url()}`);
      await route.abort();
    },
  );
  context.on("weberror", (fault) => faults.push(`page error: ${fault.error().stack ?? fault.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`console error: ${message.text()} (${message.location().url})`);
  });
}
