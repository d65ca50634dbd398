import { describe, expect, it } from "vitest";
import { frameworkResources, type ResourceDescriptor, reportResources } from "../../graph/descriptor.ts";
import { FRAMEWORK, REPORT, type Table } from "../../graph/schema.ts";
import { datapackage } from "../helpers.ts";

const { validate } = datapackage;

const tables: [ResourceDescriptor, Table][] = [
  ...frameworkResources().map((r): [ResourceDescriptor, Table] => [r, FRAMEWORK[r.name as keyof typeof FRAMEWORK]]),
  ...reportResources().map((r): [ResourceDescriptor, Table] => [r, REPORT[r.name as keyof typeof REPORT]]),
];

const report = (name: string) => reportResources().find((r) => r.name === name)!;
const fieldOf = (table: string, name: string) => report(table).schema.fields.find((f) => f.name === name)!;

/** Whether a cell keeps the pattern of its field. */
const fits = (table: string, field: string, cell: string) =>
  new RegExp(String(fieldOf(table, field).constraints?.pattern)).test(cell);

describe("a descriptor", () => {
  it("describes every table of the contract, in its order", () => {
    expect(frameworkResources().map((r) => r.name)).toEqual(Object.keys(FRAMEWORK));
    expect(reportResources().map((r) => r.name)).toEqual(Object.keys(REPORT));
    for (const [{ path, name }] of tables) expect(path).toBe(`${name}.csv`);
  });

  it.each(tables)(
    "has the fields of the table, in order, with what they hold: $name",
    ({ schema, description }, table) => {
      expect(schema.fields.map((f) => f.name)).toEqual(Object.keys(table.columns));
      for (const { description: about } of [...schema.fields, { description }]) expect(about).toMatch(/\.$|: .+$/);
      for (const field of schema.fields) {
        const column = table.columns[field.name];
        expect(Boolean(field.constraints?.required)).toBe(Boolean(column.required));
        expect(Boolean(field.constraints?.unique)).toBe(Boolean(column.unique));
        expect(field.type).toBe(column.type === "integer" ? "integer" : "string");
      }
    },
  );

  it.each(tables)("has titles in both languages: $name", ({ name, title, title_zh }) => {
    expect(title.toLowerCase()).toBe(name);
    expect(title_zh).toMatch(/^[\p{Script=Han}\s]+$/u);
  });

  it("marks entity tables, and only them", () => {
    const marked = reportResources().flatMap((r) => (r.entities ? [r.name] : []));
    expect(marked).toEqual(Object.entries(REPORT).flatMap(([name, t]) => ("entities" in t ? [name] : [])));
    expect(marked).toContain("kpis");
    expect(marked).not.toContain("alignments");
  });

  it("has the keys that Table Schema can hold: of single values to one table", () => {
    expect(report("units").schema).toMatchObject({
      primaryKey: "id",
      foreignKeys: [{ fields: "parent", reference: { resource: "", fields: "id" } }],
    });
    expect(frameworkResources()[1].schema.foreignKeys).toEqual([
      { fields: "goal", reference: { resource: "goals", fields: "code" } },
    ]);
    expect(report("observations").schema).not.toHaveProperty("primaryKey");
    expect(report("observations").schema.foreignKeys).toEqual([
      { fields: "kpi", reference: { resource: "kpis", fields: "id" } },
    ]);
    expect(report("alignments").schema).not.toHaveProperty("foreignKeys");
  });

  it("allows what the reader allows, and refuses what it refuses", () => {
    expect(fieldOf("alignments", "grade").constraints?.enum).toEqual(["E0", "E1", "E2", "E3", "E4", "E5"]);
    expect(fieldOf("initiatives", "prominence").constraints?.enum).toEqual([1, 2, 3]);
    expect(fieldOf("observations", "qualifier").constraints).toBeUndefined();
    expect(fits("alignments", "years", "2018|2019|2020")).toBe(true);
    expect(fits("alignments", "years", "2018|19")).toBe(false);
    expect(fits("evidence", "lines", "113-115|120")).toBe(true);
    expect(fits("evidence", "lines", "113 bis 115")).toBe(false);
    expect(fits("observations", "value", "1,009,890.5")).toBe(true);
    expect(fits("observations", "value", "about 3")).toBe(false);
    expect(fits("milestones", "date", "2020-09-09")).toBe(true);
    expect(fits("milestones", "date", "2020 or later")).toBe(false);
    expect(fits("milestones", "date", "in 2020")).toBe(false);
  });

  it.each([
    ["framework", frameworkResources],
    ["report", reportResources],
  ])("is a sound Tabular Data Package: %s", async (name, resources) => {
    const descriptor = { profile: "tabular-data-package", name, resources: resources() };
    expect(await validate(descriptor)).toMatchObject({ valid: true, errors: [] });
    const broken = { ...descriptor, resources: resources().map((r) => ({ ...r, schema: { fields: [{}] } })) };
    expect(await validate(broken)).toMatchObject({ valid: false });
  });
});
