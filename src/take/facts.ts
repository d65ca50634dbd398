/** What must stand beside anything that is taken away: what it is, what was filtered, where it comes from. */
import { said } from "../../graph/credits.ts";
import { t } from "../i18n/index.ts";
import { activeFilters } from "../parts/filters.ts";
import { isHosted } from "../parts/hosted.ts";
import { language, model, pick, query, selection } from "../state.ts";
import { words } from "./words.ts";

/** A term of `words.term`, and what stands for it. */
export type Fact = [term: string, text: string];

export interface Facts {
  title: string;
  question: string;
  /** Filters in words, whose reading, how many. */
  selected: Fact[];
  /** Report, method, package, date, address. */
  source: Fact[];
  /** The language of all this, as a tag. */
  language: string;
}

/** The facts about what is on the screen now. */
export function factsNow(): Facts {
  return {
    title: reportTitle(),
    question: t.value.questions[query.value.view],
    selected: selectedFacts(),
    source: sourceFacts(),
    language: language.value === "zh" ? "zh-Hans" : "en",
  };
}

export function reportTitle(): string {
  const { title, title_zh = title } = model().pack.descriptor;
  return pick({ title_en: title, title_zh }, "title");
}

function selectedFacts(): Fact[] {
  const { term, noFilters, and, opening } = words.value;
  const { all, related } = query.value;
  const { filters } = t.value;
  const active = activeFilters().map((filter) => filter.name);
  if (all) active.push(filters.all);
  if (related) active.push(filters.related);
  if (model().opening > 2 && !all) active.push(opening);
  const { entities, alignments } = selection.value!;
  return [
    [term.filters, active.join(and) || noFilters],
    [term.reading, readingText()],
    [term.shown, filters.shown(entities, alignments)],
  ];
}

/** Whose word the alignments are: the reader of a picture must not take our reading for the report's. */
function readingText(): string {
  const { basis } = query.value;
  const [only] = basis;
  if (basis.length === 1 && (only === "stated" || only === "curated" || only === "suggested")) return words.value[only];
  return words.value.reading;
}

function sourceFacts(): Fact[] {
  const w = words.value;
  const { descriptor } = model().pack;
  const { name, version = "", organisation, period, sources, licenses } = descriptor;
  const documents = said(sources, "title").map((source) => source.title);
  const from = [
    ...(documents.length > 0 ? documents : [organisation && pick({ name_zh: "", ...organisation }, "name")]),
    period && w.period(period.start, period.end),
  ];
  const licences = said(licenses, "name").map(({ name, title }) => title ?? name);
  return [
    [w.term.source, from.filter(Boolean).join(w.and)],
    [w.term.method, w.method],
    [w.term.package, [w.version(name, version), ...licences].join(w.and)],
    [w.term.date, today()],
    [w.term.address, isHosted() ? location.href : w.folder],
  ];
}

/** Today in the reader's time zone: `2026-02-28`. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const factText = ([term, text]: Fact): string => words.value.colon(term, text);
