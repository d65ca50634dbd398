/** Checks what a table by itself can't show: references, identifiers across tables, figures behind grades. */
import type { Issue } from "./issue.ts";
import { FRAMEWORK } from "./schema.ts";
import type { Parsed, Placed } from "./table.ts";

/** Order of reference checks: a table comes after those it points to, so a row that falls takes its dependants along. */
const CHECK_FIRST = ["goals", "targets", "sections", "evidence", "units"];
const CHECK_LAST = ["kpis", "observations", "alignments", "relations", "milestones"];

/** Checks what a table by itself can't show: references, identifiers across tables, evidence grades. */
export function checkPackage(files: Parsed[], issues: Issue[]): void {
  const rank = (f: Parsed) => {
    if (CHECK_FIRST.includes(f.name)) return CHECK_FIRST.indexOf(f.name);
    return CHECK_LAST.includes(f.name) ? 100 + CHECK_LAST.indexOf(f.name) : 50;
  };
  const ordered = [...files].sort((a, b) => rank(a) - rank(b));
  checkEntityIds(ordered, issues);
  /** The ids of each table, of `entity` and of `object`; a row that falls takes its id out of all of them. */
  const ids = new Map<string, Set<string>>([
    ["entity", new Set()],
    ["object", new Set()],
  ]);
  const idOf = ({ cells }: Placed) => String(cells.id ?? cells.code);
  const groupOf = (file: Parsed) => ids.get(file.table.entities ? "entity" : "object")!;
  for (const file of ordered) {
    ids.set(file.name, new Set(file.rows.map(idOf)));
    if (file.table.entities || file.name in FRAMEWORK) for (const row of file.rows) groupOf(file).add(idOf(row));
  }
  for (const file of ordered) {
    // A table may point to itself (a unit to its parent): until no row falls, another may have lost what it points to.
    for (let fell = true; fell; ) {
      fell = false;
      file.rows = file.rows.filter((row) => {
        if (checkReferences(file, row, (ref) => ids.get(ref) ?? new Set(), issues)) return true;
        fell = true;
        ids.get(file.name)!.delete(idOf(row));
        groupOf(file).delete(idOf(row));
        return false;
      });
    }
  }
  checkGrades(files, issues);
}

/** One node, one id: over all entity tables, and apart from the codes of goals and targets. */
function checkEntityIds(files: Parsed[], issues: Issue[]): void {
  const owner = new Map<string, string>();
  for (const file of files.filter((f) => f.table.entities)) {
    file.rows = file.rows.filter(({ row, cells }) => {
      const id = String(cells.id);
      const other = owner.get(id);
      const code = /^\d+(\.\w+)?$/.test(id);
      if (!other && !code) {
        owner.set(id, file.file);
        return true;
      }
      issues.push({
        level: "error",
        rule: "duplicate",
        file: file.file,
        row,
        column: "id",
        value: id,
        message: code ? "the id looks like the code of a goal or target" : `the id stands in ${other} too`,
        hint: "Give the entity an id of its own",
      });
      return false;
    });
  }
}

function checkReferences(
  file: Parsed,
  { row, cells }: Placed,
  idsOf: (ref: string) => Set<string>,
  issues: Issue[],
): boolean {
  let sound = true;
  for (const [column, spec] of Object.entries(file.table.columns)) {
    if (!spec.ref) continue;
    const known = idsOf(spec.ref);
    const cell = cells[column];
    const values = Array.isArray(cell) ? (cell as string[]) : cell ? [String(cell)] : [];
    const found = values.filter((value) => known.has(value));
    if (found.length === values.length) continue;
    const fatal = Boolean(spec.required) && found.length === 0;
    for (const value of values.filter((x) => !known.has(x))) {
      issues.push({
        level: fatal ? "error" : "warning",
        rule: "unknown-reference",
        file: file.file,
        row,
        column,
        value,
        message: spec.ref === "object" ? "there is no such goal or target" : `there is no ${spec.ref} with this id`,
        hint: "Correct the id, or add the row that it should point to",
      });
    }
    cells[column] = Array.isArray(cell) ? found : "";
    if (fatal) sound = false;
  }
  return sound;
}

/** A grade from E2 up needs a figure: an observation on its evidence, or a number among the tokens. */
function checkGrades(files: Parsed[], issues: Issue[]): void {
  const rows = (name: string) => files.find((f) => f.name === name)?.rows ?? [];
  const observed = rows("observations").filter((o) => o.cells.value);
  const figures = new Set(observed.flatMap((o) => o.cells.evidence as string[]));
  for (const { cells } of rows("evidence")) {
    if ((cells.tokens as string[]).some((t) => /\d/.test(t))) figures.add(String(cells.id));
  }
  const alignments = files.find((f) => f.name === "alignments");
  if (!alignments) return;
  alignments.rows = alignments.rows.filter(({ row, cells }) => {
    if (String(cells.grade) < "E2" || (cells.evidence as string[]).some((e) => figures.has(e))) return true;
    issues.push({
      level: "error",
      rule: "grade-without-figure",
      file: alignments.file,
      row,
      column: "grade",
      value: String(cells.grade),
      message: "a grade from E2 up needs a figure, and its evidence has none",
      hint: "Cite evidence with a number, or grade it E0 or E1",
    });
    return false;
  });
}
