/** The shipped package: what the readme promises of it. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Model } from "../../graph/build.ts";
import { frameworkResources, reportResources } from "../../graph/descriptor.ts";
import { formatIssue } from "../../graph/issue.ts";
import { expandLines } from "../../graph/schema.ts";
import { datapackage, ROOT, SDG, SHIPPED, shippedModel } from "../helpers.ts";

const REPORT_TEXT = `${ROOT}../shared/report/000_a9ea261b81342fb1.txt`;

let model: Model;
beforeAll(async () => {
  model = await shippedModel();
});

describe("the goals and targets", () => {
  it("are 17 and 169, each target below its goal", () => {
    const { goals, targets } = model.pack.framework;
    expect(goals.map((g) => g.code)).toEqual(Array.from({ length: 17 }, (_, i) => String(i + 1)));
    expect(targets).toHaveLength(169);
    expect(targets.filter((t) => t.code.split(".")[0] !== t.goal)).toEqual([]);
    const perGoal = goals.map((g) => targets.filter((t) => t.goal === g.code).length);
    expect(perGoal).toEqual([7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]);
  });

  it("have the UN's identifiers, colours and official Chinese names", () => {
    const { goals, targets } = model.pack.framework;
    for (const { code, iri } of [...goals, ...targets]) expect(iri).toBe(`http://metadata.un.org/sdg/${code}`);
    const colors =
      "E5243B DDA63A 4C9F38 C5192D FF3A21 26BDE2 FCC30B A21942 FD6925 DD1367 FD9D24 BF8B2E 3F7E44 0A97D9 56C02B 00689D 19486A";
    expect(goals.map((g) => g.color.toUpperCase())).toEqual(colors.split(" ").map((c) => `#${c}`));
    const names =
      "无贫穷 零饥饿 良好健康与福祉 优质教育 性别平等 清洁饮水和卫生设施 经济适用的清洁能源 体面工作和经济增长 产业、创新和基础设施 " +
      "减少不平等 可持续城市和社区 负责任消费和生产 气候行动 水下生物 陆地生物 和平、正义与强大机构 促进目标实现的伙伴关系";
    expect(goals.map((g) => g.name_zh)).toEqual(names.split(" "));
  });
});

describe("the shipped report", { timeout: 60_000 }, () => {
  it("reads without a single issue", () => {
    expect(model.pack.issues.map(formatIssue)).toEqual([]);
  });

  it("states alignments to all 17 goals", () => {
    const { nodes, records, pack } = model;
    const stated = pack.alignments.flatMap((a, r) => (a.basis === "stated" ? [nodes[records.goal[r]].id] : []));
    expect([...new Set(stated)].sort((a, b) => Number(a) - Number(b))).toEqual(pack.framework.goals.map((g) => g.code));
  });

  it("holds nothing that a machine suggested and nobody read", () => {
    const { alignments, relations } = model.pack;
    expect([...alignments, ...relations].filter((row) => row.basis === "suggested")).toEqual([]);
  });

  it("has the initiatives, labs and products that a reader would call important, at least 250", () => {
    const kinds = model.pack.kinds.filter((k) => ["initiatives", "labs", "products"].includes(k.name));
    expect(kinds.flatMap((k) => k.rows.filter((e) => Number(e.prominence) >= 2)).length).toBeGreaterThanOrEqual(250);
  });

  it("has the data centres' PUE of three years, its printed unit corrected", () => {
    const kpi = model.pack.kpis.find((k) => k.id === "a3-dc-average-pue");
    expect(kpi).toMatchObject({ unit_of_measure: "1", direction: "decrease" });
    const observations = model.observations.get("a3-dc-average-pue") ?? [];
    expect(observations.map((o) => [o.period, o.value, o.status])).toEqual([
      ["2018", "1.37", "corrected"],
      ["2019", "1.35", "corrected"],
      ["2020", "1.32", "corrected"],
    ]);
    for (const { note } of observations) expect(note).toMatch(/\S/);
  });

  it("gives a value wherever one is not missing, and a reason wherever it is not as printed", () => {
    const { observations } = model.pack;
    const wrong = observations.filter((o) => (o.value === "") !== (o.status === "missing"));
    expect(wrong.map((o) => `${o.kpi} ${o.period}`)).toEqual([]);
    const silent = observations.filter((o) => o.status !== "reported" && !o.note);
    expect(silent.map((o) => `${o.kpi} ${o.period}`)).toEqual([]);
  });

  it("has each observation and relation once", () => {
    const { observations, relations } = model.pack;
    const keys = [
      ...observations.map((o) => `${o.kpi} ${o.period} ${o.qualifier}`),
      ...relations.map((r) => `${r.from} ${r.relation} ${r.to} ${r.years}`),
    ];
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

describe("the descriptors", { timeout: 60_000 }, () => {
  it.each([
    ["sdg", SDG, frameworkResources],
    ["tencent-2020", SHIPPED, reportResources],
  ])("say what the schema says, and the data keep to it: %s", async (name, folder, resources) => {
    const file = `${folder}datapackage.json`;
    const descriptor = JSON.parse(await readFile(file, "utf8"));
    expect(descriptor).toMatchObject({ name, profile: "tabular-data-package" });
    expect(descriptor.resources).toEqual(JSON.parse(JSON.stringify(resources())));
    const read = await datapackage.Package.load(file);
    expect([read.valid, read.errors]).toEqual([true, []]);
  });

  it.each([
    ["sdg", SDG],
    ["tencent-2020", SHIPPED],
  ])("are kept by every row, types, constraints and foreign keys alike: %s", async (_, folder) => {
    const read = await datapackage.Package.load(`${folder}datapackage.json`);
    for (const resource of read.resources) {
      const rows = await resource
        .read({ relations: true })
        .catch((error: Error) => `${resource.name}: ${error.message}`);
      expect(rows).toBeInstanceOf(Array);
    }
  });
});

describe("the evidence", () => {
  it.skipIf(!existsSync(REPORT_TEXT))(
    "stands on its lines, every token (skipped where ../shared/report/000_a9ea261b81342fb1.txt is not there)",
    async () => {
      const lines = (await readFile(REPORT_TEXT, "utf8")).split("\n");
      const lost = model.pack.evidence.flatMap((e) => {
        const text = expandLines(e.lines).map((line) => lines[line - 1] ?? "").join("\n"); // biome-ignore format: one step a line says less
        return e.tokens.filter((token) => !text.includes(token)).map((token) => `${e.id}, lines ${e.lines}: ${token}`);
      });
      expect(model.pack.evidence.length).toBeGreaterThan(0);
      expect(lost).toEqual([]);
    },
  );

  it("lies within its section", () => {
    const outside = model.pack.evidence.filter((e) => {
      const { first_line = 0, last_line = 0 } = model.sections.get(e.section)!;
      return expandLines(e.lines).some((line) => line < first_line || line > last_line);
    });
    expect(outside.map((e) => `${e.id}: ${e.lines} is not in ${e.section}`)).toEqual([]);
  });
});
