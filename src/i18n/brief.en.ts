/** The words of the report to print, in English; they come with the page. */
export const en = {
  subtitle: "Alignment with the 17 Sustainable Development Goals",
  print: "Print",
  sheet: "Goals",

  holds: {
    heading: "What it holds",
    lead: (n: { entities: string; goals: string; alignments: string; stated: string; read: string }) =>
      `${n.entities} entities serve ${n.goals} of the 17 goals through ${n.alignments} alignments. The report itself states ${n.stated} of them; ${n.read} are our reading of other passages.`,
    grade: "Evidence",
    stated: "Stated in the report",
    read: "Our reading",
    all: "All",
    kinds: "Kinds",
    unserved: "Without any alignment in this selection",
  },

  goals: {
    heading: "Goals",
    goal: "Goal",
    alignments: "Alignments",
    stated: "of them stated",
    entities: "Entities",
    best: "Best evidence",
    targets: "Targets covered",
    share: (n: number, all: number) => `${n} of ${all}`,
    units: "Units that run most of it",
    noUnit: "not stated",
    note: "A target is covered by an alignment with a named activity or better (E1). Coverage tells what is disclosed, not how good it is.",
  },

  strongest: {
    heading: "Strongest evidence by goal",
    note: "The strongest by evidence grade, then by prominence, with the passages they rest on in our words.",
    more: (n: number) => `and ${n} more`,
    evidence: (n: number) => (n === 1 ? "and 1 more passage" : `and ${n} more passages`),
  },

  kpis: {
    heading: "Figures",
    note: "Figures of what is selected, as printed; those with a series come first. Derived and corrected values are marked.",
    kpi: "KPI",
    unit: "Unit",
    values: "Values",
    more: (n: number) => `and ${n} more`,
    marks: { derived: "derived", corrected: "corrected" } as Record<string, string>,
  },

  coverage: {
    heading: "Coverage",
    means: {
      breadth: "share of the goal's targets with a named activity or better",
      depth: "how strong the best evidence of the covered targets is, on average",
      gap: "breadth minus depth, in points: high where much is touched and little is shown",
      measurability: "share of what serves the goal that has a KPI",
      targeting: "share of those KPIs with a target value",
      trend: "share of those KPIs with three comparable years",
      concentration: "share of the alignments that the largest unit holds",
      balance: "share of negative or mixed alignments",
    },
  },

  gaps: {
    heading: "Gaps",
    findings: "Findings",
    gravest: "The gravest",
    more: (n: number) => `and ${n} more of the same severity`,
    aside: (n: number) => `${n} ${n === 1 ? "finding was" : "findings were"} set aside by the reader.`,
  },

  method: {
    heading: "Method",
    grades: "Evidence grades",
    sources: "Sources",
    cite: "Cite as",
  },
};

export type BriefWords = typeof en;
