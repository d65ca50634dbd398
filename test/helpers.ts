/** What the unit tests share: packages from strings and files, the shipped report, random packages and queries. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import Papa from "papaparse";
import { buildModel, FACETS, type FacetName, type Model } from "../graph/build.ts";
import { type ReportPackage, readPackage, type Source } from "../graph/package.ts";
import { BY, EMPTY, GROUPS, LANGUAGES, PER, type Query, RULE_IDS, SEVERITIES, VIEWS } from "../graph/query.ts";
import { BASES, GRADES, RELATIONS, REPORT, ROLES, STAGES, type TableName } from "../graph/schema.ts";

/** The root of the repository, with `/` at its end. */
export const ROOT = fileURLToPath(new URL("../", import.meta.url));
export const SDG = `${ROOT}data/sdg/`;
export const SHIPPED = `${ROOT}data/tencent-2020/`;

/** The reference implementation of Data Packages. It brings no types: these are of what the tests ask of it. */
export const datapackage = createRequire(import.meta.url)("datapackage") as {
  validate(descriptor: unknown): Promise<{ valid: boolean; errors: Error[] }>;
  Package: {
    load(file: string): Promise<{
      valid: boolean;
      errors: Error[];
      resources: { name: string; read(options: { relations: boolean }): Promise<unknown[][]> }[];
    }>;
  };
};

/** Reads the files of a folder. */
export const fileSource =
  (folder: string): Source =>
  async (path) =>
    readFile(join(folder, path), "utf8").catch(() => undefined);

const texts = new Map<string, Promise<string | undefined>>();

/** The 17 goals and 169 targets; read from disk once, since every test asks for them. */
export const sdgSource: Source = (path) => {
  if (!texts.has(path)) texts.set(path, fileSource(SDG)(path));
  return texts.get(path)!;
};

let shipped: Promise<Model> | undefined;

/** The model of the shipped report, built once for each test file. */
export function shippedModel(): Promise<Model> {
  shipped ??= readPackage(fileSource(SHIPPED), sdgSource).then(buildModel);
  return shipped;
}

/** Files by path; `undefined` takes a file away. */
export type Files = Record<string, string | undefined>;

const csv = (...lines: string[]): string => `${lines.join("\n")}\n`;

/**
 * A school and a well, a lab, an app that is a passing mention, a festival that serves no goal; three units one below
 * the other; a KPI with a value, a zero and a gap. Evidence `e1` and `e3` hold figures, `e2` holds none.
 */
