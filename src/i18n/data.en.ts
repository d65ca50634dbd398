/** The words of the data page in English; they come with the page, not with the first load. */
export const en = {
  set: {
    heading: "The data set",
    intro: (n: {
      entities: string;
      aligned: string;
      alignments: string;
      evidence: string;
      values: string;
      kpis: string;
      relations: string;
      milestones: string;
    }) =>
      `${n.entities} entities, ${n.aligned} of which serve a goal through ${n.alignments} alignments; ${n.values} values of ${n.kpis} KPIs, ${n.relations} relations and ${n.milestones} dated events; all drawn from ${n.evidence} passages of the report.`,
    title: "Title",
    organisation: "Organisation",
    period: "Period",
    version: "Version",
    licence: "Licence",
    shippedLicence: "for our selection, reading and wording. Names and figures are the report's.",
    source: "Source document",
    authors: "Made by",
    unknown: "not said in the package",
    citation: "Cite as",
    cite: (c: { author: string; title: string; version: string; licence: string; address: string }) =>
      `${c.author && `${c.author}. `}${c.title} [data set]${c.version && `, version ${c.version}`}.${c.licence && ` ${c.licence}.`}${c.address && ` ${c.address}`}`,
  },

  made: {
    heading: "How it was made",
    steps: [
      [
        "First reading",
        "Each chapter was read whole, line by line. Every named thing became a row, every figure in digits a value, every dated event a milestone. Names and figures stand as printed; summaries are our own sentences, in Chinese and in English.",
      ],
      [
        "Joining",
        "What several chapters name is one row: its spellings became aliases, its evidence was joined. What only looks alike stays apart: two funds, two labs, two awards with similar names.",
      ],
      [
        "Second reading",
        "The alignments of the most prominent things and all values were read again from the text, without sight of the first reading. Differences were settled from the text, and the alignment says where readers differed.",
      ],
      [
        "Audit",
        "A program checks that every name, figure and quoted word stands on the lines that its record cites, that sums and per-head figures add up or are explained, and that pages fit their sections.",
      ],
    ],
    faults:
      "The text edition of the report has faults: columns run into each other, sentences are split, rows of the table of key figures are shifted, values are lost. Each fault that was found is listed with its lines and with how it was read, and so is what was left out on purpose.",
    readme: "Faults of the text, and what is left out",
    other: "How this package was made is told in its own README, if it has one.",
  },

  holds: {
    heading: "What it holds",
    intro: "Counted over the whole package, whatever you have filtered. A number that is a link leads to its rows.",
    kind: "Kind",
    all: "All",
    prominence: ["Prominent", "With a fact", "In passing"],
    aligned: "Serve a goal",
    unaligned: "Serve none",
    total: "All kinds",
    note: "Prominent: a good graph of this report must have it. With a fact: named with a fact of its own. In passing: named only; left out of the views until you ask for it.",
  },

  trust: {
    heading: "How far it can be trusted",
    value: "Value",
    number: "Number",
    share: "Share",
    n: (n: string) => `n = ${n}`,
    grade: "Evidence of the alignments",
    gradeNote: "How much the report shows for it, not how good the deed is.",
    basis: "Basis of the alignments",
    basisNote: "Stated: the report itself names the goal. Our reading: we read it from another passage.",
    level: "Goal or target",
    levels: { target: "names a target", goal: "names the goal only" },
    role: "Role",
    polarity: "Effect",
    polarityNote:
      "A report shows its good side. Few negative links mean that little harm is disclosed, not that there is none.",
    stage: "Stage",
    readers: "Readers of the alignments",
    readerNames: { "two-readers": "two readers", "one-reader": "one reader", none: "not said" },
    prominent: (two: string, n: string) =>
      two === n
        ? `Two readers read all ${n} alignments of prominent entities.`
        : `Of the ${n} alignments of prominent entities, two readers read ${two}.`,
    responsibility: "Responsible unit of what serves a goal",
    responsibilities: {
      stated: "stated in the report",
      curated: "our reading",
      suggested: "suggested by a machine",
      itself: "is a unit itself",
      none: "not stated",
    },
    kpis: "KPIs by result level",
    kpisNote: (target: string, baseline: string, n: string) =>
      `Of ${n} KPIs, ${target} have a target value and ${baseline} a year that they are compared with.`,
    observations: "Values by status",
    observationsNote:
      "Reported: as printed. Derived: computed from printed values. Corrected: misplaced in the text edition. Missing: lost, and left empty.",
  },

  tables: {
    heading: "The tables",
    intro:
      "Plain CSV files in UTF-8, described by a datapackage.json (Tabular Data Package). Empty means unknown, never zero.",
    rows: (n: number) => `${n.toLocaleString("en")} ${n === 1 ? "row" : "rows"}`,
    column: "Column",
    holds: "What it holds",
    cell: "Cell",
    required: "required",
    unique: "unique",
    oneOf: "one of:",
    to: (ref: string) => `points to ${ref}`,
    type: {
      text: "text",
      list: "values separated by |",
      integer: "whole number",
      number: "number as printed",
      date: "date: 2020, 2020-09 or 2020-09-09",
      period: "date, or start/end",
      lines: "line numbers: 113-115|120",
      years: "years separated by |",
    },
    download: (file: string) => `Download ${file}`,
    descriptor: "Descriptor of the package",
    framework: "of the framework",
  },

  issues: {
    heading: "Faults of the package",
    none: "None: every row is sound.",
    some: "Rows with an error are left out, rows with a warning are used.",
  },

  /** What a table or column holds: the schema says it in English. */
  about: (sentence: string): string => sentence,
};

export type DataWords = typeof en;
