/** Describes the tables of a package as Data Package resources with Table Schemas, from the schema of this project. */
import { type Column, FRAMEWORK, PATTERN, REPORT, type Table } from "./schema.ts";

interface FieldDescriptor {
  name: string;
  type: string;
  description: string;
  constraints?: Record<string, unknown>;
}

export interface ResourceDescriptor {
  name: string;
  path: string;
  title: string;
  title_zh: string;
  description: string;
  entities?: true;
  profile: "tabular-data-resource";
  encoding: "utf-8";
  format: "csv";
  mediatype: "text/csv";
  schema: {
    fields: FieldDescriptor[];
    missingValues: [""];
    primaryKey?: string;
    foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
  };
}

const TITLES: Record<string, [string, string]> = {
  goals: ["Goals", "目标"],
  targets: ["Targets", "具体目标"],
  sections: ["Sections", "章节"],
  units: ["Units", "部门与机构"],
  initiatives: ["Initiatives", "项目与行动"],
  labs: ["Labs", "实验室"],
  products: ["Products", "产品与平台"],
  partners: ["Partners", "合作伙伴"],
  publications: ["Publications", "出版物"],
  standards: ["Standards", "标准与认证"],
  awards: ["Awards", "奖项"],
  kpis: ["KPIs", "指标"],
  observations: ["Observations", "观测值"],
  milestones: ["Milestones", "大事记"],
  alignments: ["Alignments", "目标关联"],
  relations: ["Relations", "关系"],
  evidence: ["Evidence", "证据"],
};

/** The resources of a framework package (`goals`, `targets`). */
export const frameworkResources = (): ResourceDescriptor[] =>
  Object.entries(FRAMEWORK).map(([name, table]) => resource(name, table));

/** The resources of a report package, one for each table of the contract. */
export const reportResources = (): ResourceDescriptor[] =>
  Object.entries(REPORT).map(([name, table]) => resource(name, table));

function resource(name: string, table: Table): ResourceDescriptor {
  const key = Object.entries(table.columns).find(([, c]) => c.unique)?.[0];
  // Table Schema knows foreign keys of single values to one table; lists and `entity` are checked by this project.
  const foreign = Object.entries(table.columns).filter(
    ([, c]) => c.ref && c.type === "text" && c.ref !== "entity" && c.ref !== "object",
  );
  const [title, title_zh] = TITLES[name] ?? [name, name];
  return {
    name,
    path: `${name}.csv`,
    title,
    title_zh,
    description: table.about,
    ...(table.entities ? { entities: true } : {}),
    profile: "tabular-data-resource",
    encoding: "utf-8",
    format: "csv",
    mediatype: "text/csv",
    schema: {
      fields: Object.entries(table.columns).map(([column, spec]) => field(column, spec)),
      missingValues: [""],
      ...(key ? { primaryKey: key } : {}),
      ...(foreign.length > 0
        ? {
            foreignKeys: foreign.map(([column, { ref = "" }]) => ({
              fields: column,
              reference: { resource: ref === name ? "" : ref, fields: ref === "goals" ? "code" : "id" },
            })),
          }
        : {}),
    },
  };
}

function field(name: string, spec: Column): FieldDescriptor {
  const list = spec.type === "list" || spec.type === "years";
  const constraints = {
    ...(spec.required ? { required: true } : {}),
    ...(spec.unique ? { unique: true } : {}),
    ...(spec.oneOf && !list ? { enum: spec.type === "integer" ? spec.oneOf.map(Number) : [...spec.oneOf] } : {}),
    ...(patternOf(spec) ? { pattern: patternOf(spec) } : {}),
  };
  const values = list ? ` Several values, separated by |${spec.oneOf ? `: ${spec.oneOf.join(", ")}` : ""}.` : "";
  return {
    name,
    type: spec.type === "integer" ? "integer" : "string",
    description: spec.about + values,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** The pattern of a whole cell, as Table Schema wants it: of a list, each value and the separators. */
function patternOf(spec: Column): string | undefined {
  if (spec.type === "integer") return undefined;
  const source = PATTERN[spec.type]?.source;
  if (!source) return undefined;
  const inner = source.replace(/^\^|\$$/g, "");
  return spec.type === "years" ? `^${inner}(\\|${inner})*$` : `^${inner}$`;
}
