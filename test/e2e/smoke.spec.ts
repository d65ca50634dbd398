import { expect, test } from "./fixtures.ts";

test("the shipped report opens, with all 17 goals", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".stage .labels")).toBeVisible();
  const goals = page.getByRole("navigation", { name: "Filters" }).locator('a[href*="goal="]');
  await expect(goals.filter({ hasText: /^\d/ })).toHaveCount(17);
});

test("the app runs from a folder of a host", async ({ page, baseURL }) => {
  const folder = `${baseURL}some/folder/`;
  const asked: string[] = [];
  await page.route(`${baseURL}**`, async (route) => {
    const url = route.request().url();
    asked.push(url);
    if (!url.startsWith(folder)) return route.fulfill({ status: 404 });
    return route.fulfill({ response: await route.fetch({ url: url.replace(folder, `${baseURL}`) }) });
  });
  await page.goto(`${folder}?goal=4`);
  await expect(page.locator(".stage .labels")).toBeVisible();
  // What comes later comes from the folder too.
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => !url.startsWith(folder))).toEqual([]);
});

test("a link opens in another reader's browser", async ({ openReader }) => {
  const page = await openReader({ locale: "zh-CN", colorScheme: "dark" });
  await page.goto("./?goal=13");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
});

test.describe("what fails every test", () => {
  test.use({ expectedFaults: /nowhere/ });

  test("requests to other hosts, errors and missing files", async ({ page, faults }) => {
    await page.goto("./");
    await page.evaluate(async () => {
      await fetch("https://nowhere.example/").catch(() => {});
      await fetch("nowhere.csv");
      console.error("nowhere");
      setTimeout(() => {
        throw new Error("nowhere");
      });
    });
    await expect.poll(() => faults.join("\n")).toContain("page error: Error: nowhere");
    expect(faults.join("\n")).toContain("request to another host: https://nowhere.example/");
    expect(faults.join("\n")).toMatch(/console error: .* 404 .*nowhere\.csv/);
  });
});
