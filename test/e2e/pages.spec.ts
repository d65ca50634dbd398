/** The pages to read: what the data page counts is what the package has and what the table shows. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { expect, test } from "./fixtures.ts";

const numberIn = (text: string | null): number => Number(/[\d,]+/.exec(text ?? "")?.[0].replaceAll(",", ""));

/** The rows of a CSV file beside the app. */
async function rowsOf(page: Page, address: string): Promise<Record<string, string>[]> {
  const response = await page.request.get(address);
  expect(response.status(), address).toBe(200);
  return Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true }).data;
}

const measure = (page: Page, name: string): Locator => page.getByRole("table", { name, exact: true });

test("the data page shows the counts of the package", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await expect(page).toHaveURL(/\?view=data$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How was this made, and how far can it be trusted?");
  await expect(page.getByRole("navigation", { name: "Filters" })).toHaveCount(0);

  const alignments = await rowsOf(page, "./data/tencent-2020/alignments.csv");
  const grades = measure(page, "Evidence of the alignments");
  for (const grade of ["E0", "E1", "E2", "E3", "E4", "E5"]) {
    const n = alignments.filter((a) => a.grade === grade).length;
    const cell = grades.getByRole("row", { name: new RegExp(`^${grade}`) }).getByRole("cell");
    expect(numberIn(await cell.first().textContent()), grade).toBe(n);
  }
  const labs = await rowsOf(page, "./data/tencent-2020/labs.csv");
  const row = measure(page, "What it holds").getByRole("row", { name: /^Labs/ });
  expect(numberIn(await row.getByRole("cell").first().textContent())).toBe(labs.length);
});

test("a count leads to the same number in the table", async ({ page }) => {
  for (const [table, row, rows] of [
    ["Evidence of the alignments", /^E4/, "Alignments"],
    ["Basis of the alignments", /^Stated in the report/, "Alignments"],
    ["Goal or target", /^names the goal only/, "Alignments"],
    ["Responsible unit of what serves a goal", /^not stated/, "Entities"],
  ] as const) {
    await page.goto("./?view=data");
    const link = measure(page, table).getByRole("row", { name: row }).getByRole("link");
    const promised = numberIn(await link.textContent());
    expect(promised).toBeGreaterThan(0);
    await link.click();
    await expect(page.getByRole("region", { name: `${rows}: ${promised.toLocaleString("en")} rows` })).toBeVisible();
  }
});

test("entities of a kind, with a goal and without, lead to their rows", async ({ page }) => {
  for (const [at, address] of [
    [-2, /rows=entities/],
    [-1, /goal=none/],
  ] as const) {
    await page.goto("./?view=data");
    const row = measure(page, "What it holds").getByRole("row", { name: /^Products/ });
    const link = row.getByRole("cell").nth(at).getByRole("link");
    const promised = numberIn(await link.textContent());
    await link.click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("region", { name: `Entities: ${promised} rows` })).toBeVisible();
  }
});

test("filters don't touch the data page, and outlive it", async ({ page }) => {
  await page.goto("./?view=data");
  const all = await page.locator(".page .lead").first().textContent();
  await page.goto("./?goal=4&view=data");
  await expect(page.locator(".page .lead").first()).toHaveText(all!);
  await page.getByRole("link", { name: "Graph", exact: true }).click();
  await expect(page.locator(".chip")).toHaveCount(1);
});

test("every table can be taken away, with as many rows as the page says", async ({ page }) => {
  await page.goto("./?view=data");
  const items = page.locator(".tables > li");
  await expect(items).toHaveCount(17);
  for (const item of await items.all()) {
    const address = await item.getByRole("link", { name: /^Download/ }).getAttribute("href");
    const said = numberIn(await item.locator("summary .quiet").textContent());
    expect(await rowsOf(page, address!), address!).toHaveLength(said);
  }
  const readme = await page
    .getByRole("link", { name: "Faults of the text, and what is left out" })
    .getAttribute("href");
  expect(await (await page.request.get(readme!)).text()).toContain("## Faults of the text edition");
});

test("a table says what its columns hold, in the reader's language", async ({ page }) => {
  await page.goto("./?view=data&lang=zh");
  await page.locator("summary", { hasText: "alignments.csv" }).click();
  const grade = measure(page, "alignments").getByRole("row", { name: /^grade/ });
  await expect(grade).toContainText("证据有多强。");
  await expect(grade).toContainText("E5");
});

test("the method leads to its parts, and its grades to the table", async ({ page }) => {
  await page.goto("./?view=method");
  const contents = page.getByRole("navigation", { name: "On this page" });
  await contents.getByRole("link", { name: "Evidence grades" }).click();
  await expect(page.getByRole("heading", { name: "Evidence grades" })).toBeInViewport();
  await page.locator(".page").getByRole("link", { name: "E3", exact: true }).click();
  await expect(page).toHaveURL(/grade=E3/);
  await expect(page.getByRole("table")).toContainText("E3");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Evidence grades" })).toBeAttached();
});

test("a link to a part of the method opens there", async ({ page }) => {
  await page.goto("./?view=method&lang=zh#privacy");
  await expect(page.getByRole("heading", { name: "隐私" })).toBeInViewport();
});

test("a package from a folder is told apart: no files of ours, no claims of ours, no address that runs", async ({
  page,
}) => {
  const folder = join(await mkdtemp(join(tmpdir(), "goalgraph-")), "mine");
  await mkdir(folder);
  const entity = "id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence";
  const files = {
    "datapackage.json": JSON.stringify({
      name: "mine",
      title: "Mine",
      licenses: [{ name: "odd", path: "javascript:alert(1)" }, "nonsense"],
      sources: { title: "not a list" },
      resources: ["sections", "evidence", "initiatives", "alignments"].map((name) => ({ name, path: `${name}.csv` })),
    }),
    "sections.csv": "id,title_zh,title_en,first_line,last_line\ns,节,Section,1,9\n",
    "evidence.csv": "id,section,lines,says_zh,says_en,tokens\ne,s,1,有,There,有\n",
    "initiatives.csv": `${entity}\nschool,学校,School,,,,,,3,e\n`,
    "alignments.csv":
      "id,entity,object,basis,role,polarity,directness,stage,grade,years,evidence,review\na,school,4,stated,enable,positive,direct,action,E1,,e,\n",
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  await page.goto("./?view=data");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a folder" }).click();
  await (await chooser).setFiles(folder);

  const read = page.locator(".page");
  await expect(read).toContainText("Mine");
  await expect(read).toContainText("not said in the package");
  await expect(read).not.toContainText("First reading");
  await expect(read.locator('a[href*="tencent-2020"], a[href^="javascript"]')).toHaveCount(0);
  await expect(read.getByRole("link", { name: "Download goals.csv" })).toBeVisible();
  await expect(measure(page, "Basis of the alignments").getByRole("row", { name: /^Stated/ })).toContainText("100%");
});
