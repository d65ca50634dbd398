import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACETS, type FacetName, type Model, NONE, unitsAbove } from "../../graph/build.ts";
import { EMPTY, type Query } from "../../graph/query.ts";
import type { Entity } from "../../graph/schema.ts";
import {
  absence,
  EMPHASISED,
  GHOST,
  HIDDEN,
  isEntity,
  nodesNear,
  SHOWN,
  select,
  selectedAlignments,
  shownEntities,
} from "../../graph/select.ts";
import { arbTables, ask, modelOf, shippedModel, someQueries, tinyModel, withRows, withText } from "../helpers.ts";

const idsOf = (rows: readonly { id: string }[]) => rows.map((r) => r.id);

/** What a query selects of the small package: alignments, and shown entities. */
async function selected(change: Partial<Query>, files?: Parameters<typeof tinyModel>[0]) {
  const model = await tinyModel(files);
  const selection = select(model, ask(change));
  const alignments = idsOf(selectedAlignments(model, selection));
  const entities = idsOf(shownEntities(model, selection));
  expect([selection.alignments, selection.entities]).toEqual([alignments.length, entities.length]);
  return { alignments, entities, selection, model };
}

/** The counts of a facet that are not zero, by value. */
async function counts(facet: FacetName, change: Partial<Query> = {}) {
  const { selection, model } = await selected(change);
  const { values } = model.records.facets[facet];
  const pairs = values.map((v, i): [string, number] => [v, selection.counts[facet][i]]);
  return Object.fromEntries(pairs.filter(([, n]) => n > 0));
}

/** The state of nodes by id. */
async function states(ids: string[], change: Partial<Query>) {
  const { selection, model } = await selected(change);
  return ids.map((id) => selection.nodes[model.node.get(id)!.index]);
}

/** The shown edges that are neither alignments nor part of the framework. */
async function relations(change: Partial<Query>) {
  const { selection, model } = await selected(change);
  const shown = model.edges.filter((e) => selection.edges[e.index] === SHOWN && e.kind !== "alignment");
  return idsOf(shown.filter((e) => isEntity(model.nodes[e.source])));
}

describe("selecting", () => {
  it("without a filter selects every alignment but those of passing mentions", async () => {
    const { alignments, entities } = await selected({});
    expect(alignments).toEqual(["a1", "a2", "a3", "a4", "a6"]);
    expect(entities).toEqual(["school", "well", "carbon-lab", "center"]);
    expect((await selected({ all: true })).alignments).toEqual(["a1", "a2", "a3", "a4", "a5", "a6"]);
  });

  it("takes several values of a facet as or, facets as and", async () => {
    expect((await selected({ goal: ["4", "6"] })).alignments).toEqual(["a1", "a2", "a4"]);
    expect((await selected({ goal: ["4", "6"], basis: ["curated"] })).alignments).toEqual(["a2", "a4"]);
    expect((await selected({ goal: ["4"], basis: ["stated"], year: ["2021"] })).alignments).toEqual([]);
  });

  it("takes a record of several years for each of them", async () => {
    expect((await selected({ year: ["2019"] })).alignments).toEqual(["a1", "a6"]);
    expect((await selected({ year: ["2021", "2019"] })).alignments).toEqual(["a1", "a3", "a6"]);
  });

  it("finds records with a missing value under `none`, alone or beside others", async () => {
    expect((await selected({ year: [NONE] })).alignments).toEqual(["a2"]);
    expect((await selected({ year: [NONE, "2021"] })).alignments).toEqual(["a2", "a3", "a6"]);
    expect((await selected({ target: [NONE] })).alignments).toEqual(["a2"]);
    expect((await selected({ unit: [NONE] })).alignments).toEqual(["a6"]);
  });

  it("counts a unit's records for all above it", async () => {
    expect((await selected({ unit: ["team"] })).alignments).toEqual(["a1", "a2"]);
    expect((await selected({ unit: ["dept"] })).alignments).toEqual(["a1", "a2", "a4"]);
    expect((await selected({ unit: ["group"] })).alignments).toEqual(["a1", "a2", "a3", "a4"]);
  });

  it("finds entities that are not aligned under goal=none, and nothing else there", async () => {
    const { alignments, entities } = await selected({ goal: [NONE] });
    expect(alignments).toEqual([]);
    expect(entities).toEqual(["group", "dept", "team", "festival", "ngo", "pue"]);
    expect((await selected({ goal: [NONE], kind: ["initiatives"] })).entities).toEqual(["festival"]);
    expect((await selected({ goal: [NONE, "6"] })).entities).toContain("well");
  });

  it.each([
    ["rural SCHOOL", ["school"]],
    ["希望", ["school"]],
    ["Ｈｏｐｅ", ["school"]],
    ["builds", ["school"]],
    ["carbon-lab", ["carbon-lab"]],
    ["school lab", []],
    ["  ", ["school", "well", "carbon-lab", "center"]],
  ])("finds the text “%s” in names, aliases, summaries and ids", async (q, entities) => {
    expect((await selected({ q })).entities).toEqual(entities);
  });
});

