/** The words of the coverage view in English; they come with the view. */

import type { CellState } from "../../graph/cell-state.ts";
import type { MeasureName } from "../../graph/coverage.ts";
import type { Step } from "../../graph/funnel.ts";

/** A measure as a sentence says it: `of` and `n` as counted, `value` as it is written. */
interface Told {
  part: string;
  n: string;
  unknown: string;
  value: string;
}

interface Reached {
  all: string;
  reached: string;
  through: string;
}

const are = (n: string, one: string, many: string) => `${n} ${n === "1" ? one : many}`;

export const en = {
  by: {
    label: "Columns of the matrix",
    unit: "Units",
    year: "Years",
    kind: "Kinds",
    stage: "Stages",
    grade: "Evidence",
    role: "Roles",
  },
  /** What a column is, for the sheets. */
  column: {
    unit: "Business unit",
    year: "Year",
    kind: "Kind",
    stage: "Stage",
    grade: "Evidence grade",
    role: "Role",
  },

  states: {
    "not-assessed": "not assessed",
    "not-material": "not material",
    "no-link": "no link",
    mentioned: "mentioned (E0)",
    described: "described (E1)",
    measured: "measured (E2, E3)",
    outcome: "outcome (E4, E5)",
  } satisfies Record<CellState, string>,
  legend: "What the marks mean",

  matrix: {
    label: (by: string) => `Goals by ${by.toLowerCase()}`,
    labelOf: (goal: string, by: string) => `Targets of goal ${goal} by ${by.toLowerCase()}`,
    goals: "Goal",
    targets: "Target",
    goalOnly: "The goal alone, no target",
    total: "Total",
    allGoals: "All goals",
    allReadings: "With our reading",
    allReadingsHint: (stated: string, all: string) =>
      `${stated} with the basis that is chosen, ${all} with every basis. Open all.`,
    judgement: "Assessed",
    back: "All goals",
    targetsOf: (goal: string) => `Show the targets of ${goal}`,
    instead: (name: string) => `Left out by the filters. Show ${name} instead`,
    units: (n: number) => `Show ${n} smaller units`,
    fewerUnits: "Fewer units",
    expand: (unit: string) => `Units below ${unit}`,
    sortGoals: "In the order of the goals",
    sortBy: (name: string, count: string) => `Sort by ${name}, ${are(count, "alignment", "alignments")}`,
    sortTotal: "Sort by total",
    hint: "Point at a cell, or move with the arrow keys, and it is told here. A click filters everything, a second one opens what is behind it.",
    overlap: {
      unit: "A link counts for its unit and those above it, so columns add up to more than the total; totals count each once.",
      year: "A link counts in each of its years, so columns add up to more than the total; totals count each once.",
    },
    noFacet: {
      stage:
        "Stages are no filter: a click shows the goal in all its stages, a second one opens its links sorted by stage.",
      role: "Roles are no filter: a click shows the goal in all its roles, a second one opens its links sorted by role.",
    },
  },

  /** Sentences of the cells. */
  cell: {
    place: (row: string, column: string) => (column ? `${row} · ${column}` : row),
    count: (n: string, grade: string, meaning: string) =>
      `${are(n, "alignment", "alignments")}, best evidence ${grade}: ${meaning.toLowerCase()}.`,
    none: "No link in this selection. The report was read and shows none.",
    "not-assessed": (reason: string) => `Not assessed: you noted that nobody has looked${reason && ` (${reason})`}.`,
    "not-material": (reason: string) => `Not material${reason && `: ${reason}`}. No link in this selection.`,
    out: "Left out by the filters.",
    filter: "Click to show only these.",
    open: "Click again to open them.",
    filterGoal: "Click to show this goal alone.",
  },

  judge: {
    title: (goal: string) => `Goal ${goal} in your judgement`,
    intro: "Kept in this browser, for this report. It explains why nothing is there; links that are there stay.",
    assessed: "Assessed: where nothing is linked, the report shows nothing",
    "not-assessed": "Not assessed: nobody has looked",
    "not-material": "Not material to this company",
    reason: "Reason",
    save: "Save",
    cancel: "Cancel",
    button: (goal: string, state: string) => `Judge goal ${goal}: ${state}`,
    assessedShort: "assessed",
  },

  measures: {
    heading: "Measures of each goal",
    intro:
      "Of the selected alignments. Each measure answers a question of its own: there is no overall score and no ranking. The small figures say what was counted.",
    method: "How they are defined",
    goal: "Goal",
    groups: { measures: "Measures", funnel: "From mention to outcome" },
    names: {
      breadth: "Breadth",
      depth: "Depth",
      gap: "Symbolic gap",
      measurability: "Measurability",
      targeting: "Targeting",
      trend: "Trend",
      concentration: "Concentration",
      balance: "Balance",
    } satisfies Record<MeasureName, string>,
    steps: {
      mention: "Mention",
      target: "Target",
      kpi: "KPI",
      targetValue: "Target value",
      outcome: "Outcome",
    } satisfies Record<Step, string>,
    details: (goal: string) => `Goal ${goal} in sentences`,
    of: (part: string, n: string) => `${part} of ${n}`,
    meanOf: (n: string) => `${n} ${n === "1" ? "target" : "targets"}`,
    points: (value: string) => `${value} points`,
    withheld: "withheld",
    unknown: (unknown: string, n: string) => `${unknown} of ${n} unknown`,
    nothing: "–",
    noneDisclosed: "none disclosed",

    /** What each measure says of a goal, in a sentence. */
    says: {
      breadth: ({ part, n, value }: Told) =>
        `${part} of its ${are(n, "target", "targets")} (${value}) have a link of E1 or better. Links to the goal alone don't count.`,
      depth: ({ n, value }: Told) =>
        `The best evidence of its ${are(n, "covered target", "covered targets")} reaches ${value} of E5 on average.`,
      gap: ({ value }: Told) =>
        `Breadth minus depth is ${value}: the higher, the more targets are touched with little shown for them.`,
      measurability: ({ part, n, value }: Told) =>
        `${part} of the ${n} initiatives, products, labs and others that serve it (${value}) have a KPI.`,
      targeting: ({ part, n, value }: Told) =>
        `${part} of their ${are(n, "KPI", "KPIs")} (${value}) have a target value.`,
      trend: ({ part, n, value }: Told) =>
        `${part} of their ${are(n, "KPI", "KPIs")} (${value}) have values for three comparable years.`,
      concentration: ({ part, n, value }: Told, unit: string) =>
        `${unit} holds ${part} of its ${are(n, "link", "links")} (${value}), the units below it counted in.`,
      balance: ({ part, n, value }: Told) =>
        part === "0"
          ? `No negative effect disclosed among its ${are(n, "link", "links")}. That does not say there is none.`
          : `${part} of its ${are(n, "link", "links")} (${value}) show a negative or mixed effect.`,
    },
    /** Why a measure is not given. */
    cannot: {
      breadth: "The framework lists no targets for it.",
      depth: "None of its targets has a link of E1 or better, so there is no depth to tell.",
      gap: "Without depth there is no gap to tell.",
      measurability: "Nothing serves it in this selection.",
      targeting: "What serves it has no KPI, so there is nothing to set a target for.",
      trend: "What serves it has no KPI, so there is no series.",
      concentration: "It has no links in this selection.",
      balance: "It has no links in this selection.",
    } satisfies Record<MeasureName, string>,
    tooUnknown: {
      concentration: ({ unknown, n }: Told) =>
        `Withheld: for ${unknown} of its ${are(n, "link", "links")} the report names no responsible unit, more than a fifth.`,
      trend: ({ unknown, n }: Told) =>
        `Withheld: of ${unknown} of the ${are(n, "KPI", "KPIs")} values are lost in the text, more than a fifth.`,
    },
    /** `all` serve the goal, `reached` of them meet the step, `through` those before it too. */
    saysStep: {
      mention: ({ all }: Reached) => `${all} initiatives, products, labs and others are linked to it.`,
      target: ({ reached, all }: Reached) => `${reached} of these ${all} name one of its targets, with E1 or better.`,
      kpi: ({ reached, through }: Reached) => `${reached} have a KPI; ${through} of them name a target as well.`,
      targetValue: ({ reached, through }: Reached) =>
        `${reached} have a KPI with a value to reach; ${through} of them took all steps before.`,
      outcome: ({ reached, through }: Reached) =>
        `${reached} show an outcome (E4 or better); ${through} of them took all steps before.`,
    } satisfies Record<Step, (counts: Reached) => string>,
  },

  sheets: {
    matrix: "Matrix",
    cells: "Cells",
    measures: "Measures",
    code: "Code",
    name: "Name",
    count: "Alignments",
    best: "Best evidence",
    state: "State",
    reason: "Reason noted",
    links: "Alignments",
    through: "by all steps before",
    part: "counted",
    n: "of",
    unknown: "unknown",
    withheld: "Withheld",
  },
};

export type CoverageWords = typeof en;
