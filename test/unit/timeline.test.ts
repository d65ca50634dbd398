import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel, type Model, NONE } from "../../graph/build.ts";
import { DAY, monthAt, monthStart, spanOf, yearAt } from "../../graph/calendar.ts";
import { EMPTY, type Query } from "../../graph/query.ts";
import { curvePath, mostRunning, runningOf } from "../../graph/running.ts";
import { isEntity, SHOWN, select } from "../../graph/select.ts";
import { type Tick, ticksOf } from "../../graph/time-axis.ts";
import { centred, countByYear, domainOf, fitted, openingWindow, panned, zoomed } from "../../graph/time-window.ts";
import { extentOf, type Grouping, type Item, timelineOf } from "../../graph/timeline.ts";
import { timelineFigure } from "../../graph/timeline-figure.ts";
import { barsOf, MARK, marksOf, type Placed, type View } from "../../graph/timeline-layout.ts";
import { type TimelineSheetWords, timelineSheets } from "../../graph/timeline-sheets.ts";
import { arbQuery, arbTables, modelOf, shippedModel, TINY, tinyModel, withRows, withText } from "../helpers.ts";

const time = (iso: string): number => Date.parse(iso);
const dates = (span: { from: number; to: number } | undefined) =>
  span && [span.from, span.to].map((t) => new Date(t).toISOString().slice(0, 10));
const keys = (items: readonly { key: string }[]) => items.map((i) => i.key);

const timeline = (model: Model, change: Partial<Query> = {}, grouping: Grouping = "goal") => {
  const query = { ...EMPTY, ...change };
  return timelineOf(model, select(model, query), query, grouping);
};
const lanes = (model: Model, change?: Partial<Query>, grouping?: Grouping) =>
  Object.fromEntries(timeline(model, change, grouping).lanes.map((l) => [l.id, keys(l.items)]));

/** The small package with these milestones: date and entities. */
const withMilestones = (...rows: [date: string, entities: string][]) =>
  withRows("milestones.csv", ...rows.map(([date, of], i) => `x${i},${date},事,Event,${of},e1`));

describe("a date", () => {
  it("spans what it is known to: a year the year, a month the month, a day the day", () => {
    expect(dates(spanOf("2020"))).toEqual(["2020-01-01", "2021-01-01"]);
    expect(dates(spanOf("2020-02"))).toEqual(["2020-02-01", "2020-03-01"]);
    expect(dates(spanOf("2020-12"))).toEqual(["2020-12-01", "2021-01-01"]);
    expect(dates(spanOf("2020-02-29"))).toEqual(["2020-02-29", "2020-03-01"]);
    expect(["2020", "2020-02", "2020-02-29"].map((d) => spanOf(d)!.precision)).toEqual(["year", "month", "day"]);
  });

  it("is of its own century, and nothing where it is none", () => {
    expect(yearAt(spanOf("0020")!.from)).toBe(20);
    expect(["", "soon", "20", "2020-1", "2020-01-01T00:00"].map(spanOf)).toEqual(Array(5).fill(undefined));
  });

  it("counts months through centuries", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 120_000 }), (month) => monthAt(monthStart(month)) === month));
  });
});