describe("facet counts", () => {
  it("tell what choosing a value would select", async () => {
    expect(await counts("goal")).toEqual({ 4: 2, 6: 1, 9: 1, 13: 1, none: 6 });
    expect(await counts("year")).toEqual({ 2019: 2, 2020: 3, 2021: 2, none: 1 });
    expect(await counts("unit")).toEqual({ group: 4, dept: 3, team: 2, "carbon-lab": 1, none: 1 });
    expect(await counts("grade")).toEqual({ E0: 1, E1: 1, E2: 1, E3: 1, E4: 1 });
  });

  it("tell it for every value of every facet, beside the choices of the others", async () => {
    const model = await tinyModel();
    for (const query of [
      EMPTY,
      ask({ goal: ["4"], kind: ["initiatives", "labs"] }),
      ask({ year: ["2020"], all: true }),
    ]) {
      const { counts } = select(model, query);
      for (const facet of FACETS) {
        const chosen = model.records.facets[facet].values.map((v) => select(model, { ...query, [facet]: [v] }).records);
        expect([...counts[facet]]).toEqual(chosen.map((records) => records.filter(Boolean).length));
      }
    }
  });

  it("leave out the facet's own choice, so choosing one goal does not zero the others", async () => {
    for (const facet of FACETS) {
      const before = await counts(facet);
      for (const value of Object.keys(before)) expect(await counts(facet, { [facet]: [value] })).toEqual(before);
    }
  });

  it("keep the choices of the other facets", async () => {
    expect(await counts("goal", { goal: ["13"], year: ["2020"] })).toEqual({ 4: 1, 6: 1, 9: 1 });
    expect(await counts("kind", { goal: ["13"], kind: ["initiatives"] })).toEqual({ labs: 1 });
  });

  it("count a circle of units once each", async () => {
    const model = await tinyModel(withRows("units.csv", "x,甲,X,,,,,,2,e1,y", "y,乙,Y,,,,,,2,e1,x"));
    const { values } = model.records.facets.unit;
    const of = (goal: string[]) => {
      const { unit } = select(model, ask({ goal })).counts;
      return ["x", "y"].map((u) => unit[values.indexOf(u)]);
    };
    expect(of([])).toEqual([0, 0]);
    expect(of([NONE])).toEqual([2, 2]);
  });
});

