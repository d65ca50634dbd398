/** The words of the comparison in English; they come with the view, not with the first load. */
import type { Verdict } from "../../graph/kpi-changes.ts";

const n = (count: number): string => count.toLocaleString("en");

export const en = {
  sides: "The two selections",
  aIs: "what is filtered now",
  bIs: "what it is compared with",
  /** The head of a column: the side, and what tells it from the other. */
  side: (letter: string, name: string) => (name ? `${letter} · ${name}` : letter),
  all: "all",
  noFilter: "No filter: the whole report.",
  otherReport: (title: string) => `Report: ${title}`,
  inTable: (letter: string) => `${letter} in the table`,
  newTab: "opens in a new tab",
  swap: "Swap A and B",
  clear: "Remove B",
  more: "Compare something else",
  contents: "Parts of the comparison",
  unknown: (parts: string) => `B asks for something that its report doesn't have: ${parts}. The rest of it counts.`,
  sameSides: "A and B hold the same.",

  reading: (name: string) => `Reading the report “${name}”…`,
  failed: (name: string, reason: string) => `The report “${name}” could not be read: ${reason}.`,
  notSound: (name: string) => `No alignment could be read in “${name}”. These are the faults that were found.`,
  faults: (count: number) =>
    `The report of B has ${n(count)} ${count === 1 ? "fault" : "faults"}; its sound rows are compared.`,
  again: "Try again",
  matched:
    "Two reports: entities are the same by their id, else by kind and name. Alignments are the same when the same entity serves the same goal or target.",

  empty: {
    title: "Set one selection against another",
    text: "A is what is filtered now. Choose what B is, and see what only one of them holds, where the goals differ, and which figures changed.",
  },
  choices: {
    year: "Year against year",
    yearAbout: "What the report shows for one year, against another; KPIs by the values of those years.",
    pair: (a: string, b: string) => `${a} against ${b}`,
    unit: "Unit against unit",
    unitAbout: "What two units answer for, with the units below them.",
    of: (letter: string, facet: string) => `${letter}: ${facet}`,
    choose: "Choose…",
    basis: "Stated against our reading",
    basisAbout: "What the report says of itself, against what we read in other passages.",
    basisLink: "Stated against our reading",
    keep: "Now against what comes next",
    keepAbout: "Keeps what is filtered now as B. Then filter on: A changes, B stays.",
    keepLink: "Keep this as B",
    report: "Report against report",
    reportAbout: "Another report that lies beside this one, by the name of its folder under data/.",
    folder: "Folder of the other report",
    folderHint: "Small letters, digits and hyphens: other-report-2021",
    compare: "Compare",
  },

  overlap: {
    title: "What they share",
    entities: "Entities",
    alignments: "Alignments",
    onlyA: (name: string) => `Only in ${name}`,
    onlyB: (name: string) => `Only in ${name}`,
    both: "In both",
    bar: (a: number, both: number, b: number) => `${n(a)} only in A, ${n(both)} in both, ${n(b)} only in B`,
  },
  yearNote:
    "Years are those for which this report shows an alignment. A report tells most about its own year: more alignments there is no growth.",
  unknownYears: (count: number) =>
    `${n(count)} ${count === 1 ? "alignment has" : "alignments have"} no known year, so neither side holds ${count === 1 ? "it" : "them"}.`,

  goals: { title: "Goal by goal", goal: "Goal" },
  by: {
    title: "Difference by",
    unit: "Business unit",
    year: "Year",
    kind: "Kind",
    stage: "Stage",
    grade: "Evidence",
    role: "Role",
  },
  table: {
    caption: "Alignments in A and in B with the best grade of evidence, and A minus B",
    difference: "Difference",
    differenceAbout: "A minus B",
    more: (count: string) => `${count} more in A`,
    less: (count: string) => `${count} more in B`,
    same: "the same number",
  },

  kpis: {
    title: "KPI changes",
    count: (count: number) => `KPI changes (${n(count)})`,
    bySides:
      "The last value of A against the last of B, within the years that each filters by. Only what is alike is compared: a year with a year, a total with a total.",
    inTime: "A and B have the same years, so each KPI's latest value stands against the one before it.",
    kpi: "KPI",
    latest: "Latest",
    before: "Before",
    change: "Change",
    verdict: "Better or worse",
    only: (letter: string) => `only ${letter} shows what it measures`,
    percent: (amount: string) => `${amount} %`,
    points: "percentage points",
    bound: "not exact, so nothing is computed",
    verdicts: {
      better: "A is better",
      worse: "A is worse",
      same: "no change",
      neutral: "neither better nor worse",
      unknown: "can't be said",
    } satisfies Record<Verdict, string> as Record<Verdict, string>,
    verdictsInTime: {
      better: "better than before",
      worse: "worse than before",
      same: "no change",
      neutral: "neither better nor worse",
      unknown: "can't be said",
    } satisfies Record<Verdict, string> as Record<Verdict, string>,
    none: "No KPI of either selection has two values to compare.",
    rest: (count: number) => `${n(count)} ${count === 1 ? "KPI has" : "KPIs have"} no two values to compare`,
    restAbout:
      "One of the values is missing, or they differ in kind: a single day, a running total, a plan, another unit.",
  },

  lists: {
    title: "One by one",
    about: "Entities under each goal that they serve; one that serves several goals stands under each.",
    count: (count: number) => `${n(count)} ${count === 1 ? "entity" : "entities"}`,
    noGoal: "No goal",
    nothing: "Nothing.",
    differs: (a: number, b: number) =>
      [a && `${n(a)} alignment${a === 1 ? "" : "s"} only in A`, b && `${n(b)} only in B`].filter(Boolean).join(", "),
  },

  sheet: {
    onlyA: "Only in A",
    onlyB: "Only in B",
    both: "Both",
    goals: "Goals",
    kpis: "KPI changes",
    side: (letter: string, column: string) => `${column} (${letter})`,
    alignment: "Alignment",
    belongs: "Belongs to",
    id: "Id",
    code: "Code",
    unit: "Unit of measure",
    period: "Period",
    qualifier: "Qualifier",
    status: "Status",
    percent: "Change in % of B",
    points: "Change in percentage points",
    count: "Alignments",
    best: "Best evidence",
  },
  figure: {
    moreInA: "more alignments in A",
    moreInB: "more alignments in B",
  },
};

export type CompareWords = typeof en;