describe("a timeline", () => {
  it("holds the lifetimes and milestones of what is shown, in time order", async () => {
    const model = await tinyModel();
    expect(keys(timeline(model).items)).toEqual(["milestone m1", "lifetime school", "lifetime carbon-lab"]);
    expect(keys(timeline(model, { goal: ["13"] }).items)).toEqual(["lifetime carbon-lab"]);
    expect(keys(timeline(model, { goal: ["6"] }).items)).toEqual([]);
  });

  it("counts what has no stated beginning instead of drawing it", async () => {
    const model = await tinyModel(withText("initiatives.csv", "well,水井,Well,,,,", "well,水井,Well,,,2021,"));
    const { items, entities, undated } = timeline(model);
    expect(keys(items)).not.toContain("lifetime well");
    // School, well, lab and centre are shown; well (which only ended) and centre have no beginning.
    expect([entities, undated]).toEqual([4, 2]);
  });

  it("leaves out a milestone none of whose entities is shown, and names only those that are", async () => {
    const model = await tinyModel(withMilestones(["2020", "ngo"], ["2020-05", "ngo|school"]));
    const { items } = timeline(model);
    expect(keys(items)).not.toContain("milestone x0");
    expect(items.find((i) => i.id === "x1")?.nodes.map((n) => n.id)).toEqual(["school"]);
    expect(keys(timeline(model, { related: true }).items)).toContain("milestone x0");
  });

  it("keeps what falls into a chosen year: known to the year or month, or going on through it", async () => {
    const model = await tinyModel({
      ...withMilestones(["2020", "school"], ["2020-12", "school"], ["2019-12-31", "school"], ["2021-01", "school"]),
      ...withText("alignments.csv", "E3,2019|2020", "E3,2019|2020|2021"),
    });
    const inYear = (...year: string[]) => timeline(model, { year }).items.map((i) => i.id);
    expect(inYear("2020")).toEqual(["school", "x0", "x1"]);
    expect(inYear("2019")).toEqual(["m1", "school", "x2"]);
    expect(inYear("2019", "2021")).toEqual(["m1", "school", "x2", "x3", "carbon-lab"]);
  });

  it("drops a lifetime that was over before the chosen year; one that ends in it stays", async () => {
    const model = await tinyModel(withText("initiatives.csv", "2019-09,,", "2019-09,2020,"));
    const ofYear = (year: string) => keys(timeline(model, { year: [year] }).items);
    expect(ofYear("2020")).toContain("lifetime school");
    const over = await tinyModel(withText("initiatives.csv", "2019-09,,", "2019-09,2019-12-31,"));
    expect(keys(timeline(over, { year: ["2020"] }).items)).not.toContain("lifetime school");
  });

  it("draws what is said to end before it began where it began", async () => {
    const model = await tinyModel(withText("initiatives.csv", "2019-09,,", "2019-09,2012,"));
    const school = timeline(model).items.find((i) => i.key === "lifetime school")!;
    expect(dates(extentOf(school))).toEqual(["2019-09-01", "2019-10-01"]);
  });
});