describe("states", () => {
  it("keep all 17 goals on the screen, even with nothing selected", async () => {
    const model = await tinyModel();
    for (const query of [{}, { q: "occurs nowhere" }, { goal: ["4"], hide: true }, { q: "nowhere", hide: true }]) {
      const { nodes } = select(model, ask(query));
      const goals = model.nodes.filter((n) => n.kind === "goal");
      expect(goals).toHaveLength(17);
      for (const goal of goals) expect(nodes[goal.index], goal.id).not.toBe(HIDDEN);
    }
  });

  it("show the ends of what is selected, the goal of a target among them", async () => {
    expect(await states(["school", "4.4", "4"], { target: ["4.4"] })).toEqual([SHOWN, SHOWN, SHOWN]);
    expect(await states(["school", "4.4", "4"], { target: [NONE] })).toEqual([SHOWN, GHOST, SHOWN]);
  });

  it("leave what is filtered out as a ghost, or hide it where the reader asked for that", async () => {
    const ids = ["well", "6.1", "6", "app", "festival"];
    expect(await states(ids, { goal: ["13"] })).toEqual([GHOST, GHOST, GHOST, HIDDEN, HIDDEN]);
    expect(await states(ids, { goal: ["13"], all: true })).toEqual([GHOST, GHOST, GHOST, GHOST, HIDDEN]);
    expect(await states(ids, { goal: ["13"], hide: true })).toEqual([HIDDEN, HIDDEN, GHOST, HIDDEN, HIDDEN]);
  });

  it("show a relation when both of its ends are shown", async () => {
    expect(await relations({})).toEqual([]);
    expect(await relations({ all: true })).toEqual(["school~uses~app"]);
    expect(await relations({ goal: ["4", NONE] })).toEqual([
      ...["school~run_by~team~2020", "school~partner~ngo~2019", "school~partner~ngo~2020"],
      ...["dept~part_of~group", "team~part_of~dept"],
    ]);
  });

  it("show with what is shown the partners, units and KPIs that belong to it, where asked", async () => {
    expect((await selected({ related: true, goal: ["4"] })).entities).toEqual(["team", "school", "ngo"]);
    expect((await selected({ related: true, goal: ["9"] })).entities).toEqual(["center", "pue"]);
    expect(await relations({ related: true, goal: ["9"] })).toEqual(["center~measured_by~pue"]);
    const { alignments } = await selected({ related: true, goal: ["9"] });
    expect(alignments).toEqual(["a6"]);
  });

  it("survive an entity that is related to itself", async () => {
    const files = withRows("relations.csv", "festival,part_of,festival,stated,,e1", "school,uses,school,stated,,e1");
    expect((await selected({ related: true }, files)).entities).not.toContain("festival");
    expect((await selected({ focus: "festival", steps: 2 }, files)).entities).toEqual(["festival"]);
  });
});

describe("focus", () => {
  const near = async (id: string, steps: number) => {
    const model = await tinyModel();
    const found = nodesNear(model, id, steps);
    return idsOf(model.nodes.filter((n) => found[n.index] && n.kind !== "target"));
  };

  it("takes a target and its goal as one place", async () => {
    expect(await near("4", 1)).toEqual(["4", "school", "app"]);
    expect(await near("4.4", 1)).toEqual(["4", "school", "app"]);
    expect(await near("school", 1)).toEqual(["4", "team", "school", "app", "ngo"]);
  });

  it("goes one step or two", async () => {
    expect(await near("ngo", 1)).toEqual(["school", "ngo"]);
    expect(await near("ngo", 2)).toEqual(["4", "team", "school", "app", "ngo"]);
    expect(await near("pue", 2)).toEqual(["9", "center", "pue"]);
  });

  it("goes in two steps from who serves one target to who serves another of the same goal", async () => {
    const files = withText("alignments.csv", "a4,well,6.1", "a4,well,13.1");
    expect((await selected({ focus: "carbon-lab" }, files)).alignments).toEqual(["a3"]);
    expect((await selected({ focus: "carbon-lab", steps: 2 }, files)).alignments).toEqual(["a3", "a4"]);
    expect((await selected({ focus: "carbon-lab", steps: 2 })).alignments).toEqual(["a3"]);
  });

  it("selects what lies within the steps, and shows what is not aligned there too", async () => {
    const one = await selected({ focus: "ngo" });
    expect([one.alignments, one.entities]).toEqual([[], ["ngo"]]);
    const two = await selected({ focus: "ngo", steps: 2 });
    expect([two.alignments, two.entities]).toEqual([
      ["a1", "a2"],
      ["team", "school", "ngo"],
    ]);
    const goal = await selected({ focus: "13" });
    expect([goal.alignments, goal.entities]).toEqual([["a3"], ["carbon-lab"]]);
  });

  it("selects what a neighbour does for another target of the same goal", async () => {
    const files = withText("alignments.csv", "a5,app,4.4", "a5,app,4.a");
    expect((await selected({ focus: "school", all: true }, files)).alignments).toEqual(["a1", "a2", "a5"]);
    const noGoal = { "alignments.csv": files["alignments.csv"]?.replace("a2,school,4,", "a2,well,4,") };
    expect((await selected({ focus: "school", all: true }, noGoal)).alignments).toEqual(["a1", "a5"]);
  });

  it("always shows its own node, a passing mention too", async () => {
    expect(await states(["app", "festival", "13"], { focus: "app" })).toEqual([SHOWN, HIDDEN, GHOST]);
    expect(await states(["festival"], { focus: "festival" })).toEqual([SHOWN]);
  });
});

