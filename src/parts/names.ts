/** Names of things that come from the data, in the reader's language. */
import { type FacetName, type Model, NONE } from "../../graph/build.ts";
import { t } from "../i18n/index.ts";
import { model, nameOf, pick } from "../state.ts";

/** The name of a kind: of the table, as the package titles it. */
export function kindName(kind: string, of: Model = model()): string {
  const found = of.pack.kinds.find((k) => k.name === kind);
  return found ? pick(found, "title") : (t.value.kind[kind] ?? kind);
}

/** The name of a facet's value, in the report on the table or in another. */
export function facetValueName(facet: FacetName, value: string, of: Model = model()): string {
  if (value === NONE) return t.value.none[facet];
  if (facet === "goal" || facet === "target" || facet === "unit") {
    const node = of.node.get(value);
    return node ? nameOf(node) : value;
  }
  if (facet === "kind") return kindName(value, of);
  if (facet === "basis") return t.value.basis[value as keyof typeof t.value.basis];
  if (facet === "grade") return `${value} · ${t.value.grade[value as keyof typeof t.value.grade]}`;
  return value;
}

/** What a relation says, read from its source or from its target; one that a package brings along by its own name. */
export const relationName = (relation: string, outgoing: boolean): string =>
  t.value.relation[relation]?.[outgoing ? 0 : 1] ?? relation;

// English and Chinese group alike. Made once: `toLocaleString` looks up the language's rules at every call.
const GROUPED = new Intl.NumberFormat("en");

/** A count with its thousands set apart. */
export const figure = (n: number): string => GROUPED.format(n);
