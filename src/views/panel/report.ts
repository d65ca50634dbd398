/** What the descriptor of a package says about its report. */
import type { Model } from "../../../graph/build.ts";

/** The language that the report is printed in, when the package names it. */
export function reportLanguage({ pack }: Model): string | undefined {
  const { languages } = pack.descriptor;
  const first: unknown = Array.isArray(languages) ? languages[0] : undefined;
  if (typeof first !== "string") return undefined;
  return first === "zh" ? "zh-Hans" : first;
}
