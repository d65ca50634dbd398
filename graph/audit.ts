/** Proves the grounding of a package: what its records claim stands in the report's text, where they say it stands. */
import * as v from "valibot";
import { agrees, Equation, formulasIn, kpisOf, misfitsOf } from "./equations.ts";
import type { Issue } from "./issue.ts";
import type { ReportPackage } from "./package.ts";
import { type Entity, type Evidence, expandLines, type Kpi, type Observation, type Section } from "./schema.ts";
import { fold } from "./text.ts";

export interface Audit {
  /** What fails, by file and row. */
  findings: Issue[];
  /** Records looked at: the rows of the report's tables, those that the reader left out too, and the equations. */
  records: number;
  /** Records with a finding. */
  ungrounded: number;
}

/** A rule looks at one column of a record and says what is wrong with it, a sentence for each fault. */
interface Rule<T> {
  rule: string;
  /** What must hold. */
  about: string;
  column: string;
  find: (record: T, report: Report) => string[];
}

/** What the rules ask about the report. */
interface Report {
  lines: readonly string[];
  sections: ReadonlyMap<string, Section>;
  /** The text that evidence records cite, neighbouring lines as one passage. */
  passages: (evidence: readonly string[]) => readonly string[];
  /** What the package's equations say about an observation. */
  misfits: ReadonlyMap<Observation, readonly string[]>;
}

/** More lines than this in one evidence record prove nothing about any of them. */
const MOST_LINES = 30;

const CITES: Rule<{ evidence: readonly string[] }> = {
  rule: "no-evidence",
  about: "Every record cites evidence",
  column: "evidence",
  find: ({ evidence }) => (evidence.length > 0 ? [] : ["it cites no evidence"]),
};

const SECTIONS: Rule<Section>[] = [
  {
    rule: "no-such-line",
    about: "The lines of a section stand in the text",
    column: "last_line",
    find: ({ first_line = 0, last_line = 0 }, { lines }) =>
      first_line >= 1 && first_line <= last_line && last_line <= lines.length
        ? []
        : [`the text has no lines ${first_line} to ${last_line}, but 1 to ${lines.length}`],
  },
  {
    rule: "outside-parent",
    about: "A section lies within the section around it",
    column: "parent",
    find: ({ parent, first_line = 0, last_line = 0 }, { sections }) => {
      const outer = sections.get(parent);
      return !outer || (first_line >= outer.first_line! && last_line <= outer.last_line!)
        ? []
        : [`lines ${first_line} to ${last_line} are not within ${linesOf(outer)}`];
    },
  },
];

const EVIDENCE: Rule<Evidence>[] = [
  {
    rule: "token-not-found",
    about: "Tokens stand on the cited lines exactly as printed",
    column: "tokens",
    find: ({ id, lines, tokens }, { passages }) =>
      tokens.filter((t) => !passages([id]).some((p) => p.includes(t))).map((t) => `“${t}” is not on lines ${lines}`),
  },
  {
    rule: "no-such-line",
    about: "The cited lines stand in the text",
    column: "lines",
    find: (evidence, { lines }) => {
      const cited = expandLines(evidence.lines);
      return cited.length > 0 && cited.every((n) => n >= 1 && n <= lines.length)
        ? []
        : [`lines ${evidence.lines} are not in the text, which has 1 to ${lines.length}`];
    },
  },
  {
    rule: "too-many-lines",
    about: `Cite ${MOST_LINES} lines at most, those that show it`,
    column: "lines",
    find: ({ lines }) => {
      const { length } = expandLines(lines);
      return length <= MOST_LINES ? [] : [`it cites ${length} lines`];
    },
  },
  {
    rule: "outside-section",
    about: "The cited lines lie in the section",
    column: "section",
    find: ({ section, lines }, { sections }) => {
      const { first_line, last_line } = sections.get(section)!;
      return expandLines(lines).every((n) => n >= first_line! && n <= last_line!)
        ? []
        : [`lines ${lines} are not within ${linesOf(sections.get(section)!)}`];
    },
  },
  {
    rule: "outside-pages",
    about: "The page lies among the section's pages",
    column: "page",
    find: ({ section, page }, { sections }) => {
      const { id, first_page, last_page = first_page } = sections.get(section)!;
      const [from, to = from] = page.split("-").map(Number);
      return page === "" || (from >= first_page! && from <= to && to <= last_page!)
        ? []
        : [`page ${page} is not among those of section ${id}, ${first_page ?? "none"} to ${last_page ?? "none"}`];
    },
  },
];

