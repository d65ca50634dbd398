import { beforeAll, describe, expect, it } from "vitest";
import { type Brief, briefOf } from "../../graph/brief.ts";
import type { Model } from "../../graph/build.ts";
import type { Query } from "../../graph/query.ts";
import { select } from "../../graph/select.ts";
import { ask, shippedModel, someQueries, tinyModel } from "../helpers.ts";

const briefFor = (model: Model, query: Partial<Query> = {}): Brief => briefOf(model, select(model, ask(query)));

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

describe("a selection in short", () => {
  let tiny: Model;
  let shipped: Model;
  beforeAll(async () => {
    [tiny, shipped] = await Promise.all([tinyModel(), shippedModel()]);
  });

  it("sums up each goal: how much, on whose word, how strong, which targets, who runs it", () => {
    const { goals, unserved } = briefFor(tiny);
    expect(goals.map((row) => row.goal.id)).toEqual(["4", "6", "9", "13"]);
    const [four, six, , thirteen] = goals;
    expect(four).toMatchObject({ stated: 1, read: 1, best: "E3", covered: 1, targets: 10 });
    expect(four.servers.map((server) => server.node.id)).toEqual(["school"]);
    expect(four.units.map((unit) => unit.id)).toEqual(["team"]);
    expect(six.units.map((unit) => unit.id)).toEqual(["dept"]);
    expect(thirteen).toMatchObject({ stated: 1, read: 0, best: "E1", covered: 1 });
    expect(unserved).toHaveLength(13);
  });

  it("counts a mention as no covered target", () => {
    const { goals } = briefFor(tiny, { grade: ["E0"] });
    expect(goals.map((row) => [row.goal.id, row.covered, row.best])).toEqual([["4", 0, "E0"]]);
  });

  it("adds up to what the selection counts, whatever is asked for", () => {
    for (const query of someQueries(shipped, 3)) {
      const selection = select(shipped, query);
      const { alignments, entities } = selection;
      const brief = briefOf(shipped, selection);
      expect(brief.stated + brief.read).toBe(alignments);
      expect(brief.entities).toBe(entities);
      expect(sum(brief.goals.map((row) => row.stated + row.read))).toBe(alignments);
      expect(sum(brief.grades.map((row) => row.stated + row.read))).toBe(alignments);
      expect(sum(brief.grades.map((row) => row.stated))).toBe(brief.stated);
      expect(sum(brief.kinds.map((row) => row.count))).toBe(entities);
      expect(brief.goals.length + brief.unserved.length).toBe(17);
    }
  });

  it("puts the strongest evidence first", () => {
    for (const { servers, best } of briefFor(shipped).goals) {
      const grades = servers.map((server) => server.best);
      expect(grades).toEqual([...grades].sort().reverse());
      expect(best).toBe(grades[0]);
    }
  });
});