export const TINY: Readonly<Record<string, string>> = {
  "datapackage.json": descriptorOf([
    ...["sections", "units", "initiatives", "labs", "products", "partners", "kpis", "observations", "milestones"],
    ...["alignments", "relations", "evidence"],
  ]),
  "sections.csv": csv(
    "id,parent,title_zh,title_en,first_page,last_page,first_line,last_line,framework_codes",
    "s1,,报告,Report,1,9,1,90,",
    "s2,s1,教育,Education,2,3,10,20,GRI 203|GRI 413",
    "s3,s1,气候,Climate,,,21,30,",
  ),
  "evidence.csv": csv(
    "id,section,lines,page,says_zh,says_en,tokens",
    "e1,s2,10-12|14,2,建了三所学校。,Three schools were built.,3所|学校",
    "e2,s3,21,,设立实验室。,A lab was founded.,实验室",
    "e3,s3,22,,数据中心更省电。,Data centres use less power.,1.32",
  ),
  "units.csv": csv(
    "id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence,parent",
    "group,集团,The Group,,1998,,,,3,e1,",
    "dept,部门,Department,,,,,,2,e1,group",
    "team,团队,Team,,,,,,2,e1,dept",
  ),
  "initiatives.csv": csv(
    "id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence",
    "school,乡村学校,Rural School,希望学校|Hope School,2019-09,,建学校,Builds schools,3,e1",
    "well,水井,Well,,,,,,2,e1",
    "festival,节日,Festival,,,,,,2,e2",
  ),
  "labs.csv": csv(
    "id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence",
    "carbon-lab,碳中和实验室,Carbon Lab,,2021,,,,3,e2",
  ),
  "products.csv": csv(
    "id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence",
    "app,应用,App,,,,,,1,e2",
    "center,数据中心,Data Center,,,,,,2,e3",
  ),
  "partners.csv": csv(
    "id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence",
    "ngo,公益组织,NGO,,,,,,2,e1",
  ),
  "kpis.csv": csv(
    "id,name_zh,name_en,aliases,since,until,summary_zh,summary_en,prominence,evidence,subject,unit_of_measure,scope,result_level,direction,baseline_year,target_value,target_year",
    "pue,能效,PUE,,,,,,2,e3,center,1,,outcome,decrease,,,",
  ),
  "observations.csv": csv(
    "kpi,period,value,qualifier,status,evidence,note",
    "pue,2019,1.32,average,reported,e3,",
    "pue,2020,0,,reported,e3,",
    "pue,2021,,,missing,e2,lost in print",
  ),
  "milestones.csv": csv("id,date,title_zh,title_en,entities,evidence", "m1,2019-09-01,开学,Opening day,school|ngo,e1"),
  "alignments.csv": csv(
    "id,entity,object,basis,role,polarity,directness,stage,grade,years,evidence,review",
    "a1,school,4.4,stated,contribute,positive,direct,action,E3,2019|2020,e1,one-reader",
    "a2,school,4,curated,enable,positive,indirect,action,E0,,e1,one-reader",
    "a3,carbon-lab,13.2,stated,benefit,positive,direct,commitment,E1,2021,e2,one-reader",
    "a4,well,6.1,curated,contribute,positive,direct,result,E2,2020,e1,one-reader",
    "a5,app,4.4,curated,enable,mixed,indirect,action,E1,2020,e2,one-reader",
    "a6,center,9.4,curated,avoid-harm,positive,direct,result,E4,2019|2020|2021,e3,one-reader",
  ),
  "relations.csv": csv(
    "from,relation,to,basis,years,evidence",
    "school,run_by,team,stated,2020,e1",
    "well,run_by,dept,curated,,e1",
    "carbon-lab,part_of,group,stated,2021,e2",
    "school,uses,app,stated,,e2",
    "school,partner,ngo,stated,2019,e1",
    "school,partner,ngo,stated,2020,e1",
  ),
};

/** A descriptor that names these tables; `name!` marks an entity table of the package's own. */
export function descriptorOf(names: string[], more: Record<string, unknown> = {}): string {
  const resources = names.map((n) => {
    const name = n.replace("!", "");
    return { name, path: `${name}.csv`, ...(n.endsWith("!") ? { entities: true, title: "Policies" } : {}) };
  });
  return JSON.stringify({ name: "tiny", title: "Tiny", resources, ...more });
}

const sourceOf =
  (files: Files): Source =>
  async (path) =>
    files[path];

/** The small package, with files replaced, added or (`undefined`) taken away. */
export const tinyPackage = (overrides: Files = {}): Source => sourceOf({ ...TINY, ...overrides });

/** Reads the small package. */
export const readTiny = (overrides?: Files): Promise<ReportPackage> => readPackage(tinyPackage(overrides), sdgSource);

/** Builds the small package. */
export const tinyModel = async (overrides?: Files): Promise<Model> => buildModel(await readTiny(overrides));

/** A table of the small package with lines put after its last. */
export const withRows = (file: string, ...lines: string[]): Files => ({ [file]: TINY[file] + csv(...lines) });

/** A table of the small package with one text in place of another, which must be there. */
export function withText(file: string, from: string, to: string): Files {
  if (!TINY[file].includes(from)) throw new Error(`${file} of the small package does not hold “${from}”`);
  return { [file]: TINY[file].replace(from, to) };
}

/** A package as rows of cells, by table. */
export type Tables = Record<string, Record<string, string>[]>;

