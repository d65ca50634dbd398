/** Taking away: what leaves the app as a file or on paper must say the same as the screen, and stand by itself. */
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import readExcelFile from "read-excel-file/node";
import { expect, expectSound, test } from "./fixtures.ts";

const menu = (page: Page) => page.getByRole("group", { name: /What to take|可以带走的内容/ });
const openMenu = async (page: Page) => {
  await page.getByRole("button", { name: /^(Take it away|带走)$/ }).click();
  await expect(menu(page)).toBeVisible();
};

/** Asks for a file in the open menu; its name, where it lies, and what it holds. */
async function take(page: Page, item: string): Promise<{ name: string; path: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await menu(page).getByRole("button", { name: item, exact: true }).click();
  const download = await coming;
  const name = download.suggestedFilename();
  await expect(menu(page).getByRole("status")).toContainText(name);
  const path = join(await mkdtemp(join(tmpdir(), "goalgraph-")), name);
  await download.saveAs(path);
  return { name, path, bytes: await readFile(path) };
}

/** Entities and alignments that the screen says are shown. */
async function shown(page: Page): Promise<number[]> {
  const text = await page.locator(".shown").textContent();
  return [...text!.matchAll(/\d[\d,]*/g)].map(([n]) => Number(n.replaceAll(",", "")));
}

