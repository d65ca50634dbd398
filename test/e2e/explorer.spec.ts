/** The explorer's promises that hold in any view. */
import type { Page } from "@playwright/test";
import { expect, expectSound, test } from "./fixtures.ts";

const shown = (page: Page) => page.locator(".shown").textContent();

test("Back undoes, Forward does again", async ({ page }) => {
  await page.goto("./");
  const start = await shown(page);
  await page
    .getByRole("navigation", { name: "Filters" })
    .getByRole("link", { name: /Climate action/ })
    .click();
  const filtered = await shown(page);
  expect(filtered).not.toBe(start);
  await page.goBack();
  await expect(page.locator(".shown")).toHaveText(start!);
  await page.goForward();
  await expect(page.locator(".shown")).toHaveText(filtered!);
});

test("an old link says what it asks for in vain, and shows the rest", async ({ page }) => {
  await page.goto("./?goal=4,18&colour=red&unit=nobody");
  const notice = page.getByRole("alert");
  for (const part of ["goal=18", "colour=red", "unit=nobody"]) await expect(notice).toContainText(part);
  await expect(page.locator(".chip")).toHaveCount(1);
  await notice.getByRole("button").click();
  await expect(notice).toBeHidden();
});

test("nonsense in an address is text, never markup", async ({ page }) => {
  await page.goto(`./?q=${encodeURIComponent('<img src=x onerror="document.title=1">')}&item=%E0%A4%A`);
  await expect(page.locator(".chip")).toContainText("<img src=x");
  await expect(page.locator(".view-head img")).toHaveCount(0);
  await expect(page.getByText("Nothing matches these filters.")).toBeVisible();
});

test("a click on a goal opens its page, a double click focuses it", async ({ page }) => {
  await page.goto("./");
  const stage = page.locator(".stage");
  await expect(stage.locator(".labels")).toBeVisible();
  const spot = await goalOnScreen(page);
  await page.mouse.click(spot.x, spot.y);
  await expect(page).toHaveURL(/item=\d+$/);
  const goal = /item=(\d+)/.exec(page.url())![1];
  const other = await goalOnScreen(page);
  await page.mouse.dblclick(other.x, other.y);
  await expect(page).toHaveURL(new RegExp(`focus=${goal}`));
});

/** A point of the map that carries the red of goal 4, found in the picture itself. */
async function goalOnScreen(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator(".stage").boundingBox())!;
  await page.waitForTimeout(600);
  const png = (await page.screenshot({ clip: box })).toString("base64");
  const at = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const red = (x: number, y: number) => {
      const i = (y * image.width + x) * 4;
      return Math.abs(pixels[i] - 0xc5) + Math.abs(pixels[i + 1] - 0x19) + Math.abs(pixels[i + 2] - 0x2d) < 12;
    };
    for (let y = 8; y < image.height - 8; y += 2) {
      for (let x = 8; x < image.width - 8; x += 2) {
        if ([0, 4, 8].every((d) => red(x + d, y) && red(x, y + d))) return { x: x + 3, y: y + 3 };
      }
    }
    return undefined;
  }, png);
  if (!at) throw new Error("no red disc of goal 4 in the picture");
  return { x: box.x + at.x, y: box.y + at.y };
}

test("without WebGL the table is offered, and works", async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null as never;
  });
  await page.goto("./?goal=5");
  await expect(page.getByRole("alert")).toContainText("can't draw the graph");
  await page.getByRole("link", { name: "The table shows the same." }).click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("a lost context says so, and the picture comes back with its state", async ({ page }) => {
  await page.goto("./?goal=4&item=tencent-classroom");
  await expect(page.locator(".stage .labels")).toBeVisible();
  await page.waitForTimeout(600);
  await page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>(".stage canvas")];
    const lost = canvases.map((c) => c.getContext("webgl2")?.getExtension("WEBGL_lose_context")).filter((e) => e);
    for (const extension of lost) extension!.loseContext();
    setTimeout(() => lost[0]!.restoreContext(), 700);
  });
  await expect(page.getByRole("alert")).toContainText("took the picture away");
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(page.getByRole("toolbar")).toBeVisible();
  await expect(page).toHaveURL(/goal=4&item=tencent-classroom/);
  await goalOnScreen(page);
});

