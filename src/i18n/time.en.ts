/** The words of the time view in English; they come with the view, not with the first load. */
const many = (n: number, one: string, more: string): string => `${n.toLocaleString("en")} ${n === 1 ? one : more}`;

export const en = {
  chart: "Timeline",
  keys: "Arrow keys go from one to the next and from lane to lane, Enter opens, plus and minus zoom.",
  hint: "Point at a mark, or go to it by Tab and the arrow keys: what it stands for is said here.",
  lanes: "Lanes",
  byGoal: "By goal",
  byUnit: "By unit",
  together: "Together",
  all: "All",
  none: { goal: "No goal in this selection", unit: "Unit not stated" },
  openLane: (name: string, n: number) => `${name}: ${n} one by one`,
  laneTitle: "Open the lane: everything one by one, with its name",

  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  earlier: "Earlier",
  later: "Later",
  whole: "All of time",
  start: "Back to the opening window",

  milestone: "Milestone",
  milestones: (n: number) => many(n, "milestone", "milestones"),
  beginnings: (n: number) => many(n, "beginning", "beginnings"),
  openMark: "Press to see them apart",
  precision: { year: "known to the year", month: "known to the month", day: "known to the day" },
  lifetime: (since: string, until: string) => (until ? `${since} to ${until}` : `since ${since}, no end stated`),
  more: (n: number) => `${n} more`,
  separator: "; ",
  undated: (n: number, of: number) =>
    `${n.toLocaleString("en")} of ${of.toLocaleString("en")} entities have no stated beginning, so they can't be drawn.`,
  nothingHere: "Nothing happened or began in this window.",
  nothingDated: "Nothing in this selection has a date.",
  nothingDatedHint: "The report does not say when these began, or the filters leave nothing.",

  legend: {
    title: "How to read it",
    day: "A milestone, known to the day",
    span: "A milestone within this month or year",
    begin: "A beginning",
    count: "Several: press to see them apart",
    sure: "Going on for sure",
    unsure: "Begun or ended somewhere in here",
    open: "No end stated",
    running: "How many go on; paler: may go on",
  },

  list: {
    caption: (n: number, of: number, window: string) =>
      n === of
        ? `All ${many(n, "event and lifetime", "events and lifetimes")}, ${window}`
        : `In sight, ${window}: ${n} of ${of}`,
    all: "Show all of time",
    date: "Date",
    what: "What",
    kind: "Kind",
    goals: "Goals",
    units: "Units",
    evidence: "Evidence",
    passages: (n: number) => many(n, "passage", "passages"),
    evidenceOf: (n: number, name: string) => `${many(n, "passage", "passages")}: ${name}`,
    more: (n: number) => `Show ${n} more`,
  },

  years: {
    legend: "Years",
    from: "First year",
    to: "Last year",
    all: "All years",
    clear: "All years",
    value: (years: readonly string[]) => years.join(", "),
    of: (n: number) => many(n, "alignment", "alignments"),
    play: "Play, year by year",
    pause: "Pause",
    next: "Next year",
    previous: "Year before",
  },

  sheets: {
    milestones: "Milestones",
    lifetimes: "Lifetimes",
    id: "Id",
    precision: "Known to",
    entities: "Entities",
    entity: "Entity",
    since: "Since",
    until: "Until",
    precisions: { year: "year", month: "month", day: "day" },
    lines: "Lines",
  },
};

export type TimeWords = typeof en;