const rowsOf = (csv: Buffer): string[][] => {
  const text = csv.toString("utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<string[]>(text.slice(1).trimEnd()).data;
};

/** Parses a picture as a browser does, and says what is in it. */
const inspect = (page: Page, svg: string) =>
  page.evaluate((markup) => {
    const { documentElement: root } = new DOMParser().parseFromString(markup, "image/svg+xml");
    return {
      root: root.tagName,
      namespace: root.namespaceURI,
      size: [Number(root.getAttribute("width")), Number(root.getAttribute("height"))],
      tags: [...new Set([...root.querySelectorAll("*")].map((e) => e.tagName))],
      attributes: [...new Set([...root.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()))],
      texts: [...root.querySelectorAll("text")].map((e) => e.textContent ?? ""),
    };
  }, svg);

/** Which of some spots of a picture are not all of one colour; each is [left, top, width, height]. */
const inked = (page: Page, bytes: Buffer, spots: number[][]) =>
  page.evaluate(
    async ({ data, spots }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const isInked = ([x, y, width, height]: number[]) => {
        const pixels = new Uint32Array(context.getImageData(x, y, width, height).data.buffer);
        return pixels.some((pixel) => pixel !== pixels[0]);
      };
      return { size: [canvas.width, canvas.height], inked: spots.map(isInked) };
    },
    { data: bytes.toString("base64"), spots },
  );

/** A package by a stranger, whose names would like to be markup and formulas. */
const FORMULA = '=HYPERLINK("https://evil.example","x")';
const MARKUP = '</text><script>document.title="taken"</script><foreignObject>';

async function openHostile(page: Page): Promise<void> {
  const folder = join(await mkdtemp(join(tmpdir(), "goalgraph-")), "mine");
  await mkdir(folder);
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const files = {
    "datapackage.json": JSON.stringify({
      name: "../mine: <b>",
      title: `Mine ${MARKUP}`,
      resources: ["sections", "evidence", "initiatives", "alignments"].map((name) => ({ name, path: `${name}.csv` })),
    }),
    "sections.csv": "id,title_zh,title_en,first_line,last_line\ns,节,Section,1,9\n",
    "evidence.csv": "id,section,lines,says_zh,says_en,tokens\ne,s,1,有,There,有\n",
    "initiatives.csv": `id,name_zh,name_en,prominence,evidence\nformula,公式,${cell(FORMULA)},3,e\nmarkup,标记,${cell(MARKUP)},3,e\n`,
    "alignments.csv": [
      "id,entity,object,basis,role,polarity,directness,stage,grade,years,evidence,review",
      "a,formula,4,stated,enable,positive,direct,action,E1,,e,",
      "b,markup,13,curated,enable,positive,direct,action,E1,,e,\n",
    ].join("\n"),
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  await page.goto("./?view=table");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a folder" }).click();
  await (await chooser).setFiles(folder);
  await expect(page.locator(".shown")).toContainText("2 entities");
}

test("the map as SVG: it renders by itself, with title, filters, legend, source and date", async ({
  page,
  context,
}) => {
  await page.goto("./?goal=4&year=2020");
  await openMenu(page);
  const { name, path, bytes } = await take(page, "Picture (SVG)");
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  expect(name).toBe(`tencent-2020-graph-${today}.svg`);
  const svg = bytes.toString("utf8");
  const { root, namespace, size, tags, attributes, texts } = await inspect(page, svg);
  expect([root, namespace]).toEqual(["svg", "http://www.w3.org/2000/svg"]);
  expect(tags.filter((tag) => !["title", "rect", "g", "text", "path", "circle"].includes(tag))).toEqual([]);
  expect(attributes.filter((a) => /^on|href|style/.test(a))).toEqual([]);
  const all = texts.join("\n");
  for (const text of [
    "Tencent Corporate Social Responsibility Report 2020",
    "Which goals does the company serve, and through what?",
    "Goal: 4 Quality education; Year: 2020",
    "stated by the report, and our reading",
    "Quality education",
    "our reading",
    "filtered out",
    "tencent-2020 1.0.0",
    "Creative Commons",
    today,
    page.url(),
  ]) {
    expect(all).toContain(text);
  }
  expect(all).toContain((await page.locator(".shown").textContent())!);

  const alone = await context.newPage();
  await alone.setViewportSize({ width: size[0], height: size[1] });
  await alone.goto(`file://${path}`);
  const picture = await inked(page, await alone.screenshot(), [
    [0, 0, size[0], 120],
    [200, 200, 600, 600],
    [0, size[1] - 160, size[0], 160],
  ]);
  expect(picture.inked).toEqual([true, true, true]);
});

test("a picture says when only what the report states is counted", async ({ page }) => {
  await page.goto("./?basis=stated");
  await openMenu(page);
  const { bytes } = await take(page, "Picture (SVG)");
  expect(bytes.toString("utf8")).toContain("Alignments: only those that the report itself states");
});

test("the map as PNG: twice the size, with the legend in it", async ({ page }) => {
  await page.goto("./?goal=13&lang=zh");
  await openMenu(page);
  const svg = (await take(page, "图片（SVG）")).bytes.toString("utf8");
  const { name, bytes } = await take(page, "图片（PNG）");
  expect(name).toMatch(/^tencent-2020-graph-.*\.png$/);
  const { size } = await inspect(page, svg);
  // Where the legend stands, measured in the picture that is vectors.
  const legend = await page.evaluate((markup) => {
    const box = document.createElement("div");
    box.innerHTML = markup.slice(markup.indexOf("<svg"));
    document.body.append(box);
    const texts = [...box.querySelectorAll("text")];
    const at = texts.find((text) => text.textContent === "报告明示")!.getBoundingClientRect();
    const frame = box.firstElementChild!.getBoundingClientRect();
    box.remove();
    return [at.left - frame.left - 20, at.top - frame.top, at.width + 20, at.height].map((n) => Math.round(2 * n));
  }, svg);
  const picture = await inked(page, bytes, [legend, [0, 0, 1000, 100]]);
  expect(picture.size).toEqual(size.map((n) => 2 * n));
  expect(picture.inked).toEqual([true, true]);
});

test("a chosen entity is taken as it stands out on the screen", async ({ page }) => {
  await page.goto("./?item=tencent-education");
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  await openMenu(page);
  const { texts } = await inspect(page, (await take(page, "Picture (SVG)")).bytes.toString("utf8"));
  expect(texts).toContain("Tencent Education");
  expect(texts).not.toContain("Climate action");
});

test("CSV and workbook hold what the table shows, number for number", async ({ page }) => {
  await page.goto("./?view=table&rows=entities&goal=13&sort=-count");
  const [entities] = await shown(page);
  await openMenu(page);
  const csv = rowsOf((await take(page, "Tables (CSV)")).bytes);
  const { name, path } = await take(page, "Workbook (XLSX)");
  expect(name).toMatch(/^tencent-2020-entities-\d{4}-\d\d-\d\d\.xlsx$/);
  const sheets = await readExcelFile(path, { trim: false });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Entities", "About"]);
  const [{ data }, about] = sheets;
  expect(data).toHaveLength(entities + 1);
  expect(csv).toHaveLength(entities + 1);
  expect(data.map((row) => row.map((cell) => String(cell ?? "")))).toEqual(csv);
  const counts = data[0].indexOf("Alignments");
  const onScreen = await page.locator("tbody .col-count").allTextContents();
  expect(data.slice(1).map((row) => row[counts])).toEqual(onScreen.map(Number));
  const names = await page.locator("tbody .col-entity").allTextContents();
  expect(data.slice(1).map((row) => row[data[0].indexOf("Entity")])).toEqual(names);
  const told = about.data.map((row) => row.join(": ")).join("\n");
  for (const text of [
    "Filters: Goal: 13 Climate action",
    "Creative Commons",
    page.url(),
    "Data package: tencent-2020",
  ]) {
    expect(told).toContain(text);
  }
});

test("a view of several tables gives the first, and offers the others", async ({ page }) => {
  await page.goto("./?goal=13");
  const [entities, alignments] = await shown(page);
  await openMenu(page);
  const first = await take(page, "Tables (CSV)");
  expect(first.name).toContain("Alignments");
  expect(rowsOf(first.bytes)).toHaveLength(alignments + 1);
  expect(rowsOf((await take(page, "Entities")).bytes)).toHaveLength(entities + 1);
});

test("nothing in a stranger's package becomes markup, a formula or a path", async ({ page }) => {
  await openHostile(page);
  await openMenu(page);
  const csv = await take(page, "Tables (CSV)");
  expect(csv.name).toMatch(/^mine-b-alignments-/);
  expect(rowsOf(csv.bytes).map((row) => row[1])).toEqual(["Entity", `'${FORMULA}`, MARKUP]);
  const { path } = await take(page, "Workbook (XLSX)");
  const [{ data }] = await readExcelFile(path, { trim: false });
  expect(data.map((row) => row[1])).toEqual(["Entity", FORMULA, MARKUP]);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Graph", exact: true }).click();
  await openMenu(page);
  const { root, tags, texts } = await inspect(page, (await take(page, "Picture (SVG)")).bytes.toString("utf8"));
  expect(root).toBe("svg");
  expect(tags).not.toContain("script");
  expect(tags).not.toContain("foreignObject");
  expect(texts.join("\n")).toContain("HYPERLINK");
  expect(texts.join("\n")).toContain("opened from a folder");
  await page.keyboard.press("Escape");
  await page.goto(`./?view=brief`);
  expect(await page.title()).not.toBe("taken");
});

test("what is empty is said to be, instead of an empty file", async ({ page }) => {
  await page.goto("./?q=zzzz");
  await openMenu(page);
  await menu(page).getByRole("button", { name: "Workbook (XLSX)" }).click();
  await expect(menu(page).getByRole("status")).toContainText("no row matches the filters");
});

test("the menu by keyboard: Escape closes it alone, and leads back", async ({ page }) => {
  await page.goto("./?view=table&item=13");
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  const button = page.getByRole("button", { name: "Take it away" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(menu(page).getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu(page)).toBeHidden();
  await expect(button).toBeFocused();
  await expect(page).toHaveURL(/item=13/);
});

test("the link is copied, and what writes files is fetched with the first file", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./?view=table&goal=13");
  const scripts = () =>
    page.evaluate(() => performance.getEntriesByType("resource").filter((r) => r.name.endsWith(".js")).length);
  await openMenu(page);
  await menu(page).getByRole("button", { name: "Copy link" }).click();
  await expect(menu(page).getByRole("status")).toHaveText("Link copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  const before = await scripts();
  await take(page, "Workbook (XLSX)");
  expect(await scripts()).toBeGreaterThan(before);
});

test("the report to print: what it says is what the screen counts", async ({ page }) => {
  await page.goto("./?goal=4,13&year=2020");
  const [entities, alignments] = await shown(page);
  await openMenu(page);
  await menu(page).getByRole("link", { name: "Report to print" }).click();
  await expect(page).toHaveURL(/goal=4,13&year=2020.*view=brief|view=brief.*goal=4,13&year=2020/);
  const paper = page.getByRole("article");
  await expect(paper).toContainText(`${entities} entities serve 2 of the 17 goals through ${alignments} alignments`);
  await expect(paper).toContainText("Filters");
  await expect(paper).toContainText("Goal: 4 Quality education; Goal: 13 Climate action; Year: 2020");
  const total = paper.locator("tfoot td").last();
  await expect(total).toHaveText(String(alignments));
  const goals = paper.locator("table", { hasText: "Targets covered" }).locator("tbody tr");
  await expect(goals).toHaveCount(2);
  const perGoal = await goals.locator("td:nth-child(2)").allTextContents();
  expect(perGoal.reduce((sum, n) => sum + Number(n), 0)).toBe(alignments);
  await total.getByRole("link").click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(alignments + 1);
});

test("the report prints as pages of A4, without what stands around it", async ({ page }) => {
  await page.goto("./?view=brief&goal=4");
  const paper = page.getByRole("article");
  await expect(paper).toContainText("Strongest evidence by goal");
  await page.evaluate(() => {
    window.print = () => {
      document.title = "printed";
    };
  });
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await expect(page).toHaveTitle("printed");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.slice(0, 5)).toBe("%PDF-");
  expect([...pdf.matchAll(/\/Type \/Page\b(?!s)/g)].length).toBeGreaterThan(2);
  // A4 in points.
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.map(Number);
  expect(Math.abs(width - 595.3) + Math.abs(height - 841.9)).toBeLessThan(2);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const around of [".header", ".rail", ".view-head", ".brief-bar"]) {
    await expect(page.locator(around)).toBeHidden();
  }
  for (const text of [
    "What it holds",
    "Coverage",
    "Gaps",
    "Figures",
    "Method",
    "Evidence grades",
    "Cite as",
    "CC-BY-4.0",
  ]) {
    await expect(paper.getByText(text).first()).toBeVisible();
  }
  expect(await paper.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(28, 30, 33)");
});

for (const view of ["graph", "coverage", "gaps", "kpis", "time", "paths", "compare", "table", "data", "method"]) {
  test(`${view} prints in full, without header and filters`, async ({ page }) => {
    await page.goto(`./?view=${view}`);
    await expect(page.locator("main#view > :last-child")).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.locator(".header")).toBeHidden();
    if (await page.locator(".rail").count()) await expect(page.locator(".rail")).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll("main#view *")]
        .filter((e) => getComputedStyle(e).overflowY !== "visible" && e.scrollHeight > e.clientHeight + 2)
        .filter((e) => e.clientHeight > 100)
        .map((e) => `${e.tagName}.${e.className}`),
    );
    expect(hidden).toEqual([]);
  });
}

