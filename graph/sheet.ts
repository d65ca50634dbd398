/** Sheets: what a view says as rows and columns, for spreadsheets. CSV and workbooks are made from the same sheets. */

export interface SheetColumn {
  title: string;
  /** Figures, set flush right and written as numbers. */
  numeric?: true;
}

export interface Sheet {
  /** Name of the sheet in a workbook, and part of a file's name. */
  name: string;
  columns: SheetColumn[];
  /** A cell for each column; `undefined` is unknown and stays empty. */
  rows: (string | number | undefined)[][];
}
