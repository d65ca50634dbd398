/** How the KPIs are shown: their groups, their axis, what their values are divided by; and what that means. */
import type { ComponentChildren } from "preact";
import { type BaseName, baseCandidates } from "../../../graph/bases.ts";
import type { KpiSeries } from "../../../graph/kpi-groups.ts";
import type { Query } from "../../../graph/query.ts";
import type { Kpi } from "../../../graph/schema.ts";
import { itemHref } from "../../parts/item-href.ts";
import { href, model, nameOf, query } from "../../state.ts";
import { seriesText } from "../panel/value.ts";
import { words } from "./words.ts";

interface ChoiceProps {
  label: string;
  choices: { name: string; change: Partial<Query>; chosen: boolean }[];
}

const Choice = ({ label, choices }: ChoiceProps) => (
  <nav class="choice" aria-label={label}>
    <span class="quiet" aria-hidden="true">
      {label}
    </span>
    {choices.map(({ name, change, chosen }) => (
      <a key={name} href={href(change)} aria-current={chosen ? "true" : undefined}>
        {name}
      </a>
    ))}
  </nav>
);

/** The bar above the charts; `children` stand at its end. */
export function Bar({ children }: { children: ComponentChildren }) {
  const { group, scale, per } = query.value;
  const w = words.value;
  return (
    <div class="kpis-bar">
      <Choice
        label={w.per.label}
        choices={(["", "index", "head", "revenue"] as const).map((value) => ({
          name: value ? w.per[value] : w.per.printed,
          change: { per: value },
          chosen: per === value,
        }))}
      />
      <Choice
        label={w.scale.label}
        choices={(["linear", "log"] as const).map((value) => ({
          name: w.scale[value],
          change: { scale: value },
          chosen: scale === value,
        }))}
      />
      <Choice
        label={w.group.label}
        choices={(["section", "goal"] as const).map((value) => ({
          name: w.group[value],
          change: { group: value === "goal" ? "goal" : "" },
          chosen: (group === "goal") === (value === "goal"),
        }))}
      />
      {children}
    </div>
  );
}

/** How many there are, and how to read the charts below. */
export function Notes({ kpis }: { kpis: readonly KpiSeries[] }) {
  const { per, scale, year } = query.value;
  const w = words.value;
  const charts = kpis.filter((k) => k.trend).length;
  return (
    <div class="kpi-notes">
      <p>
        {w.count(charts, kpis.length - charts)} {w.axis[scale]} {w.hollow} {year.length > 0 && w.yearsWhole}
      </p>
      {per === "index" && <p>{w.base.index}</p>}
      {(per === "head" || per === "revenue") && <BaseNote name={per} />}
    </div>
  );
}

/** Which KPI the values are divided by, with its values; why nothing is divided where there is none. */
function BaseNote({ name }: { name: BaseName }) {
  const w = words.value.base;
  const bases = baseCandidates(model(), name);
  if (bases.length === 0) return <p>{w.none(w[name])}</p>;
  return (
    <p>
      {bases.length > 1 ? w.several(w[name]) : w.used(w[name])}{" "}
      {bases.map(({ kpi, years }, i) => (
        <>
          {i > 0 && ", "}
          <a href={itemHref(kpi.id)}>{nameOf(kpi)}</a>
          {bases.length === 1 && ` (${seriesText([...years.values()], (kpi.row as Kpi).unit_of_measure)}), ${w.how}`}
        </>
      ))}
    </p>
  );
}