test("the map is printed as vectors, since printers take no picture from WebGL", async ({ page }) => {
  await page.goto("./?goal=4&lang=en");
  await expect(page.getByRole("button", { name: "Take it away" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const map = page.locator(".map-on-paper svg");
  await expect(map).toBeVisible();
  await expect(map.getByText("Quality education").last()).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(map).toHaveCount(0);
});

const STATES = {
  "the menu on the map": { search: "?goal=4", open: true },
  "the menu on the table": { search: "?view=table&goal=13", open: true },
  "the report to print": { search: "?view=brief&goal=14", open: false },
  "an empty report to print": { search: "?view=brief&q=zzzz", open: false },
};

for (const [name, { search, open }] of Object.entries(STATES)) {
  for (const [look, { width, height, colorScheme, lang }] of Object.entries({
    "wide, light, English": { width: 1440, height: 900, colorScheme: "light", lang: "en" },
    "wide, dark, Chinese": { width: 1440, height: 900, colorScheme: "dark", lang: "zh" },
    "narrow, light, Chinese": { width: 390, height: 844, colorScheme: "light", lang: "zh" },
    "narrow, dark, English": { width: 390, height: 844, colorScheme: "dark", lang: "en" },
  } as const)) {
    test(`axe finds nothing: ${name}, ${look}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto(`./${search}&lang=${lang}`);
      if (open) {
        await openMenu(page);
        const box = (await menu(page).boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      } else if (search.includes("goal")) await expect(page.getByRole("article")).toBeVisible();
      await expectSound(page);
    });
  }
}
