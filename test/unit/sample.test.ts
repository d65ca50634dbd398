import { describe, expect, it } from "vitest";
import { draw, sampleRecords, seeded } from "../../graph/sample.ts";
import { shippedModel } from "../helpers.ts";

describe("a sample", () => {
  it("is the same for a seed, another for another", async () => {
    const model = await shippedModel();
    expect(sampleRecords(model, 20, 3)).toEqual(sampleRecords(model, 20, 3));
    expect(sampleRecords(model, 20, 3)).not.toEqual(sampleRecords(model, 20, 4));
    expect(sampleRecords(model, 20, 3)).toHaveLength(40);
  });

  it("draws each item once, and all of them when asked for more", () => {
    const drawn = draw([1, 2, 3, 4, 5], 9, seeded(1));
    expect([...drawn].sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