const ENTITIES: Rule<Entity>[] = [
  CITES,
  {
    rule: "name-not-found",
    about: "A name or an alias stands on the lines of the evidence",
    column: "name_zh",
    find: ({ name_zh, name_en, aliases, evidence }, { passages }) => {
      const printed = passages(evidence).map(plain);
      return [name_zh, name_en, ...aliases].some((name) => printed.some((p) => p.includes(plain(name))))
        ? []
        : [`neither “${name_zh}” nor another name of it is on the lines of ${evidence.join(", ")}`];
    },
  },
];

/** The name of a KPI is ours as often as the report's, so its figures must stand for it. */
const KPIS: Rule<Kpi>[] = [
  CITES,
  {
    rule: "value-not-found",
    about: "The value aimed at stands on the lines of the evidence as printed",
    column: "target_value",
    find: ({ target_value, evidence }, { passages }) =>
      target_value === "" || standsOn(passages(evidence), target_value) ? [] : [notOn(target_value, evidence)],
  },
];

const OBSERVATIONS: Rule<Observation>[] = [
  CITES,
  {
    rule: "value-not-found",
    about: "A reported or corrected value stands on the lines of the evidence as printed",
    column: "value",
    find: ({ status, value, evidence }, { passages }) => {
      if (status !== "reported" && status !== "corrected") return [];
      if (value === "") return [`it is ${status} but has no value`];
      return standsOn(passages(evidence), value) ? [] : [notOn(value, evidence)];
    },
  },
  {
    rule: "no-formula",
    about:
      "The note of a derived value says how it follows from values on the lines of the evidence, as 12 + 30 or 12 / 30",
    column: "note",
    find: ({ status, value, note, evidence }, { passages }) => {
      // Powers of ten turn one unit into another; no report prints them.
      const known = (n: string) => /^10*$/.test(n) || standsOn(passages(evidence), n);
      return status !== "derived" || formulasIn(note).some((f) => agrees(f.result, value) && f.numbers.every(known))
        ? []
        : [`the note holds no formula of printed values that gives ${value}`];
    },
  },
  {
    rule: "no-note",
    about: "The note of a corrected or missing value gives the reason",
    column: "note",
    find: ({ status, note }) =>
      (status === "corrected" || status === "missing") && note === "" ? [`it is ${status} without a note`] : [],
  },
  {
    rule: "value-of-missing",
    about: "A missing value is left empty",
    column: "value",
    find: ({ status, value }) => (status === "missing" && value !== "" ? [`it is missing but has ${value}`] : []),
  },
  {
    rule: "does-not-add-up",
    about: "Sums, ratios and growth agree with the values printed, as the checks of datapackage.json say",
    column: "value",
    find: (observation, { misfits }) => [...(misfits.get(observation) ?? [])],
  },
];

/**
 * Audits a package against the text of its report.
 *
 * @param pack the package as read; what the reader refused counts as ungrounded.
 * @param text the text edition; its first line is line 1.
 */
export function audit(pack: ReportPackage, text: string): Audit {
  const findings = pack.issues.filter(isUngrounded);
  let records = new Set(findings.filter((i) => i.level === "error" && i.row).map(placeOf)).size;
  const { equations, faults } = readEquations(pack);
  const report = reportOf(pack, text, equations);

  const check = <T extends object>(name: string, rows: readonly T[], rules: readonly Rule<T>[]) => {
    const file = pack.descriptor.resources.find((r) => r.name === name)?.path ?? `${name}.csv`;
    const places = placesOf(file, pack.issues);
    records += rows.length;
    for (const record of rows) {
      const { value: row } = places.next();
      for (const { rule, about, column, find } of rules) {
        const issue = { level: "error", rule, file, row, column, value: nameOf(record), hint: about } as const;
        findings.push(...find(record, report).map((message) => ({ ...issue, message })));
      }
    }
  };
  check("sections", pack.sections, SECTIONS);
  check("evidence", pack.evidence, EVIDENCE);
  for (const { name, rows } of pack.kinds.filter((k) => k.name !== "kpis")) check(name, rows, ENTITIES);
  check("kpis", pack.kpis, KPIS);
  check("observations", pack.observations, OBSERVATIONS);
  for (const name of ["milestones", "alignments", "relations"] as const) check(name, pack[name], [CITES]);

  findings.push(...faults);
  records += equations.length + new Set(faults.map(placeOf)).size;
  return { findings, records, ungrounded: new Set(findings.map(placeOf)).size };
}

