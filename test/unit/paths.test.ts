import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forEachLink, type Model, type Node, otherEnd } from "../../graph/build.ts";
import { outlookOn, outlookQuery } from "../../graph/outlook.ts";
import {
  amongShown,
  type Connection,
  findConnections,
  LONGEST_VIA,
  nodesOf,
  type Passable,
} from "../../graph/paths.ts";
import { pathExample } from "../../graph/paths-example.ts";
import { pathsFigure } from "../../graph/paths-figure.ts";
import { connectionsSheet } from "../../graph/paths-sheets.ts";
import { SHOWN, select } from "../../graph/select.ts";
import { arbTables, ask, modelOf, shippedModel, someQueries, tinyModel, withRows, withText } from "../helpers.ts";
import { sheetWords } from "./paths-words.ts";

const all: Passable = () => true;
const idsOf = (connection: Connection) => nodesOf(connection).map((node) => node.id);
const key = (connection: Connection) => idsOf(connection).join(" > ");

/** Ends by their ids. */
const endsOf = ({ node }: Model, from: string, to: string): [Node, Node] => [node.get(from)!, node.get(to)!];

/** What stands between two nodes, link by link: `~` where it is read from its target. */
const told = (connection: Connection): string[] =>
  connection.map(({ from, to, links }) => {
    const said = links.map(({ kind, source }) => (source === from.index ? kind : `~${kind}`));
    return `${from.id} ${said.join(" & ")} ${to.id}`;
  });

/** Every way without a node twice of up to so many steps, found by trying all: the plainest search there is. */
function waysByTrying(model: Model, [from, to]: readonly [Node, Node], passes: Passable, most: number): string[][] {
  const ways = new Map<string, string[]>();
  const go = (path: number[]): void => {
    const at = path[path.length - 1];
    if (at === to.index) {
      const ids = path.map((n) => model.nodes[n].id);
      ways.set(ids.join(" > "), ids);
    } else if (path.length <= most) {
      forEachLink(model, at, (edge) => {
        const next = otherEnd(edge, at);
        if (passes(edge) && !path.includes(next)) go([...path, next]);
      });
    }
  };
  if (from !== to) go([from.index]);
  return [...ways.values()];
}

/** The fewest steps, by growing a set of nodes until it holds the other end. */
function stepsByGrowing(model: Model, [from, to]: readonly [Node, Node], passes: Passable): number {
  let reached = new Set([from.index]);
  for (let steps = 0; ; steps++) {
    if (reached.has(to.index)) return steps;
    const next = new Set(reached);
    for (const edge of model.edges) {
      if (!passes(edge)) continue;
      if (reached.has(edge.source)) next.add(edge.target);
      if (reached.has(edge.target)) next.add(edge.source);
    }
    if (next.size === reached.size) return Number.POSITIVE_INFINITY;
    reached = next;
  }
}

/** Two nodes that a walk of up to five links joins, the first one told by a record: most others are not connected. */
function arbEnds(model: Model): fc.Arbitrary<[Node, Node]> {
  const told = model.edges.filter((edge) => edge.record);
  const { starts, edges } = model.links;
  const step = (at: number, turn: number): number =>
    otherEnd(model.edges[edges[starts[at] + (turn % (starts[at + 1] - starts[at]))]], at);
  return fc
    .tuple(fc.constantFrom(...(told.length > 0 ? told : model.edges)), fc.array(fc.nat(50), { maxLength: 4 }))
    .map(([first, turns]) => [model.nodes[first.source], model.nodes[turns.reduce(step, first.target)]]);
}

