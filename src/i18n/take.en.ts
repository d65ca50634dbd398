/** The words of "Take it away" in English; they come with the views that have it. */
export const en = {
  open: "Take it away",
  list: "What to take",
  svg: "Picture (SVG)",
  png: "Picture (PNG)",
  csv: "Tables (CSV)",
  xlsx: "Workbook (XLSX)",
  brief: "Report to print",
  copy: "Copy link",
  copied: "Link copied",
  copyByHand: "Copying is not allowed here; take it from this box",
  making: "Being made…",
  saved: (file: string) => `Saved as ${file}`,
  failed: (reason: string) => `It could not be made: ${reason}`,
  nothing: "There is nothing to take: no row matches the filters.",
  /** The tables behind the first, each a file of its own. */
  others: "The other tables",
  noCanvas: "this browser can't draw so large a picture; the SVG holds the same",

  about: "About",
  term: {
    title: "Title",
    question: "Question",
    filters: "Filters",
    reading: "Alignments",
    shown: "Shown",
    source: "Source",
    method: "Method",
    package: "Data package",
    date: "Date",
    address: "Address",
  },
  colon: (term: string, text: string) => `${term}: ${text}`,
  noFilters: "none",
  and: "; ",
  stated: "only those that the report itself states",
  curated: "only our reading of other passages",
  suggested: "only what a machine suggested",
  reading: "stated by the report, and our reading of other passages",
  opening: "only the most prominent entities",
  period: (from: string, to: string) => `${from} to ${to}`,
  method:
    "Alignments are stated by the report or our reading of it; each cites the lines it rests on. A contribution to a goal is not its achievement, and no score is made of them.",
  version: (name: string, version: string) => (version ? `${name} ${version}` : name),
  folder: "opened from a folder in this browser; the address alone does not hold it",
};

export type TakeWords = typeof en;
