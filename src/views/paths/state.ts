/** What the parts of the connections view share: its words, and what is computed from the chosen ends and the selection. */
import { computed } from "@preact/signals";
import type { Edge, Node } from "../../../graph/build.ts";
import { engagementOf, hasEngagement } from "../../../graph/engagement.ts";
import { overlapOf, servingBoth, strongestPairs } from "../../../graph/overlap.ts";
import { amongShown, findConnections } from "../../../graph/paths.ts";
import type { Query } from "../../../graph/query.ts";
import type { Alignment } from "../../../graph/schema.ts";
import { createSelector } from "../../../graph/select.ts";
import { seriesOf } from "../../../graph/series.ts";
import { en } from "../../i18n/paths.en.ts";
import { zh } from "../../i18n/paths.zh.ts";
import { relationName } from "../../parts/names.ts";
import { href, language, model, query, selection } from "../../state.ts";

export const words = computed(() => (language.value === "zh" ? zh : en));

// Each its own signal: opening a panel computes none of what follows anew.
const fromId = computed(() => query.value.from);
const toId = computed(() => query.value.to);
export const via = computed(() => query.value.via);
const nodeOf = (id: string): Node | undefined => model().node.get(id);
export const from = computed(() => nodeOf(fromId.value));
export const to = computed(() => nodeOf(toId.value));

/** Both ends, when they are chosen. */
export const ends = computed<[Node, Node] | undefined>(() => from.value && to.value && [from.value, to.value]);

/** Both ends, when they are goals: then the question is what serves both. */
export const goalPair = computed(() => (ends.value?.every((end) => end.kind === "goal") ? ends.value : undefined));

/** Connections that are listed at most, on the screen and in what is taken away. */
export const LISTED = 60;

/** Connections among what the selection shows. */
export const connections = computed(() => {
  if (!ends.value) return undefined;
  const passes = amongShown(model(), selection.value!, ends.value);
  return findConnections(model(), ends.value, { passes, via: via.value });
});

/** Connections in the whole report; asked for where the selection has none. */
export const everywhere = computed(() => ends.value && findConnections(model(), ends.value, { via: via.value }));

export const overlap = computed(() => overlapOf(model(), selection.value!));
export const pairs = computed(() => strongestPairs(overlap.value));
export const both = computed(() => goalPair.value && servingBoth(model(), selection.value!, goalPair.value));

/** Who the profile is about: the one chosen end, if it is one that has a profile. */
export const subject = computed(() => (from.value && !to.value && hasEngagement(from.value) ? from.value : undefined));

const selector = computed(() => createSelector(model()));

export const engagement = computed(() => {
  if (!subject.value) return undefined;
  const chosen = selection.value!;
  const { unit } = query.peek();
  // A unit's profile leaves out the choice of units, as their facet does.
  const open = unit.length === 0 ? chosen : selector.value({ ...query.peek(), unit: [] });
  return engagementOf(model(), open, subject.value);
});

/** Whose profile it is: units and labs run things, partners take part in them. */
export const roleOf = (node: Node): "unit" | "partner" => (node.kind === "partners" ? "partner" : "unit");

/** The table of what the unit of the profile does, narrowed further. */
export const rowsHref = (change: Partial<Query>): string =>
  href({ view: "table", rows: "alignments", sort: "", related: false, unit: [subject.value!.id], ...change });

/** The filter that gives what serves a goal or a target. */
export const filterOf = ({ kind, id }: Node): Partial<Query> => (kind === "target" ? { target: [id] } : { goal: [id] });

/** The latest value of a KPI that is known. */
export const latestOf = (kpi: Node) => seriesOf(model(), kpi).findLast((point) => point.value !== undefined);

/** What a link says, read from one of its ends. */
export function linkName({ kind, record, source }: Edge, from: Node): string {
  const outgoing = source === from.index;
  if (kind !== "alignment") return relationName(kind, outgoing);
  const { alignment } = words.value;
  return (alignment[(record as Alignment).polarity] ?? alignment.positive)[outgoing ? 0 : 1];
}
