import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ROOT } from "../helpers.ts";

/** What each module of graph/ imports, types not counted: they are gone when the code runs. */
async function imports(): Promise<Map<string, string[]>> {
  const files = (await readdir(`${ROOT}graph`)).filter((file) => file.endsWith(".ts"));
  const found = files.map(async (file): Promise<[string, string[]]> => {
    const code = await readFile(`${ROOT}graph/${file}`, "utf8");
    return [`./${file}`, [...code.matchAll(/^import (?!type )[^;]*?"([^"]+)";/gms)].map((m) => m[1])];
  });
  return new Map(await Promise.all(found));
}

describe("graph/", () => {
  it("needs no browser: it imports neither the app nor what draws", async () => {
    const outside = [...(await imports()).values()].flat().filter((name) => !name.startsWith("./"));
    expect(outside).toContain("graphology");
    expect(outside.filter((name) => /^\.\.|sigma|preact/.test(name))).toEqual([]);
  });

  it("imports in plain Node", async () => {
    expect(typeof window).toBe("undefined");
    for (const file of (await imports()).keys()) {
      if (file !== "./cli.ts")
        await expect(import(/* @vite-ignore */ `${ROOT}graph/${file}`), file).resolves.toBeDefined();
    }
  });

  it("imports nothing in a circle", async () => {
    const from = await imports();
    const circles: string[] = [];
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) circles.push([...path, file].join(" → "));
      else for (const next of from.get(file) ?? []) walk(next, [...path, file]);
    };
    for (const file of from.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });
});