describe("why a node is absent", () => {
  it.each<[string, Partial<Query>, ReturnType<typeof absence>]>([
    ["app", {}, "passing-mention"],
    ["app", { all: true, goal: ["13"] }, "filtered"],
    ["festival", {}, "not-aligned"],
    ["festival", { related: true }, "not-aligned"],
    ["festival", { goal: ["4"] }, "filtered"],
    ["school", { goal: ["13"] }, "filtered"],
    ["school", { q: "well" }, "filtered"],
    ["4.1", { goal: ["13"] }, "filtered"],
  ])("%s with %o: %s", async (id, change, why) => {
    const { model, selection } = await selected(change);
    const node = model.node.get(id)!;
    expect(selection.nodes[node.index]).not.toBe(SHOWN);
    expect(absence(model, ask(change), node)).toBe(why);
  });
});

/** A record as its facets see it: an alignment, or an entity that has none. */
interface NaiveRecord {
  entity: string;
  ends: string[];
  facets: Record<FacetName, readonly string[]>;
}

/** The records, told by the rows and nothing else. */
function naiveRecords({ pack, unitParent, node }: Model): NaiveRecord[] {
  const bodies = new Set(["units", "labs"]);
  const unit = (id: string) => {
    const own = bodies.has(node.get(id)!.kind);
    const first = own ? [id] : pack.relations.filter((r) => r.relation === "run_by" && r.from === id).map((r) => r.to);
    const all = first.flatMap((u) => unitsAbove(unitParent, u));
    return [...new Set(all)].filter((u) => bodies.has(node.get(u)!.kind));
  };
  const aligned = pack.alignments.map(({ entity, object, years, basis, grade }) => {
    const goal = object.split(".")[0];
    const target = object === goal ? [] : [object];
    const kind = [node.get(entity)!.kind];
    const facets = { goal: [goal], target, year: years, unit: unit(entity), kind, basis: [basis], grade: [grade] };
    return { entity, ends: [entity, object, goal], facets };
  });
  const rest = pack.kinds.flatMap(({ name, rows }) => rows.map(({ id }) => ({ id, name })));
  const unaligned = rest.filter(({ id }) => !pack.alignments.some((a) => a.entity === id));
  return [
    ...aligned,
    ...unaligned.map(({ id, name }) => ({
      entity: id,
      ends: [id],
      facets: { goal: [], target: [], year: [], unit: unit(id), kind: [name], basis: [], grade: [] },
    })),
  ];
}

const orNone = (values: readonly string[]) => (values.length > 0 ? values : [NONE]);

/** The nodes within the steps of the focus, a goal and its targets being one place. */
function naiveNear({ pack, node }: Model, { focus, steps }: Query): Set<string> {
  const links = [
    ...pack.alignments.map((a) => [a.entity, a.object]),
    ...pack.relations.map((r) => [r.from, r.to]),
    ...pack.kpis.map((k) => [k.subject, k.id]),
    ...pack.units.filter((u) => u.parent).map((u) => [u.id, u.parent]),
    ...pack.framework.targets.map((t) => [t.code, t.goal]),
  ];
  const place = (id: string) => {
    if (!["goal", "target"].includes(node.get(id)!.kind)) return [id];
    const goal = id.split(".")[0];
    return [goal, ...pack.framework.targets.filter((t) => t.goal === goal).map((t) => t.code)];
  };
  let near = new Set(place(focus));
  for (let step = 0; step < steps; step++) {
    const next = links.flatMap(([a, b]) => [...(near.has(a) ? place(b) : []), ...(near.has(b) ? place(a) : [])]);
    near = new Set([...near, ...next]);
  }
  return near;
}

/** The ten lines that selection must agree with, record by record. */
function naiveSelect(model: Model, query: Query): boolean[] {
  const near = query.focus && naiveNear(model, query);
  const words = query.q.normalize("NFKC").toLowerCase().split(/\s+/);
  return naiveRecords(model).map(({ entity, ends, facets }) => {
    const { prominence, row } = model.node.get(entity)!;
    const { id, name_en, name_zh, aliases, summary_en, summary_zh } = row as Entity;
    const text = [id, name_en, name_zh, ...aliases, summary_en, summary_zh].join(" ").normalize("NFKC").toLowerCase();
    if (!query.all && prominence < 2) return false;
    if (!words.every((word) => text.includes(word))) return false;
    if (near && !(near.has(entity) && (ends.length === 1 || ends.slice(1).some((end) => near.has(end))))) return false;
    return FACETS.every((facet) => {
      const values = orNone(facets[facet]);
      if (query[facet].length === 0) return facet !== "goal" || values[0] !== NONE;
      return values.some((value) => query[facet].includes(value));
    });
  });
}

