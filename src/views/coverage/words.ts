/** What the parts of the coverage view share: its words and the names of rows and columns. */
import { computed } from "@preact/signals";
import { NONE } from "../../../graph/build.ts";
import { isFacetColumn, type MatrixColumn, type MatrixRow } from "../../../graph/matrix.ts";
import { en } from "../../i18n/coverage.en.ts";
import { zh } from "../../i18n/coverage.zh.ts";
import { t } from "../../i18n/index.ts";
import { facetValueName } from "../../parts/names.ts";
import { language, nameOf, query } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));

/** The name of a column: grades by their code alone where room is short. */
export function columnName({ value }: MatrixColumn, short = true): string {
  const { by } = query.value;
  if (by === "grade" && short) return value;
  if (isFacetColumn(by)) return facetValueName(by, value);
  return (t.value[by] as Record<string, string>)[value] ?? value;
}

export const rowName = (row: MatrixRow): string => (row.code === NONE ? words.value.matrix.goalOnly : nameOf(row.node));