describe("lanes", () => {
  it("by goal hold an entity under each goal it serves in the selection, goals in their order", async () => {
    const model = await tinyModel(
      withRows("alignments.csv", "a7,school,1,curated,enable,positive,indirect,action,E1,2020,e1,one-reader"),
    );
    expect(Object.keys(lanes(model))).toEqual(["1", "4", "13"]);
    expect(lanes(model)).toMatchObject({
      "1": ["milestone m1", "lifetime school"],
      "4": ["milestone m1", "lifetime school"],
    });
    expect(Object.keys(lanes(model, { goal: ["4"] }))).toEqual(["4"]);
    expect(Object.keys(lanes(model, { basis: ["stated"] }))).toEqual(["4", "13"]);
  });

  it("put what serves no goal in a lane of its own, at the end", async () => {
    const model = await tinyModel(withText("units.csv", "group,集团,The Group,,1998", "group,集团,The Group,,1998-11"));
    const of = timeline(model, { related: true }).lanes;
    expect(of.at(-1)?.id).toBe(NONE);
    expect(keys(of.at(-1)!.items)).toEqual(["lifetime group"]);
  });

  it("by unit are the units below the organisation; what nobody runs is `none`", async () => {
    const model = await tinyModel(withMilestones(["2020", "center"]));
    // Group holds all units, so lanes are those below it; the lab, too, is part of it.
    expect(lanes(model, {}, "unit")).toEqual({
      dept: ["milestone m1", "lifetime school"],
      "carbon-lab": ["lifetime carbon-lab"],
      none: ["milestone x0"],
    });
  });

  it("by unit are only those chosen", async () => {
    const model = await tinyModel(withRows("relations.csv", "school,run_by,carbon-lab,stated,,e1"));
    expect(Object.keys(lanes(model, {}, "unit"))).toEqual(["carbon-lab", "dept"]);
    expect(Object.keys(lanes(model, { unit: ["team"] }, "unit"))).toEqual(["dept"]);
    expect(Object.keys(lanes(model, { unit: ["group"] }, "unit"))).toEqual(["carbon-lab", "dept"]);
  });

  it("hold every item, and nothing else, whatever the package and the query", async () => {
    await fc.assert(
      fc.asyncProperty(
        datedTables,
        fc.constantFrom<Grouping>("goal", "unit"),
        fc.nat(),
        async (tables, grouping, seed) => {
          const model = await modelOf(tables);
          for (const query of fc.sample(arbQuery(model), { seed, numRuns: 4 })) {
            const selection = select(model, query);
            const { items, lanes, entities, undated } = timelineOf(model, selection, query, grouping);
            expect(new Set(lanes.flatMap((l) => keys(l.items)))).toEqual(new Set(keys(items)));
            expect(new Set(keys(items)).size).toBe(items.length);
            for (const lane of lanes) expect(items.filter((i) => lane.items.includes(i))).toEqual(lane.items);
            for (const item of items) for (const n of item.nodes) expect(selection.nodes[n.index]).toBe(SHOWN);
            expect(entities).toBe(model.nodes.filter((n) => isEntity(n) && selection.nodes[n.index] === SHOWN).length);
            if (query.year.length === 0) {
              expect(items.filter((i) => i.type === "lifetime").length).toBe(entities - undated);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

const arbDate = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(2),
  )
  .map(([y, m, d, precision]) =>
    [y, `${m}`.padStart(2, "0"), `${d}`.padStart(2, "0")].slice(0, precision + 1).join("-"),
  );

/** Packages whose entities have random dates, and milestones. */
const datedTables = fc
  .tuple(arbTables, fc.array(fc.tuple(fc.option(arbDate), fc.option(arbDate)), { minLength: 12, maxLength: 12 }))
  .map(([tables, spans]) => {
    let i = 0;
    const date = (row: Record<string, string>) => {
      const [since, until] = spans[i++ % spans.length];
      return { ...row, since: since ?? "", until: until ?? "" };
    };
    const dated = Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [name, rows.some((r) => "prominence" in r) ? rows.map(date) : rows]),
    );
    const entities = Object.values(dated)
      .flat()
      .filter((r) => "since" in r) as Record<string, string>[];
    const milestones = entities.slice(0, 6).map((e, n) => ({
      id: `m-${n}`,
      date: e.since || "2020",
      title_en: "<b>Event</b>",
      title_zh: "事件",
      entities: [e.id, entities[entities.length - 1 - n].id].join("|"),
      evidence: "e",
    }));
    return { ...dated, milestones };
  });

/** An item without a package behind it. */
const itemOf = (n: number, type: Item["type"], since: string, until = ""): Item => {
  const begin = spanOf(since)!;
  const end = type === "milestone" ? begin : spanOf(until);
  return {
    type,
    key: `${n}`,
    id: `${n}`,
    begin,
    end: end && end.to <= begin.from ? begin : end,
    nodes: [],
  } as unknown as Item;
};
const arbItems = fc
  .array(fc.tuple(fc.constantFrom<Item["type"]>("milestone", "lifetime"), arbDate, fc.option(arbDate)), {
    maxLength: 60,
  })
  .map((rows) => rows.map(([type, since, until], n) => itemOf(n, type, since, until ?? "")));
const arbView: fc.Arbitrary<View> = fc
  .tuple(
    fc.integer({ min: time("1985"), max: time("2035") }),
    fc.integer({ min: 28, max: 18_000 }),
    fc.integer({ min: 200, max: 2400 }),
  )
  .map(([from, days, width]) => ({ from, to: from + days * DAY, width }));

function overlapping(placed: readonly Placed[]): Placed[][] {
  return placed.flatMap((a, i) =>
    placed
      .slice(i + 1)
      .flatMap((b) => (a.row === b.row && a.left < b.right - 1e-5 && b.left < a.right - 1e-5 ? [[a, b]] : [])),
  );
}

describe("a closed lane", () => {
  it("has no two marks that overlap, each item of the window in exactly one, none narrower than can be hit", () => {
    fc.assert(
      fc.property(arbItems, arbView, (items, view) => {
        const marks = marksOf(items, view);
        expect(overlapping(marks)).toEqual([]);
        const begun = items.filter((i) => i.begin.from < view.to && i.begin.to > view.from);
        expect(keys(marks.flatMap((m) => m.items)).sort()).toEqual(keys(begun).sort());
        for (const { left, right, items } of marks) {
          expect(left).toBeGreaterThanOrEqual(-1e-6);
          expect(right).toBeLessThanOrEqual(view.width + 1e-6);
          if (items.length > 1) expect(right - left).toBeGreaterThanOrEqual(MARK - 1e-6);
        }
      }),
    );
  });

  it("draws a date known to the year as wide as the year, and gathers what it can't tell apart", () => {
    const view = { from: time("2018"), to: time("2022"), width: 1461 };
    const items = ["2020", "2020", "2020-03", "2020-03-09", "2021-05"].map((d, i) => itemOf(i, "milestone", d));
    const [year, march, may] = marksOf(items, view);
    expect([keys(year.items), keys(march.items), keys(may.items)]).toEqual([["0", "1"], ["2", "3"], ["4"]]);
    expect([year.left, year.right]).toEqual([731 - 1, 731 + 365]);
    expect(march.right - march.left).toBeCloseTo(31);
    expect(march.row).not.toBe(year.row);
  });

  it("tells days apart once there is room for them", () => {
    const view = { from: time("2020-03-01"), to: time("2020-04-01"), width: 31 * MARK };
    const items = ["2020-03-09", "2020-03-10", "2020-03-10"].map((d, i) => itemOf(i, "milestone", d));
    expect(marksOf(items, view).map((m) => m.items.length)).toEqual([1, 2]);
    expect(marksOf(items, { ...view, width: 31 * MARK - 31 }).map((m) => m.items.length)).toEqual([3]);
  });
});

describe("an open lane", () => {
  it("has no two items that overlap with their names, and every item of which any time is in the window", () => {
    fc.assert(
      fc.property(
        arbItems,
        arbView,
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1 }),
        (items, view, widths) => {
          const bars = barsOf(items, view, ({ id }) => widths[Number(id) % widths.length]);
          expect(overlapping(bars)).toEqual([]);
          const there = items.filter((i) => extentOf(i).from < view.to && extentOf(i).to > view.from);
          expect(keys(bars.map((b) => b.item)).sort()).toEqual(keys(there).sort());
          for (const { from, to, sure } of bars) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(view.width + 1e-6);
            if (sure)
              expect([from <= sure[0] + 1e-6, sure[0] <= sure[1], sure[1] <= to + 1e-6]).toEqual([true, true, true]);
          }
        },
      ),
    );
  });

  it("tells what is sure from what is not: between a begin and an end that are known to the year", () => {
    const view = { from: time("2018"), to: time("2022"), width: 1461 };
    const [bar] = barsOf([itemOf(0, "lifetime", "2019", "2021")], view, () => 0);
    expect([bar.from, bar.to]).toEqual([365, 1461]);
    expect(bar.sure).toEqual([730, 1096]);
    const [within] = barsOf([itemOf(0, "lifetime", "2019", "2019")], view, () => 0);
    expect(within.sure).toBeUndefined();
    const [goingOn] = barsOf([itemOf(0, "lifetime", "2019-01-01")], view, () => 0);
    expect([goingOn.open, goingOn.sure]).toEqual([true, [366, 1461]]);
  });
});

describe("how many lifetimes run", () => {
  it("is what is sure, and what is possible, at each time", () => {
    const items = [
      itemOf(0, "lifetime", "2019", "2021"),
      itemOf(1, "lifetime", "2020"),
      itemOf(2, "lifetime", "2020", "2020"),
    ];
    expect(runningOf(items).map(({ at, sure, possible }) => [yearAt(at), sure, possible])).toEqual([
      [2019, 0, 1],
      [2020, 1, 3],
      [2021, 1, 2],
      [2022, 1, 1],
    ]);
  });

  it("is drawn to one scale, from a base line, and never invisible", () => {
    const view = { from: time("2018"), to: time("2022"), width: 1461 };
    const steps = runningOf([itemOf(0, "lifetime", "2019", "2020")]);
    const scale = { most: 100, height: 20 };
    expect(curvePath(steps, "possible", view, scale)).toBe("M0 20H365V19H1096V20H1461V20Z");
    expect(curvePath([], "sure", view, scale)).toBe("M0 20H1461V20Z");
    expect(mostRunning([{ id: "4", items: [itemOf(0, "lifetime", "2019"), itemOf(1, "lifetime", "2020")] }])).toBe(2);
    expect(mostRunning([])).toBe(1);
  });

  it("equals a count by hand at any time", () => {
    fc.assert(
      fc.property(arbItems, fc.integer({ min: time("1985"), max: time("2035") }), (items, at) => {
        const lifetimes = items.filter((i) => i.type === "lifetime");
        const possible = lifetimes.filter((i) => extentOf(i).from <= at && at < extentOf(i).to).length;
        const sure = lifetimes.filter((i) => i.begin.to <= at && (!i.end || at < i.end.from)).length;
        const step = runningOf(items).findLast((s) => s.at <= at);
        expect([step?.sure ?? 0, step?.possible ?? 0]).toEqual([sure, possible]);
      }),
    );
  });
});

describe("the window", () => {
  const items = (...counts: [string, number][]) =>
    counts.flatMap(([date, n]) => Array.from({ length: n }, (_, i) => itemOf(i, "milestone", date)));

  it("opens on the years in which most happened", () => {
    expect(dates(openingWindow(items(["1998", 1], ["2018", 2], ["2019", 5], ["2020", 10], ["2021", 3])))).toEqual([
      "2019-01-01",
      "2022-01-01",
    ]);
    expect(dates(openingWindow(items(["1998", 1], ["2020", 1])))).toEqual(["2016-01-01", "2021-01-01"]);
    expect(openingWindow([])).toBeUndefined();
  });

  it("opens on the years asked for", () => {
    const all = items(["1998", 1], ["2020", 9]);
    expect(dates(openingWindow(all, ["2018", "2019"]))).toEqual(["2018-01-01", "2020-01-01"]);
    expect(dates(openingWindow(all, [NONE]))).toEqual(dates(openingWindow(all)));
    expect(dates(domainOf(all, ["2022"]))).toEqual(["1998-01-01", "2023-01-01"]);
  });

  it("on the shipped report holds the years 2018 to 2021, in a domain that reaches back to 1998", async () => {
    const { items } = timeline(await shippedModel());
    expect(dates(openingWindow(items))).toEqual(["2018-01-01", "2022-01-01"]);
    expect(yearAt(domainOf(items)!.from)).toBeLessThan(2005);
    expect([...countByYear(items).values()].reduce((a, b) => a + b)).toBe(items.length);
  });

  it("stays within its domain however it is moved and zoomed, and keeps the time under the pointer", () => {
    const domain = { from: time("1998"), to: time("2031") };
    const arbWindow = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
      .map(([at, share]) => {
        const length = (domain.to - domain.from) * share;
        const from = domain.from + (domain.to - domain.from - length) * at;
        return { from, to: from + length };
      });
    const share = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(arbWindow, share, fc.double({ min: 0.05, max: 20, noNaN: true }), (window, by, factor) => {
        const at = window.from + 0.3 * (window.to - window.from);
        const moves = [
          panned(window, by, domain),
          zoomed(window, factor, at, domain),
          centred(window, at, domain),
          fitted({ from: at, to: at + DAY }, domain),
        ];
        for (const { from, to } of moves) {
          expect(from).toBeGreaterThanOrEqual(domain.from - 1);
          expect(to).toBeLessThanOrEqual(domain.to + 1);
          expect(to - from).toBeGreaterThanOrEqual(28 * DAY - 1);
        }
        const zoom = zoomed(window, 0.5, at, domain);
        if (zoom.to - zoom.from > 28 * DAY + 1) {
          expect((at - zoom.from) / (zoom.to - zoom.from)).toBeCloseTo(0.3, 5);
        }
      }),
    );
  });
});

describe("the axis", () => {
  it("is by month when a few years are in sight, by day when a month is; never by the hour", () => {
    const units = (from: string, to: string, width: number) => [
      ...new Set(ticksOf({ from: time(from), to: time(to), width }).map((t) => t.unit)),
    ];
    expect(units("2018", "2022", 960)).toEqual(["year", "month"]);
    expect(units("1990", "2030", 960)).toEqual(["year"]);
    expect(units("2020-03-01", "2020-03-29", 9600)).toEqual(["month", "day"]);
  });
});

describe("a package by strangers", () => {
  it("gives an empty timeline where it has no dates, and one of ten thousand years where it has odd ones", async () => {
    const none = await tinyModel({
      "milestones.csv": TINY["milestones.csv"].split("\n")[0],
      "labs.csv": TINY["labs.csv"].replace("2021", ""),
      "initiatives.csv": TINY["initiatives.csv"].replace("2019-09", ""),
    });
    expect(timeline(none)).toMatchObject({ items: [], lanes: [], entities: 4, undated: 4 });
    const odd = await tinyModel(withMilestones(["0001", "school"], ["9999-12", "school"]));
    const { items } = timeline(odd);
    expect(openingWindow(items)).toBeDefined();
    expect(ticksOf({ ...domainOf(items)!, width: 900 }).length).toBeGreaterThan(2);
    expect(buildModel(odd.pack).pack.milestones).toHaveLength(3);
  });
});

describe("what is taken away", () => {
  const words = { item: ({ id }: Item) => `<b>${id}</b> & so on`, tick: ({ unit }: Tick) => unit };
  const signs = ["day", "span", "begin", "count", "running", "sure", "unsure", "open"] as const;
  const legend = Object.fromEntries(signs.map((s) => [s, `${s} <i>`])) as Record<(typeof signs)[number], string>;
  const span = { from: time("2018"), to: time("2022") };

  it("is a figure of the lanes as they are, whose texts are escaped", async () => {
    const { lanes } = timeline(await tinyModel());
    const shown = lanes.map((lane, i) => ({ lane, name: `<script>${lane.id}`, open: i === 0 }));
    const figure = timelineFigure(shown, span, { ...words, legend });
    // The first lane is open; in the second, which is closed, a mark as wide as the year has room for a name.
    for (const id of ["school", "carbon-lab"]) expect(figure.body).toContain(`&lt;b&gt;${id}&lt;/b&gt; &amp; so on`);
    expect(figure.body).not.toContain("<b>");
    expect(figure.body).toContain("&lt;script&gt;13");
    expect(figure.body).not.toMatch(/<(script|b|i)>/);
    expect(figure.legend).toHaveLength(signs.length);
    expect(figure.width).toBeGreaterThan(900);
  });

  it("is drawn for any lanes and windows", () => {
    fc.assert(
      fc.property(arbItems, arbView, fc.boolean(), (items, { from, to }, open) => {
        const { body, height } = timelineFigure(
          [{ lane: { id: "4", items }, name: "4", open }],
          { from, to },
          { ...words, legend },
        );
        expect(body).not.toContain("NaN");
        expect(height).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  it("is two sheets with every milestone and every lifetime; what is not stated stays empty", async () => {
    const model = await tinyModel(withText("initiatives.csv", "2019-09,,", "2019-09,2021,"));
    const of = timeline(model);
    const titles = "milestones lifetimes id date precision what entities entity kind since until lanes evidence lines";
    const [milestones, lifetimes] = timelineSheets(model, of, {
      titles: Object.fromEntries(titles.split(" ").map((t) => [t, t])) as TimelineSheetWords["titles"],
      precisions: { year: "year", month: "month", day: "day" },
      item: (item) => item.id,
      kind: (item) => item.type,
      entities: ({ nodes }) => nodes.map((n) => n.id).join(),
      lane: (id) => id,
    });
    expect(milestones.rows).toEqual([["m1", "2019-09-01", "day", "m1", "school", "4", "e1", "10-12|14"]]);
    expect(lifetimes.rows).toEqual([
      ["school", "school", "lifetime", "2019-09", "month", "2021", "4", "e1", "10-12|14"],
      ["carbon-lab", "carbon-lab", "lifetime", "2021", "year", undefined, "13", "e2", "21"],
    ]);
    for (const { columns, rows } of [milestones, lifetimes]) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });
});
