/** The words of the connections view in English; they come with the view, not with the first load. */

const many = (n: string, one: string, more: string): string => `${n} ${n === "1" ? one : more}`;

/** A title within a sentence; what is all capitals stays. */
const inline = (title: string): string =>
  /^\p{Lu}\p{Lu}/u.test(title) ? title : title.slice(0, 1).toLowerCase() + title.slice(1);

export const en = {
  picks: {
    from: "From",
    to: "To",
    through: "Through",
    any: "any kind",
    swap: "Swap",
    clear: "Clear",
    start: (name: string) => `Start from ${name}`,
    connect: (name: string) => `Connect with ${name}`,
    intro:
      "Choose two things to see how they are connected, or one unit, lab or partner for its profile. Any goal, target or entity can be found by name or code.",
    example: (from: string, to: string, through: string) =>
      `For example: from ${from} to goal ${to} through ${inline(through)}`,
  },

  /** An alignment read from the entity, and from the goal or target. */
  alignment: {
    positive: ["serves", "served by"],
    mixed: ["helps and harms", "helped and harmed by"],
    negative: ["harms", "harmed by"],
  } as Record<string, [string, string]>,

  connections: {
    heading: "Connections",
    between: "to",
    shortest: (n: string, steps: number) =>
      `${many(n, "shortest connection", "shortest connections")} of ${steps === 1 ? "1 step" : `${steps} steps`}.`,
    through: (n: string, kind: string, steps: number) =>
      `${many(n, "connection", "connections")} of up to ${steps} steps through ${inline(kind)}.`,
    moreThan: (n: string) => `more than ${n}`,
    order:
      "The fewest steps first; then what the report states before our reading, then the stronger evidence, then what has fewer links.",
    graph: "In the graph",
    middle: "Its middle in the graph",
    notListed: (n: string) => `${n} more are not listed. A filter or a kind to pass through narrows them down.`,
    none: "Nothing that the filters show connects the two.",
    noneThrough: (kind: string, steps: number) =>
      `Nothing that the filters show connects the two through ${inline(kind)} in up to ${steps} steps.`,
    aside: "In the whole report, filters aside",
    asideNote: "Grey names are filtered out, not aligned with a goal, or mentioned in passing.",
    nowhere: "In the whole report there is none either.",
    anyKind: "Look for connections through any kind",
    other: "Choose something else at one end, for example the unit that runs it or the goal that it serves.",
    same: "Both ends are the same. Choose two different ones.",
    one: "Choose the other end to see how the two are connected.",
    link: (from: string, relation: string, to: string) => `${from} ${relation} ${to}`,
  },

  profile: {
    heading: "Profile",
    starts: "Profiles",
    startsIntro: "What a unit or a partner has a hand in, with whom and for which goals.",
    units: "Units and labs",
    unitsNote: "by alignments in the selection",
    partners: "Partners",
    partnersNote: "by what they take part in, in the selection",
    noUnits: "The selection names no unit.",
    noPartners: "The selection names no partner.",
    work: { unit: "What it runs", partner: "What it takes part in" },
    below: "Units and labs below it",
    leftOut: (n: string) => `${n} more that the selection leaves out`,
    leftOutNote: "Not aligned with a goal, mentioned in passing, or filtered out.",
    noWork: "Nothing in the selection.",
    goals: { unit: "For which goals", partner: "For which goals, by what it takes part in" },
    goalsNote: "Alignments in the selection, and the strongest evidence among them.",
    alignments: "Alignments",
    entities: "Entities",
    how: (name: string) => `How it is connected with ${name}`,
    howShort: "how",
    noGoals: "None in the selection.",
    alone: "Where it is alone",
    aloneNote: "Goals and targets that no other unit is known to serve in the selection. Units above it don't count.",
    notAlone: "Nowhere: whatever it serves, another unit serves as well.",
    unstated: (n: string) => `and ${many(n, "alignment", "alignments")} whose unit is not stated`,
    partnersOf: { unit: "With which partners", partner: "With which other partners" },
    unitsOf: { unit: "With which other units", partner: "With which units" },
    nobody: "Nobody is named.",
    together: (n: string) => `in ${n}`,
    togetherIn: (name: string, n: string) => `${name}: in ${n}`,
    kpis: "Measured how",
    noKpis: "No KPI measures it.",
    noValue: "no value given",
  },

  overlap: {
    heading: "Goals served together",
    intro: "How many entities of the selection serve two goals at once.",
    gridNote: "On the diagonal: all entities that serve the goal. A cell leads to what it counts.",
    grid: "Entities that serve two goals",
    gridHint: "Arrow keys move from cell to cell.",
    cell: (a: string, b: string, n: string) => `Goals ${a} and ${b}: ${many(n, "entity", "entities")}`,
    own: (a: string, n: string) => `Goal ${a}: ${many(n, "entity", "entities")}`,
    pairs: "Most often together",
    allPairs: "All pairs",
    both: (n: string) => `${many(n, "entity serves", "entities serve")} both`,
    ofThese: (a: string, na: string, b: string, nb: string) =>
      `of ${na} that serve goal ${a} and ${nb} that serve goal ${b}`,
    none: "Nothing in the selection serves both goals.",
    empty: "Nothing in the selection serves two goals.",
    allGoals: "Take the filter by goal away",
    graph: "Both goals in the graph",
    shade: "the darker, the more entities serve both goals",
    diagonal: "on the diagonal: all entities that serve the goal",
  },

  sheet: {
    connections: "Connections",
    overlap: "Overlap",
    both: "Both goals",
    profile: "Profile",
    leftOut: "Left out by the selection",
    number: "Connection",
    step: "Step",
    from: "From",
    relation: "Relation",
    to: "To",
    grade: "Evidence",
    basis: "Basis",
    years: "Years",
    goal: "Goal",
    id: "Id",
    name: "Name",
    part: "Part",
    kind: "Kind",
    count: "Number",
    detail: "Detail",
  },
};

export type PathsWords = typeof en;
