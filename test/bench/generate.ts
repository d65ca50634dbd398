/** Makes report packages of any size from a seed, in the format of every report. */
import { seeded } from "../../graph/sample.ts";
import { REPORT } from "../../graph/schema.ts";

export interface Size {
  nodes: number;
  edges: number;
}

/** Files of a package by name: `datapackage.json` and the tables. */
export type Files = Record<string, string>;

const ALIGNED = 0.8;
const GOALS = Array.from({ length: 17 }, (_, i) => String(i + 1));
/** Some targets of each goal, so that a record may name either. */
const OBJECTS = GOALS.flatMap((goal) => [goal, `${goal}.1`, `${goal}.2`, `${goal}.3`]);
const KINDS = ["initiatives", "products", "labs", "publications", "partners"] as const;
const ROWS_OF_EVIDENCE = 10;

/** The package: as many entities as nodes (goals and targets come besides), four fifths of the edges alignments. */
export function generate({ nodes, edges }: Size, seed = 17): Files {
  const next = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)];
  const units = Math.max(3, Math.min(200, Math.round(nodes / 100)));
  const ids = Array.from({ length: nodes - units }, (_, i) => `entity-${i}`);
  const proof = (i: number) => `e${Math.floor(i / ROWS_OF_EVIDENCE)}`;
  const rows: Record<string, string[]> = {
    sections: ["s,,章节,Section,1,9,1,999999,"],
    evidence: Array.from(
      { length: Math.ceil(nodes / ROWS_OF_EVIDENCE) },
      (_, i) => `e${i},s,${i + 1},1,所述 ${i},Says ${i},${i}`,
    ),
    units: Array.from(
      { length: units },
      (_, i) => `${entity(`unit-${i}`, "单位", "Unit", i, "3", proof(i))},${i > 2 ? `unit-${Math.floor(i / 3)}` : ""}`,
    ),
    alignments: [],
    relations: [],
  };
  for (const kind of KINDS) rows[kind] = [];
  for (const [i, id] of ids.entries()) {
    const prominence = next() < 0.05 ? "3" : next() < 0.8 ? "2" : "1";
    rows[pick(KINDS)].push(entity(id, "项目", "Entity", i, prominence, proof(i)));
  }
  const aligned = Math.round(edges * ALIGNED);
  for (let i = 0; i < aligned; i++) {
    const at = i < ids.length ? i : Math.floor(next() * ids.length);
    const years = pick(["2018", "2019", "2020", "2019|2020", "2018|2019|2020", ""]);
    const grade = pick(["E0", "E1", "E2", "E3", "E4"]);
    const basis = next() < 0.1 ? "stated" : "curated";
    rows.alignments.push(
      `a${i},${ids[at]},${pick(OBJECTS)},${basis},contribute,positive,direct,action,${grade},${years},${proof(at)},one-reader`,
    );
  }
  for (let i = aligned; i < edges; i++) {
    const at = Math.floor(next() * ids.length);
    const runs = next() < 0.7;
    const to = runs ? `unit-${Math.floor(next() * units)}` : ids[Math.floor(next() * ids.length)];
    rows.relations.push(`${ids[at]},${runs ? "run_by" : "part_of"},${to},curated,,${proof(at)}`);
  }
  const tables = Object.entries(rows).map(([name, lines]): [string, string] => {
    const { columns } = REPORT[name as keyof typeof REPORT];
    return [`${name}.csv`, `${[Object.keys(columns).join(","), ...lines].join("\n")}\n`];
  });
  const resources = Object.keys(rows).map((name) => ({ name, path: `${name}.csv` }));
  return {
    "datapackage.json": JSON.stringify({ name: `made-${nodes}`, title: `${nodes} nodes, ${edges} edges`, resources }),
    ...Object.fromEntries(tables),
  };
}

const entity = (id: string, zh: string, en: string, i: number, prominence: string, evidence: string): string =>
  `${id},${zh} ${i},${en} ${i},,2018,,第 ${i} 项的说明,What number ${i} is about,${prominence},${evidence}`;