test("a broken package shows its faults, and the way back", async ({ page }) => {
  await page.goto("./");
  await dropFolder(page, {
    "mine/datapackage.json": JSON.stringify({
      name: "mine",
      title: "Mine",
      resources: [
        { name: "units", path: "units.csv" },
        { name: "alignments", path: "alignments.csv" },
      ],
    }),
    "mine/units.csv": "id,name_zh,name_en,prominence,evidence\n<b>x</b>,,X,2,e1\n",
    "mine/alignments.csv":
      "id,entity,object,basis,role,polarity,directness,stage,grade,evidence\na1,nobody,99,stated\n",
  });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("can't be shown");
  const faults = page.getByRole("table");
  await expect(faults).toContainText("units.csv, row 2");
  await expect(faults).toContainText("alignments.csv, row 2");
  await expect(faults.locator("b")).toHaveCount(0);
  await page.getByRole("button").click();
  await expect(page.locator(".stage")).toBeVisible();
});

test("a report that breaks off says so, and can be tried again", async ({ page }) => {
  let broken = true;
  await page.route("**/pack.json", (route) => (broken ? route.fulfill({ body: "{broken" }) : route.continue()));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("could not be read to its end");
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".stage")).toBeVisible();
});

test.describe("a report that isn't there", () => {
  test.use({ expectedFaults: /nothing-here/ });

  test("says what is missing, and leads to the shipped one", async ({ page }) => {
    await page.goto("./?report=nothing-here&lang=en");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("can't be shown");
    await expect(page.getByRole("table")).toContainText("datapackage.json");
    await page.getByRole("link", { name: "Open the shipped report" }).click();
    await expect(page.locator(".stage")).toBeVisible();
  });
});

/** Drops files on the page as a person would; a plain file list stands in for the folder that tests can't make. */
async function dropFolder(page: Page, files: Record<string, string>): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a folder" }).click();
  const folder = await folderOf(files);
  await (await chooser).setFiles(folder);
}

async function folderOf(files: Record<string, string>): Promise<string> {
  const { mkdir, mkdtemp, writeFile } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { dirname, join } = await import("node:path");
  const root = await mkdtemp(join(tmpdir(), "goalgraph-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return join(root, "mine");
}

const STATES = {
  "the opening view": "",
  "a filtered graph": "?goal=4,5&year=2020&unit=none",
  "a goal's page": "?item=13",
  "a target's page": "?item=4.4",
  "an entity's page": "?item=tencent-data-centers",
  "a link's page": "?item=tencent-data-centers--7",
  "a KPI's page": "?item=a3-dc-average-pue",
  "the table of alignments": "?view=table&goal=13",
  "the table of entities": "?view=table&rows=entities&goal=13",
  "nothing found": "?q=zzzz",
  "the data page": "?view=data",
  "the data page beside a goal's": "?view=data&item=4",
  "the method page": "?view=method",
};

for (const [name, search] of Object.entries(STATES)) {
  for (const [look, options] of Object.entries({
    "wide, light, English": { viewport: { width: 1440, height: 900 }, colorScheme: "light", lang: "en" },
    "narrow, dark, Chinese": { viewport: { width: 390, height: 844 }, colorScheme: "dark", lang: "zh" },
  } as const)) {
    test(`axe finds nothing: ${name}, ${look}`, async ({ page }) => {
      await page.setViewportSize(options.viewport);
      await page.emulateMedia({ colorScheme: options.colorScheme });
      await page.goto(`./${search || "?"}${search ? "&" : ""}lang=${options.lang}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (search.includes("item=")) await expect(page.getByRole("complementary")).toBeVisible();
      if (search.includes("view=table")) await expect(page.getByRole("table")).toBeVisible();
      if (/view=(data|method)/.test(search)) await expect(page.locator(".page")).toBeVisible();
      await expectSound(page);
    });
  }
}
