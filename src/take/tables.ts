/** Tables: the sheets of a view as CSV, one file each, or as one workbook. */
import { toCsv } from "../../graph/csv.ts";
import type { Sheet } from "../../graph/sheet.ts";
import { workbookOf } from "../../graph/workbook.ts";
import { factsNow } from "./facts.ts";
import { fileName, save } from "./save.ts";
import { words } from "./words.ts";

/** Saves one sheet as CSV; gives the file's name. `part` tells apart the sheets of one view. */
export const saveCsv = (name: string, sheet: Sheet, part = ""): string =>
  save(fileName([name, part], "csv"), new Blob([toCsv(sheet)], { type: "text/csv;charset=utf-8" }));

/** Saves all sheets as a workbook that says what it is; gives the file's name. The writer is fetched when it is needed. */
export async function saveWorkbook(name: string, sheets: readonly Sheet[]): Promise<string> {
  const { default: writeExcelFile } = await import("write-excel-file/browser");
  const { title, question, selected, source } = factsNow();
  const { term, about } = words.value;
  const rows = [[term.title, title], [term.question, question], ...selected, ...source] as const;
  const workbook = workbookOf(sheets, { name: about, rows });
  return save(fileName([name], "xlsx"), await writeExcelFile(workbook).toBlob());
}