/** What the reader found that leaves a record, or a part of its evidence, out. */
const isUngrounded = ({ level, rule, column }: Issue): boolean =>
  level === "error" || (rule === "unknown-reference" && column === "evidence");

const placeOf = ({ file, row, column }: Issue): string => `${file} ${row ?? column}`;

/** The rows of the records that the reader kept: it says which it left out. */
function* placesOf(file: string, issues: readonly Issue[]): Generator<number, never> {
  const refused = issues.filter((i) => i.file === file && i.level === "error" && i.rule !== "quotes");
  const left = new Set(refused.map((i) => i.row));
  for (let row = 2; ; row++) if (!left.has(row)) yield row;
}

/** What a record is called in a finding. */
function nameOf(record: object): string {
  const { id, kpi, period, from, relation, to } = record as Record<string, string>;
  return id ?? [kpi, period, from, relation, to].filter(Boolean).join(" ");
}

function reportOf(pack: ReportPackage, text: string, equations: readonly Equation[]): Report {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const passages = new Map(pack.evidence.map((e) => [e.id, passagesAt(lines, e.lines)]));
  const misfits = new Map<Observation, string[]>();
  for (const { observation, message } of equations.flatMap((e) => misfitsOf(e, pack.observations))) {
    misfits.set(observation, [...(misfits.get(observation) ?? []), message]);
  }
  return {
    lines,
    sections: new Map(pack.sections.map((s) => [s.id, s])),
    passages: (evidence) => evidence.flatMap((id) => passages.get(id) ?? []),
    misfits,
  };
}

/** The cited lines, neighbours together: a name may run over the end of a line, and over the empty ones after it. */
function passagesAt(lines: readonly string[], cited: string): string[] {
  const numbers = expandLines(cited).filter((n) => n >= 1 && n <= lines.length);
  const passages: string[] = [];
  numbers.forEach((number, i) => {
    const line = lines[number - 1];
    const before = numbers[i - 1];
    const next = before < number && lines.slice(before, number - 1).every((between) => between.trim() === "");
    if (next) passages.push(`${passages.pop()}\n${line}`);
    else passages.push(line);
  });
  return passages;
}

/** The equations of the package, and what is wrong with those that can't be evaluated. */
function readEquations({ descriptor, kpis }: ReportPackage): { equations: Equation[]; faults: Issue[] } {
  const ids = new Set(kpis.map((k) => k.id));
  const equations: Equation[] = [];
  const faults: Issue[] = [];
  const checks: unknown[] = [descriptor.checks ?? []].flat();
  checks.forEach((declared, i) => {
    const { success, output } = v.safeParse(Equation, declared);
    const unknown = success ? kpisOf(output).filter((id) => !ids.has(id)) : [];
    if (success && unknown.length === 0) equations.push(output);
    else {
      faults.push({
        level: "error",
        rule: "unknown-check",
        file: "datapackage.json",
        column: `checks[${i}]`,
        message: success ? `there is no KPI ${unknown.join(", ")}` : "this is not an equation of the known forms",
        hint: `Write { "sum": ["a", "b"], "of": "c" }, or "ratio", "growth" or "same", with ids of KPIs`,
      });
    }
  });
  return { equations, faults };
}

/** A name without what print may change: width, case and spaces. */
const plain = (name: string): string => fold(name).replaceAll(" ", "");

/** Whether a number stands there by itself, not as a part of a longer one. */
const standsOn = (passages: readonly string[], printed: string): boolean => {
  const number = new RegExp(`(?<!\\d|\\d[.,])${printed.replaceAll(".", "\\.")}(?!\\d|[.,]\\d)`);
  return passages.some((p) => number.test(p));
};

const notOn = (printed: string, evidence: readonly string[]): string =>
  `${printed} is not on the lines of ${evidence.join(", ")}`;

const linesOf = ({ id, first_line, last_line }: Section): string =>
  `section ${id}, lines ${first_line} to ${last_line}`;
