/** What every browser test stands on: pages that ask nothing of other hosts and report no fault. */
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
