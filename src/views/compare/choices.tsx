/** What can be set against each other with one click, and what with a choice or two. */
import { formatAgainst, sharedFilters } from "../../../graph/against.ts";
import { type FacetName, NONE } from "../../../graph/build.ts";
import { EMPTY, type Query } from "../../../graph/query.ts";
import { t } from "../../i18n/index.ts";
import { facetValueName } from "../../parts/names.ts";
import { go, href, model, query, selection } from "../../state.ts";
import { against } from "./links.ts";
import { folder, isChosen, other } from "./other.ts";
import { words } from "./words.ts";

export function Choices() {
  const w = words.value.choices;
  return (
    <ul class="choices-list">
      <Choice title={w.year} about={w.yearAbout}>
        <YearLink />
        <Pair facet="year" values={[...valuesWithData("year")].reverse()} />
      </Choice>
      <Choice title={w.unit} about={w.unitAbout}>
        <Pair facet="unit" values={valuesWithData("unit")} />
      </Choice>
      <Choice title={w.basis} about={w.basisAbout}>
        <a class="choose" href={href({ basis: ["stated"], ...against({ basis: ["curated"] }) })}>
          {w.basisLink}
        </a>
      </Choice>
      <Choice title={w.keep} about={w.keepAbout}>
        <a class="choose" href={href(against({}))}>
          {w.keepLink}
        </a>
      </Choice>
      <Choice title={w.report} about={w.reportAbout}>
        <OtherReport />
      </Choice>
    </ul>
  );
}

function Choice({ title, about, children }: { title: string; about: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <div>
        <h3>{title}</h3>
        <p class="quiet">{about}</p>
      </div>
      <div class="choose-from">{children}</div>
    </li>
  );
}

/** The values of a facet that some alignment has, whatever is filtered. */
function valuesWithData(facet: FacetName): string[] {
  const { alignments, facets } = model().records;
  const { values, sets, set } = facets[facet];
  const used = new Set<number>();
  for (const number of new Set(set.subarray(0, alignments))) for (const code of sets[number]) used.add(code);
  return values.filter((value, code) => used.has(code) && value !== NONE);
}

/** The year that the report tells most about within the filters, against the last one before it that has something. */
function YearLink() {
  const { values } = model().records.facets.year;
  const counts = selection.value!.counts.year;
  const years = values.map((value, i) => ({ value, n: counts[i] })).filter(({ value, n }) => n > 0 && value !== NONE);
  const main = years.reduce((most, year, i) => (year.n > years[most].n ? i : most), 0);
  if (main === 0) return null;
  const [a, b] = [years[main].value, years[main - 1].value];
  return (
    <a class="choose" href={href({ year: [a], ...against({ year: [b] }) })}>
      {words.value.choices.pair(a, b)}
    </a>
  );
}

/** One value of a facet for each side, chosen from lists. */
function Pair({ facet, values }: { facet: FacetName; values: readonly string[] }) {
  const b = folder.value ? undefined : other.value?.query;
  return (
    <>
      <Select letter="A" facet={facet} values={values} of={query.value} change={(chosen) => go(chosen)} />
      <Select letter="B" facet={facet} values={values} of={b} change={(chosen) => go(against(chosen, b))} />
    </>
  );
}

interface SelectProps {
  letter: string;
  facet: FacetName;
  values: readonly string[];
  of: Query | undefined;
  change: (chosen: Partial<Query>) => void;
}

function Select({ letter, facet, values, of, change }: SelectProps) {
  const w = words.value.choices;
  const chosen = of?.[facet].length === 1 ? of[facet][0] : "";
  return (
    <select
      aria-label={w.of(letter, t.value.facets[facet])}
      value={chosen}
      onChange={({ currentTarget: { value } }) => change({ [facet]: value ? [value] : [] })}
    >
      <option value="">
        {letter}: {isChosen.value && of ? words.value.all : w.choose}
      </option>
      {values.map((value) => (
        <option key={value} value={value}>
          {letter}: {facetValueName(facet, value)}
        </option>
      ))}
    </select>
  );
}

/** The name of a folder; what the filters ask that means the same everywhere is asked of that report too. */
function OtherReport() {
  const w = words.value.choices;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const report = String(new FormData(event.currentTarget).get("report")).trim();
        if (report) go({ against: formatAgainst({ ...EMPTY, ...sharedFilters(query.peek()), report }) });
      }}
    >
      <input
        name="report"
        required
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        aria-label={w.folder}
        placeholder={w.folder}
        title={w.folderHint}
        value={folder.value}
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit">{w.compare}</button>
    </form>
  );
}
