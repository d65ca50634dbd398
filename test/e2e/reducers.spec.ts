/** A filtered graph drawn through the mask equals the one drawn through reducers, item by item. */
import { build, type Rolldown } from "vite";
import { expect, test } from "./fixtures.ts";
import type { Comparison } from "./reducers/draw.ts";

declare global {
  interface Window {
    reducers: { compare: (report: string, framework: string, search: string) => Promise<Comparison> };
  }
}

let script = "";
test.beforeAll(async () => {
  const lib = { entry: "test/e2e/reducers/draw.ts", formats: ["iife" as const], name: "reducers" };
  const built = await build({ configFile: false, publicDir: false, logLevel: "warn", build: { write: false, lib } });
  const [{ output }] = built as Rolldown.RolldownOutput[];
  script = output[0].code;
});

for (const search of ["", "?goal=4", "?goal=4,13&year=2020", "?kind=initiatives&basis=stated&hide=1", "?q=carbon"]) {
  test(`the mask draws ${search || "everything"} as reducers would`, async ({ page, baseURL }) => {
    // Any page of the host, without the app.
    await page.goto("./data/sdg/datapackage.json");
    await page.addScriptTag({ content: script });
    const { kept, all, drawn, difference } = await page.evaluate(
      ([base, search]) => window.reducers.compare(`${base}data/tencent-2020/`, `${base}data/sdg/`, search),
      [baseURL!, search],
    );
    expect(kept, "something is left out").toBeLessThan(all);
    expect(drawn, "something is drawn").toBeGreaterThan(1000);
    // A reducer's opacity is a byte, the mask's a number.
    expect(difference).toBeLessThanOrEqual(2);
  });
}
