/**
 * The arithmetic of printed numbers: how exact one is, what a note's formula gives, and the equations that a package
 * declares between its KPIs (`checks` of datapackage.json):
 *
 *   { "sum": ["a", "b"], "of": "c" }             a + b = c
 *   { "ratio": ["a", "b"], "of": "c" }           a / b = c
 *   { "growth": "a", "of": "c" }                 c is the change of a against the year before, in per cent
 *   { "same": [["a", "b"], ["c", "d"]] }         a / b = c / d: two ratios to one number that isn't printed itself
 *
 * Each is evaluated for every period in which all its values are known (of `same`, two pairs). A result must agree with
 * the last printed digit, or within `tolerance`; `note` tells why a tolerance is needed.
 */
import * as v from "valibot";
import { type Observation, toNumber } from "./schema.ts";

const pair = v.tuple([v.string(), v.string()]);
const common = { tolerance: v.optional(v.number()), note: v.optional(v.string()) };

/** An equation as a package declares it. */
export const Equation = v.union([
  v.strictObject({ sum: v.pipe(v.array(v.string()), v.minLength(1)), of: v.string(), ...common }),
  v.strictObject({ ratio: pair, of: v.string(), ...common }),
  v.strictObject({ growth: v.string(), of: v.string(), ...common }),
  v.strictObject({ same: v.pipe(v.array(pair), v.minLength(2)), note: v.optional(v.string()) }),
]);
export type Equation = v.InferOutput<typeof Equation>;

/** An equation that doesn't hold, at the observation that should be its result. */
export interface Misfit {
  observation: Observation;
  message: string;
}

/** The KPIs that an equation names. */
export const kpisOf = (equation: Equation): string[] =>
  "same" in equation ? equation.same.flat() : [...operandsOf(equation), equation.of];

/** Evaluates an equation for every period that has its values. */
export function misfitsOf(equation: Equation, observations: readonly Observation[]): Misfit[] {
  const values = new Map(observations.filter((o) => o.value).map((o) => [`${o.kpi} ${o.period}`, o]));
  const periods = [...new Set(observations.map((o) => o.period))];
  return periods.flatMap((period) => {
    const at = (kpi: string, when = period) => values.get(`${kpi} ${when}`);
    return ("same" in equation ? differing(equation.same, at) : disagreeing(equation, at, yearBefore(period))) ?? [];
  });
}

type At = (kpi: string, period?: string) => Observation | undefined;
type Result = Exclude<Equation, { same: unknown }>;

const operandsOf = (equation: Result): readonly string[] =>
  "sum" in equation ? equation.sum : "ratio" in equation ? equation.ratio : [equation.growth];

const yearBefore = (period: string): string => period.replace(/\d{4}/g, (year) => String(Number(year) - 1));

function disagreeing(equation: Result, at: At, before: string): Misfit | undefined {
  const observation = at(equation.of);
  const found = operandsOf(equation).map((kpi) => at(kpi));
  if ("growth" in equation) found.push(at(equation.growth, before));
  const operands = found.filter((o) => o !== undefined);
  if (!observation || operands.length < found.length) return undefined;
  const numbers = operands.map((o) => toNumber(o.value));
  const [a, b] = numbers;
  const result = "sum" in equation ? numbers.reduce((x, y) => x + y) : "ratio" in equation ? a / b : (a / b - 1) * 100;
  if (agrees(result, observation.value, equation.tolerance)) return undefined;
  const printed = operands.map((o) => o.value).join("sum" in equation ? " + " : " / ");
  const less = "growth" in equation ? " - 1, in per cent," : "";
  return { observation, message: `${printed}${less} gives ${short(result)}, not ${observation.value}` };
}

/** Finds the pair whose quotient has no value in common with all those before it. */
function differing(pairs: readonly (readonly [string, string])[], at: At): Misfit | undefined {
  let common: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [over, under] of pairs) {
    const [a, b] = [at(over), at(under)];
    if (!a || !b) continue;
    const [low, high] = quotient(a.value, b.value);
    const next = [Math.max(low, common[0]), Math.min(high, common[1])] as const;
    if (next[0] > next[1]) {
      const range = ([from, to]: readonly [number, number]) => `${short(from)} to ${short(to)}`;
      return {
        observation: b,
        message: `${a.value} / ${b.value} gives ${range([low, high])}, others ${range(common)}`,
      };
    }
    common = next;
  }
  return undefined;
}

/** The least and the most that a quotient of rounded positive numbers can be. */
function quotient(over: string, under: string): readonly [number, number] {
  const [a, b] = [toNumber(over), toNumber(under)];
  const [da, db] = [half(over), half(under)];
  return [(a - da) / (b + db), b > db ? (a + da) / (b - db) : Number.POSITIVE_INFINITY];
}

const short = (value: number): string => String(Number(value.toPrecision(8)));

/** Half of a printed number's last digit: what rounding can hide. */
const half = (printed: string): number => 0.5 / 10 ** (printed.split(".")[1]?.length ?? 0);

/** Whether a computed number is the printed one, to its last digit or within a tolerance. */
export const agrees = (computed: number, printed: string, tolerance = half(printed)): boolean =>
  Math.abs(computed - toNumber(printed)) <= tolerance + 1e-9 * Math.abs(computed);

export interface Formula {
  /** Its numbers as printed. */
  numbers: string[];
  result: number;
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const SIGN = "[-+−*×/÷]";
/** A name, a unit or a space between a number and a sign. */
const WORDS = String.raw`[^\d\-+−*×/÷=();,:|（）；，。：]{0,20}`;
const FORMULA = new RegExp(`(?<![\\d.,])${NUMBER}(?:${WORDS}${SIGN}${WORDS}${NUMBER})+`, "g");
const PART = new RegExp(`${SIGN}|${NUMBER}`, "g");

/** The formulas that a note holds: printed numbers with + - × / between them, words allowed: `waste 12 t / 3 people`. */
export const formulasIn = (note: string): Formula[] =>
  (note.match(FORMULA) ?? []).map((formula) => {
    const [first, ...rest]: string[] = formula.match(PART)!;
    const terms = [toNumber(first)];
    const numbers = [first];
    for (let i = 0; i + 1 < rest.length; i += 2) {
      const [sign, printed] = [rest[i], rest[i + 1]];
      const number = toNumber(printed);
      numbers.push(printed);
      if (sign === "+") terms.push(number);
      else if (sign === "-" || sign === "−") terms.push(-number);
      else terms.push(terms.pop()! * (sign === "/" || sign === "÷" ? 1 / number : number));
    }
    return { numbers, result: terms.reduce((a, b) => a + b) };
  });