/** The state of every node, as the naive selection would have it. */
function naiveStates(model: Model, query: Query): Map<string, number> {
  const records = naiveRecords(model);
  const chosen = naiveSelect(model, query);
  const shown = new Set(records.flatMap((r, i) => (chosen[i] ? r.ends : [])));
  const aligned = new Set(model.pack.alignments.map((a) => a.entity));
  const visible = (id: string) => query.all || model.node.get(id)!.prominence >= 2;
  if (query.related || query.focus) {
    const near = query.focus && naiveNear(model, query);
    const neighbours = (id: string) => model.graph.neighbors(id);
    const loose = records.map((r) => r.entity).filter((id) => !aligned.has(id) && visible(id));
    const following = loose.filter((id) => (!near || near.has(id)) && neighbours(id).some((n) => shown.has(n)));
    for (const id of [...following, ...(query.focus ? [query.focus] : [])]) shown.add(id);
  }
  const state = (id: string, kind: string) => {
    if (shown.has(id)) return SHOWN;
    if (kind === "goal") return GHOST;
    if (query.hide) return HIDDEN;
    return kind === "target" || (aligned.has(id) && visible(id)) ? GHOST : HIDDEN;
  };
  return new Map(model.nodes.map(({ id, kind }) => [id, state(id, kind)]));
}

describe("any query of any package", { timeout: 60_000 }, () => {
  const check = (property: (model: Model, query: Query) => void) =>
    fc.assert(
      fc.asyncProperty(arbTables, fc.integer(), async (tables, seed) => {
        const model = await modelOf(tables);
        for (const query of someQueries(model, seed)) property(model, query);
      }),
    );

  it("selects the records that the naive selection selects", () =>
    check((model, query) => {
      expect([...select(model, query).records].map(Boolean)).toEqual(naiveSelect(model, query));
    }));

  it("counts for each value the records that pass all other facets and have it", () =>
    check((model, query) => {
      const { counts } = select(model, query);
      const records = naiveRecords(model);
      for (const facet of FACETS) {
        const { values } = model.records.facets[facet];
        const passing = naiveSelect(model, { ...query, [facet]: values });
        const held = records.flatMap(({ facets }, r) => (passing[r] ? orNone(facets[facet]) : []));
        expect([...counts[facet]], facet).toEqual(values.map((value) => held.filter((v) => v === value).length));
      }
    }));

  it("puts every node in the state that follows from the records", () =>
    check((model, query) => {
      const { nodes } = select(model, query);
      expect(new Map(model.nodes.map((n) => [n.id, nodes[n.index]]))).toEqual(naiveStates(model, query));
    }));

  it("shows alignments that are selected, relations whose ends are shown, and nothing else", () =>
    check((model, query) => {
      const { records, nodes, edges } = select(model, query);
      const ends = model.edges.map((e) => nodes[e.source] === SHOWN && nodes[e.target] === SHOWN);
      const chosen = new Set(model.pack.alignments.flatMap((a, r) => (records[r] ? [a.id] : [])));
      const shown = model.edges.map((e, i) => (e.kind === "alignment" ? chosen.has(e.id) : ends[i]));
      expect([...edges].map((state) => state === SHOWN)).toEqual(shown);
      expect(ends.filter((both, i) => shown[i] && !both)).toEqual([]);
    }));

  it("leaves the model as it was", async () => {
    const model = await tinyModel();
    const before = JSON.stringify(model.records);
    for (const query of someQueries(model, 1)) select(model, query);
    expect(JSON.stringify(model.records)).toBe(before);
    expect(Math.max(...select(model, EMPTY).nodes)).toBeLessThan(EMPHASISED);
  });
});

describe("the shipped report", { timeout: 60_000 }, () => {
  it("is selected as the naive selection does it", async () => {
    const model = await shippedModel();
    for (const query of [EMPTY, ask({ goal: ["4"], year: ["2020"] }), ask({ q: "碳", all: true, basis: ["stated"] })]) {
      const selection = select(model, query);
      expect([...selection.records].map(Boolean)).toEqual(naiveSelect(model, query));
      expect(new Map(model.nodes.map((n) => [n.id, selection.nodes[n.index]]))).toEqual(naiveStates(model, query));
      expect(selection.alignments).toBeGreaterThan(0);
    }
  });
});