/** The files of a package that is given as rows; columns and order come from the schema. */
export function filesOf(tables: Tables): Files {
  const files: Files = { "datapackage.json": descriptorOf(Object.keys(tables)) };
  for (const [name, rows] of Object.entries(tables)) {
    const fields = Object.keys(REPORT[name as TableName].columns);
    files[`${name}.csv`] = Papa.unparse({ fields, data: rows.map((row) => fields.map((f) => row[f] ?? "")) });
  }
  return files;
}

/** The model of a package given as rows; throws when the rows are not sound, so that a test can't pass by reading none. */
export async function modelOf(tables: Tables): Promise<Model> {
  const pack = await readPackage(sourceOf(filesOf(tables)), sdgSource);
  if (pack.issues.length > 0) throw new Error(`The rows of a test are not sound: ${JSON.stringify(pack.issues[0])}`);
  return buildModel(pack);
}

/** Ids that others stumbled over: separators of lists, of addresses and of CSV, full-width signs, spaces, Chinese. */
const ID_WORDS = [
  "a",
  "b c",
  "x,y",
  "p&q",
  "1+1",
  "50%",
  "%20",
  "#h?",
  "k=v",
  "碳中和",
  "Ａ１",
  "a/b:c",
  'say "so"',
  "e;f",
];
/** Crowded on a few goals, so that entities meet at a target, at its goal, and at targets of the same goal. */
const OBJECTS = ["1", "4", "4.4", "4.a", "4.1", "13.1", "13.2", "17", "17.19"];
const YEARS = ["2018", "2019", "2020"];

const arbYears = fc.subarray(YEARS).map((years) => years.join("|"));
const KINDS = ["units", "initiatives", "labs", "partners", "kpis"] as const;

/** Small sound packages: up to twelve entities of five kinds, units in trees or circles, random links between them. */
export const arbTables: fc.Arbitrary<Tables> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ID_WORDS), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 12,
    selector: ([word, n]) => `${word}-${n}`,
  })
  .chain((pairs) => {
    const ids = pairs.map(([word, n]) => `${word}-${n}`);
    const arbEntity = fc.record({
      kind: fc.constantFrom(...KINDS),
      prominence: fc.constantFrom("1", "2", "3"),
      parent: fc.option(fc.constantFrom(...ids), { nil: "" }),
      subject: fc.constantFrom(...ids),
      summary_en: fc.constantFrom("", "Builds schools", "Saves power"),
      summary_zh: fc.constantFrom("", "建学校", "省电"),
    });
    const arbAlignment = fc.record({
      entity: fc.constantFrom(...ids),
      object: fc.constantFrom(...OBJECTS),
      basis: fc.constantFrom(...BASES),
      role: fc.constantFrom(...ROLES),
      stage: fc.constantFrom(...STAGES),
      grade: fc.constantFrom(...GRADES),
      years: arbYears,
    });
    const arbRelation = fc.record({
      from: fc.constantFrom(...ids),
      relation: fc.constantFrom(...RELATIONS, "run_by", "part_of"),
      to: fc.constantFrom(...ids),
      basis: fc.constantFrom(...BASES),
      years: arbYears,
    });
    return fc.record({
      ids: fc.constant(ids),
      entities: fc.array(arbEntity, { minLength: ids.length, maxLength: ids.length }),
      alignments: fc.array(arbAlignment, { maxLength: 16 }),
      relations: fc.array(arbRelation, { maxLength: 12 }),
    });
  })
  .map(({ ids, entities, alignments, relations }) => {
    const kindOf = new Map(ids.map((id, i) => [id, entities[i].kind]));
    const rowsOf = (kind: string) =>
      entities.flatMap((e, i) => (e.kind === kind ? [entityRow(ids[i], e, kindOf.get(e.parent) === "units")] : []));
    return {
      sections: [{ id: "s", title_zh: "节", title_en: "Section", first_line: "1", last_line: "9" }],
      evidence: [{ id: "e", section: "s", lines: "1", says_zh: "有数", says_en: "A figure", tokens: "1.32" }],
      ...Object.fromEntries(KINDS.map((kind) => [kind, rowsOf(kind)])),
      alignments: alignments.map((a, i) => ({
        ...a,
        id: `al-${i}`,
        polarity: "positive",
        directness: "direct",
        evidence: "e",
      })),
      relations: relations.map((r) => ({ ...r, evidence: "e" })),
    };
  });

