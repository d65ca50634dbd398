/**
 * The codes of reporting guides that a report's own index gives for its sections, and the targets they relate to.
 *
 * Source: GRI, *Linking the SDGs and the GRI Standards* (2020, updated 2022), which names targets for each disclosure;
 * here for each topic standard, from its disclosures of figures. Limits: a code says that the section reports on a
 * topic, not that the company serves the target; GRI's list is broad. Codes of other guides are read as the GRI topic
 * that they share, by our own reading, and only where both ask for the same figure: of the Hong Kong exchange's
 * guide (2019) its KPIs; of CASS-CSR 4.0 its indicators of energy use (E2.4), water use (E2.9), greenhouse gases (E2.24,
 * E2.25) and corruption (M1.3). All other codes relate to nothing: to guess would make gaps where there are none.
 */
import type { Model } from "./build.ts";
import type { Section } from "./schema.ts";
import { groupBy, memoWeakly } from "./text.ts";

export type Guide = "gri" | "hkex" | "cass";

/** A code in the report's index, and the section it stands for. */
export interface FrameworkCode {
  code: string;
  guide: Guide;
  section: Section;
}

const GRI: Record<string, readonly string[]> = {
  203: ["1.2", "1.4", "3.8", "5.4", "8.2", "8.3", "8.5", "9.1", "9.4", "11.2"],
  204: ["8.3"],
  205: ["16.5"],
  301: ["8.4", "12.2", "12.5"],
  302: ["7.2", "7.3", "8.4", "12.2", "13.1"],
  303: ["6.3", "6.4"],
  304: ["6.6", "14.2", "15.1", "15.5"],
  305: ["3.9", "12.4", "13.1", "14.3", "15.2"],
  306: ["3.9", "12.4", "12.5"],
  401: ["5.1", "8.5", "8.6", "10.3"],
  403: ["3.9", "8.8"],
  404: ["4.3", "4.4", "4.5", "5.1", "8.2", "8.5", "10.3"],
  405: ["5.1", "5.5", "8.5"],
  408: ["8.7", "16.2"],
  409: ["8.7"],
  413: ["1.4", "2.3"],
  414: ["5.2", "8.8", "16.1"],
};

/** The GRI topic that a code of another guide shares. */
const HKEX: Record<string, string> = {
  "A1.2": "305",
  "A1.3": "306",
  "A1.4": "306",
  "A2.1": "302",
  "A2.2": "303",
  "B1.1": "405",
  "B1.2": "401",
  "B2.1": "403",
  "B2.2": "403",
  "B3.1": "404",
  "B3.2": "404",
  "B7.1": "205",
};
const CASS: Record<string, string> = { "E2.4": "302", "E2.9": "303", "E2.24": "305", "E2.25": "305", "M1.3": "205" };

/** The guide that a code belongs to, and the targets it relates to; nothing for a code that is not in the lists. */
function targetsOf(code: string): { guide: Guide; targets: readonly string[] } | undefined {
  const gri = /^GRI ?(\d{3})(?:-\d+)?$/i.exec(code)?.[1];
  const plain = code.replace(/^(?:HKEX|KPI) ?/i, "");
  for (const [guide, topic] of [
    ["gri", gri],
    ["hkex", HKEX[plain]],
    ["cass", CASS[plain]],
  ] as const) {
    if (topic && GRI[topic]) return { guide, targets: GRI[topic] };
  }
  return undefined;
}

/** Longer ranges than any guide has are a slip of the pen. */
const LONGEST = 40;

/** The codes of a cell's part: `E2.24-2.25` is two, with the letter said once or twice. */
export function expandCodes(part: string): string[] {
  const range = /^([A-Z])(\d+)\.(\d+)\s*[-–]\s*\1?(\d+)\.(\d+)$/.exec(part);
  if (!range) return [part];
  const [, letter, chapter, from, chapterOfEnd, to] = range;
  const length = Number(to) - Number(from) + 1;
  if (chapter !== chapterOfEnd || length < 1 || length > LONGEST) return [part];
  return Array.from({ length }, (_, i) => `${letter}${chapter}.${Number(from) + i}`);
}

/** The codes in the report's index that relate to a target, by the target. */
export const codesByTarget = memoWeakly((model: Model): ReadonlyMap<string, readonly FrameworkCode[]> => {
  const pairs = model.pack.sections.flatMap((section) =>
    section.framework_codes.flatMap(expandCodes).flatMap((code) => {
      const found = targetsOf(code);
      return found ? found.targets.map((target) => ({ target, code: { code, guide: found.guide, section } })) : [];
    }),
  );
  return new Map([...groupBy(pairs, (p) => p.target)].map(([target, of]) => [target, of.map((p) => p.code)]));
});