describe("connections", () => {
  it("are all the shortest ways among what is shown, and no others", async () => {
    let connected = 0;
    await fc.assert(
      fc.asyncProperty(arbTables, fc.nat(), async (tables, seed) => {
        const model = await modelOf(tables);
        for (const [i, ends] of fc.sample(arbEnds(model), { seed, numRuns: 4 }).entries()) {
          const selection = select(model, i === 0 ? ask({ all: true }) : someQueries(model, seed)[i]);
          const passes = amongShown(model, selection, ends);
          const steps = stepsByGrowing(model, ends, passes);
          const { found, more } = findConnections(model, ends, { passes });
          const expected =
            steps > 0 && steps <= 4
              ? waysByTrying(model, ends, passes, steps).filter((way) => way.length === steps + 1)
              : undefined;
          if (steps === 0 || steps === Number.POSITIVE_INFINITY) expect(found).toEqual([]);
          if (expected) {
            connected++;
            expect(more).toBe(false);
            expect(found.map(key).sort()).toEqual(expected.map((way) => way.join(" > ")).sort());
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(connected).toBeGreaterThan(20);
  });

  it("through a kind are all ways of up to four steps with such a node in between", async () => {
    let connected = 0;
    const kinds = ["units", "initiatives", "labs", "partners", "kpis"];
    await fc.assert(
      fc.asyncProperty(arbTables, fc.nat(), fc.constantFrom(...kinds), async (tables, seed, via) => {
        const model = await modelOf(tables);
        for (const ends of fc.sample(arbEnds(model), { seed, numRuns: 3 })) {
          const expected = waysByTrying(model, ends, all, LONGEST_VIA).filter((way) =>
            way.slice(1, -1).some((id) => model.node.get(id)!.kind === via),
          );
          const { found } = findConnections(model, ends, { via });
          expect(found.map(key).sort()).toEqual(expected.map((way) => way.join(" > ")).sort());
          if (found.length > 0) connected++;
        }
      }),
      { numRuns: 80 },
    );
    expect(connected).toBeGreaterThan(5);
  });

  it("go along links that are there and may be passed, each told once for its kind and direction", async () => {
    await fc.assert(
      fc.asyncProperty(arbTables, fc.nat(), async (tables, seed) => {
        const model = await modelOf(tables);
        const selection = select(model, someQueries(model, seed)[0]);
        for (const ends of fc.sample(arbEnds(model), { seed, numRuns: 5 })) {
          const passes = amongShown(model, selection, ends);
          for (const connection of findConnections(model, ends, { passes }).found) {
            for (const { from, to, links } of connection) {
              expect(links.length).toBeGreaterThan(0);
              for (const edge of links) {
                expect(passes(edge)).toBe(true);
                expect([edge.source, edge.target].sort()).toEqual([from.index, to.index].sort());
              }
              expect(new Set(links.map((e) => `${e.kind} ${e.source}`)).size).toBe(links.length);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("lead from a lab to a goal through a product, as the tables of the shipped report say", async () => {
    const model = await shippedModel();
    const ends = endsOf(model, "weicun-lab", "11");
    const passes = amongShown(model, select(model, ask({})), ends);
    const { found, more } = findConnections(model, ends, { passes, via: "products" });
    expect(more).toBe(false);
    // relations.csv: weicun-lab uses tencent-weicun, stated; tencent-weicun run_by weicun-lab, our reading.
    // alignments.csv: tencent-weicun → 11.a, E1, our reading. No other product of the lab serves goal 11.
    expect(told(found[0])).toEqual([
      "weicun-lab uses & ~run_by tencent-weicun",
      "tencent-weicun alignment 11.a",
      "11.a part_of 11",
    ]);
    expect(found.filter((connection) => connection.length < 4)).toHaveLength(1);
    expect(found.map(idsOf)).toContainEqual(["weicun-lab", "rural-digital-connector", "tencent-weicun", "11.a", "11"]);
    // Without the product, it is the shortest all the same.
    expect(findConnections(model, ends, { passes }).found.map(idsOf)).toEqual([idsOf(found[0])]);
  });

  it("put what the report states first, then the stronger evidence", async () => {
    const model = await shippedModel();
    const { found } = findConnections(model, endsOf(model, "ai-lab", "2"), { via: "products" });
    // iGrow serves goal 2 as stated, and 2.4 and 2.3 by our reading (E4).
    expect(found.slice(0, 3).map(idsOf)).toEqual([
      ["ai-lab", "igrow", "2"],
      ["ai-lab", "igrow", "2.4", "2"],
      ["ai-lab", "igrow", "2.3", "2"],
    ]);
    const lengths = found.map((connection) => connection.length);
    expect(lengths).toEqual([...lengths].sort());
  });

  it("name of several years of one relation only one, and the strongest of several alignments", async () => {
    const model = await tinyModel(withText("alignments.csv", "a2,school,4,curated", "a2,school,4.4,curated"));
    const [partner] = findConnections(model, endsOf(model, "school", "ngo")).found;
    expect(partner[0].links.map((edge) => edge.kind)).toEqual(["partner"]);
    const [target] = findConnections(model, endsOf(model, "4.4", "school")).found;
    expect(target[0].links.map((edge) => edge.id)).toEqual(["a1"]);
  });

  it("name what the report states before our reading", async () => {
    const rows = ["carbon-lab,uses,center,curated,,e2", "center,run_by,carbon-lab,stated,,e2"];
    const model = await tinyModel(withRows("relations.csv", ...rows));
    const [connection] = findConnections(model, endsOf(model, "carbon-lab", "center")).found;
    expect(told(connection)).toEqual(["carbon-lab ~run_by & uses center"]);
  });

  it("stay within the selection, except that both chosen ends count as shown", async () => {
    const model = await tinyModel();
    const selection = select(model, ask({}));
    // The NGO serves no goal, so it is not on the map; the app is a passing mention.
    const toPartner = endsOf(model, "ngo", "4");
    expect(
      findConnections(model, toPartner, { passes: amongShown(model, selection, toPartner) }).found.map(key),
    ).toEqual(["ngo > school > 4"]);
    const toTarget = endsOf(model, "school", "4.4");
    const stated = select(model, ask({ basis: ["curated"] }));
    const passes = amongShown(model, stated, toTarget);
    expect(findConnections(model, toTarget, { passes }).found.map(key)).toEqual(["school > 4 > 4.4"]);
  });

  it("are none from a node to itself, or where nothing leads", async () => {
    const model = await tinyModel();
    expect(findConnections(model, endsOf(model, "school", "school"))).toEqual({ found: [], more: false });
    expect(findConnections(model, endsOf(model, "festival", "4"))).toEqual({ found: [], more: false });
    expect(findConnections(model, endsOf(model, "school", "ngo"), { via: "kpis" })).toEqual({ found: [], more: false });
  });

  it("stop where there are more than anyone reads, and say so", async () => {
    const { units, initiatives, relations } = crowd(1100);
    const model = await modelOf({ ...SOURCES, units, initiatives, relations });
    const { found, more } = findConnections(model, endsOf(model, "north", "south"));
    expect(more).toBe(true);
    expect(found).toHaveLength(1000);
    expect(findConnections(model, endsOf(model, "north", "south"), { via: "initiatives" }).more).toBe(true);
  });
});

describe("the outlook on a connection", () => {
  it("shows the whole of it in the graph where it says so", async () => {
    const model = await shippedModel();
    const whole = { 1: 0, 2: 0 };
    for (const query of [
      ask({ view: "paths" }),
      ask({ goal: ["4", "9"], year: ["2020"] }),
      ask({ basis: ["stated"] }),
    ]) {
      const selection = select(model, query);
      for (const ends of fc.sample(arbEnds(model), { seed: 7, numRuns: 40 })) {
        const passes = amongShown(model, selection, ends);
        const [among] = findConnections(model, ends, { passes }).found;
        const [connection] = among ? [among] : findConnections(model, ends).found;
        const outlook = connection && outlookOn(model, selection, connection);
        if (!outlook?.whole) continue;
        whole[outlook.steps]++;
        const shown = select(model, outlookQuery(model, query, connection, outlook)).nodes;
        const hidden = nodesOf(connection).filter((node) => shown[node.index] !== SHOWN);
        expect(
          hidden.map((node) => node.id),
          `${key(connection)} from ${outlook.focus.id}`,
        ).toEqual([]);
      }
    }
    expect(whole[1]).toBeGreaterThan(20);
    expect(whole[2]).toBeGreaterThan(2);
  });

  it("is from the product, one step around, where that is enough, and keeps the filters that hide nothing", async () => {
    const model = await shippedModel();
    const query = ask({ year: ["2020", "2021"], view: "paths", from: "weicun-lab", to: "11" });
    const selection = select(model, query);
    const [connection] = findConnections(model, endsOf(model, "weicun-lab", "11")).found;
    const outlook = outlookOn(model, selection, connection);
    expect(outlook).toMatchObject({
      focus: model.node.get("tencent-weicun"),
      steps: 1,
      whole: true,
      unfiltered: false,
    });
    const asked = outlookQuery(model, query, connection, outlook);
    expect(asked).toMatchObject({ view: "graph", year: ["2020", "2021"], focus: "tencent-weicun", from: "weicun-lab" });
    const other = ask({ goal: ["4"] });
    const beyond = outlookOn(model, select(model, other), connection);
    expect(beyond.unfiltered).toBe(true);
    expect(outlookQuery(model, other, connection, beyond).goal).toEqual([]);
  });
});

describe("the example to begin with", () => {
  it("is a lab, and a goal that a product of it serves and it does not", async () => {
    const model = await shippedModel();
    const selection = select(model, ask({}));
    const example = pathExample(model, selection)!;
    expect([example.from.kind, example.to.kind, example.via]).toEqual(["labs", "goal", "products"]);
    const passes = amongShown(model, selection, [example.from, example.to]);
    expect(findConnections(model, [example.from, example.to], { passes, via: "products" }).found).not.toEqual([]);
  });

  it("is none where there is no such", async () => {
    const model = await tinyModel();
    expect(pathExample(model, select(model, ask({})))).toBeUndefined();
  });
});

describe("connections to take away", () => {
  it("are drawn and written with what the screen says, and nothing of it is markup", async () => {
    const model = await tinyModel(
      withText("initiatives.csv", "Rural School", '"<img src=x onerror=alert(1)> & ""Co"""'),
    );
    const { found } = findConnections(model, endsOf(model, "app", "4"), { via: "initiatives" });
    const words = sheetWords("en");
    const drawn = pathsFigure(model, found, { ...words, goal: "goal", kind: (kind) => kind });
    expect(drawn.body).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Co&quot;");
    expect(drawn.body).not.toContain("<img");
    expect(drawn.legend.map((entry) => entry.text)).toContain("goal");
    const { rows, columns } = connectionsSheet(found, words);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.filter((row) => row[0] === 1).map((row) => [row[2], row[4], row[5], row[7], row[8]])).toEqual([
      ["app", "~uses", "school", undefined, "stated"],
      ["school", "alignment", "4", "E0", "curated"],
    ]);
  });

  it("fit their drawing, however long", async () => {
    const model = await shippedModel();
    const { found } = findConnections(model, endsOf(model, "carbon-neutrality-lab", "9"), { via: "products" });
    const { width, body, height } = pathsFigure(model, found, { ...sheetWords("en"), goal: "goal", kind: (k) => k });
    const places = [...body.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)].map((m) => [Number(m[1]), Number(m[2])]);
    expect(Math.max(...places.map(([x]) => x))).toBeLessThan(width);
    expect(Math.max(...places.map(([, y]) => y))).toBeLessThan(height);
  });
});

const SOURCES = {
  sections: [{ id: "s", title_zh: "节", title_en: "Section", first_line: "1", last_line: "9" }],
  evidence: [{ id: "e", section: "s", lines: "1", says_zh: "有", says_en: "There is", tokens: "1" }],
  alignments: [],
};

/** Two units that run the same initiatives. */
function crowd(n: number) {
  const entity = (id: string) => ({ id, name_en: id, name_zh: id, prominence: "2", evidence: "e" });
  const initiatives = Array.from({ length: n }, (_, i) => entity(`i-${i}`));
  const relations = initiatives.flatMap(({ id }) =>
    ["north", "south"].map((to) => ({ from: id, relation: "run_by", to, basis: "stated", evidence: "e" })),
  );
  return { units: [entity("north"), entity("south")], initiatives, relations };
}
