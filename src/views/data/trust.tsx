/** How strong the evidence is, who read it, and what is known of units and figures: small tables with bars. */
import type { Count } from "../../../graph/measures.ts";
import type { Query } from "../../../graph/query.ts";
import { t } from "../../i18n/index.ts";
import { figure } from "../../parts/names.ts";
import { Figure } from "./figure.tsx";
import { measures, words } from "./words.ts";

export function Trust() {
  const w = words.value.trust;
  const { alignments, responsibility, kpis, observations } = measures.value;
  const { n, prominent } = alignments;
  const { grade, basis, role, polarity, stage, kpi } = t.value;
  return (
    <section>
      <h2>{w.heading}</h2>
      <div class="measures">
        <Measure
          title={w.grade}
          note={w.gradeNote}
          n={n}
          counts={alignments.grade}
          name={(value) => `${value} ${grade[value]}`}
          to={(value) => ({ grade: [value] })}
        />
        <Measure
          title={w.basis}
          note={w.basisNote}
          n={n}
          counts={alignments.basis}
          name={(value) => basis[value]}
          to={(value) => ({ basis: [value] })}
        />
        <Measure
          title={w.level}
          n={n}
          counts={alignments.level}
          name={(value) => w.levels[value]}
          to={(value) => (value === "goal" ? { target: ["none"] } : undefined)}
        />
        <Measure
          title={w.readers}
          note={w.prominent(figure(prominent.twoReaders), figure(prominent.n))}
          n={n}
          counts={alignments.readers.filter((c) => c.n > 0 || c.value !== "none")}
          name={(value) => w.readerNames[value]}
        />
        <Measure title={w.role} n={n} counts={alignments.role} name={(value) => role[value]} />
        <Measure
          title={w.polarity}
          note={w.polarityNote}
          n={n}
          counts={alignments.polarity}
          name={(value) => polarity[value]}
        />
        <Measure title={w.stage} n={n} counts={alignments.stage} name={(value) => stage[value]} />
        <Measure
          title={w.responsibility}
          n={responsibility.n}
          counts={responsibility.by.filter((c) => c.n > 0 || c.value !== "suggested")}
          name={(value) => w.responsibilities[value]}
          to={(value) => (value === "none" ? { rows: "entities", unit: ["none"] } : undefined)}
        />
        <Measure
          title={w.kpis}
          note={w.kpisNote(figure(kpis.withTarget), figure(kpis.withBaseline), figure(kpis.n))}
          n={kpis.n}
          counts={kpis.level}
          name={(value) => kpi.level[value]}
        />
        <Measure
          title={w.observations}
          note={w.observationsNote}
          n={observations.n}
          counts={observations.status}
          name={(value) => kpi.status[value]}
        />
      </div>
    </section>
  );
}

interface MeasureProps<V extends string> {
  title: string;
  note?: string;
  /** What the shares are of. */
  n: number;
  counts: readonly Count<V>[];
  name: (value: V) => string;
  /** The filter that shows the rows of a value, where there is one. */
  to?: (value: V) => Partial<Query> | undefined;
}

/** One measure: its values with number, share and bar. */
function Measure<V extends string>({ title, note, n, counts, name, to }: MeasureProps<V>) {
  const w = words.value.trust;
  return (
    <div>
      <h3>
        {title} <span class="quiet">{w.n(figure(n))}</span>
      </h3>
      <table class="measure">
        <caption class="unseen">{title}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.number}</th>
            <th scope="col">{w.share}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.value}>
              <th scope="row">{name(count.value)}</th>
              <td>
                <Figure n={count.n} to={to?.(count.value)} />
              </td>
              <td class="with-bar" style={{ "--part": n > 0 ? count.n / n : 0 }}>
                {share(count.n, n)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p class="note">{note}</p>}
    </div>
  );
}

/** A share in whole per cent; what is there but under one half stays visible. */
function share(n: number, of: number): string {
  if (of === 0) return "–";
  const percent = Math.round((100 * n) / of);
  return n > 0 && percent === 0 ? "< 1%" : `${percent}%`;
}