const entityRow = (
  id: string,
  { parent, ...cells }: { parent: string } & Record<string, string>,
  hasUnit: boolean,
): Record<string, string> => ({
  ...cells,
  id,
  parent: hasUnit ? parent : "",
  name_en: `Name of ${id}`,
  name_zh: `名称 ${id}`,
  evidence: "e",
  unit_of_measure: "1",
  result_level: "output",
  direction: "increase",
});

/** Words for a query's text: parts of names and summaries, what occurs nowhere, and signs that addresses give a meaning. */
const arbText = fc.oneof(
  fc.constantFrom("", "school", "学校", "BUILDS", "name of a", "１", "nowhere", "a&b=c,d+e%20f", "碳 中和", "#x?y"),
  fc.string({ unit: "grapheme", maxLength: 8 }).map((s) => s.trim()),
);

/** Queries that a reader of this model could ask, every field among them. */
export function arbQuery(model: Model): fc.Arbitrary<Query> {
  const facets = Object.fromEntries(
    FACETS.map((f) => [
      f,
      fc.oneof(
        { weight: 6, arbitrary: fc.constant<string[]>([]) },
        { weight: 2, arbitrary: subset(usedValues(model, f)) },
      ),
    ]),
  ) as unknown as Record<FacetName, fc.Arbitrary<string[]>>;
  const nodes = model.nodes.map((n) => n.id);
  const entities = model.nodes.filter((n) => n.kind !== "target").map((n) => n.id);
  return fc.record({
    ...facets,
    report: fc.constantFrom("", "tencent-2020", "mine-2"),
    q: arbText,
    focus: fc.oneof({ weight: 2, arbitrary: fc.constant("") }, fc.constantFrom(...entities)),
    steps: fc.constantFrom(1 as const, 2 as const),
    item: fc.constantFrom("", ...nodes, ...model.edges.map((e) => e.id), ...model.pack.milestones.map((m) => m.id)),
    view: fc.constantFrom(...VIEWS),
    lang: fc.constantFrom("" as const, ...LANGUAGES),
    all: fc.boolean(),
    related: fc.boolean(),
    hide: fc.boolean(),
    rows: fc.constantFrom("alignments" as const, "entities" as const),
    sort: fc.constantFrom("", "grade", "-years", "a,b&c"),
    by: fc.constantFrom(...BY),
    of: fc.constantFrom("", "4", "17"),
    group: fc.constantFrom("" as const, ...GROUPS),
    rule: fc.constantFrom("" as const, ...RULE_IDS, ...SEVERITIES),
    scale: fc.constantFrom("linear" as const, "log" as const),
    per: fc.constantFrom("" as const, ...PER),
    from: fc.constantFrom("", ...entities),
    to: fc.constantFrom("", ...nodes),
    via: fc.constantFrom("", ...model.pack.kinds.map((kind) => kind.name)),
    against: fc.constantFrom("", "year=2019", "goal=4,13&q=a%26b"),
  });
}

/** Some queries of this model; the seed says which, so a failing test can be run again. */
export const someQueries = (model: Model, seed: number): Query[] =>
  fc.sample(arbQuery(model), { seed, numRuns: QUERIES_PER_MODEL });

const QUERIES_PER_MODEL = 12;

/** Up to three of these, in their order: more would let nearly everything pass. */
const subset = (values: string[]) => fc.subarray(values, { maxLength: Math.min(3, values.length) });

/** The values of a facet that some record has, in the facet's order, and `none`: random choices of 169 targets miss all. */
function usedValues(model: Model, facet: FacetName): string[] {
  const { values, sets } = model.records.facets[facet];
  const used = new Set(sets.flat());
  return values.filter((v, i) => used.has(i) || i === values.length - 1 || v === "4");
}

/** The query that asks for nothing but this. */
export const ask = (change: Partial<Query>): Query => ({ ...EMPTY, ...change });
