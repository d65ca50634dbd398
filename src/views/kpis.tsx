/** The KPI view: every KPI of the selection that has a series as a small chart with its table, the others in a line. */
import { computed } from "@preact/signals";
import { byGoal, bySection, selectedKpis } from "../../graph/kpi-groups.ts";
import { clearFilters } from "../../graph/query.ts";
import { t } from "../i18n/index.ts";
import { Empty } from "../parts/empty.tsx";
import { Take } from "../parts/take.tsx";
import { href, model, query, selection } from "../state.ts";
import { Bar, Notes } from "./kpis/bar.tsx";
import { GroupBlock, SinglesBlock } from "./kpis/group.tsx";
import { takeFigure, takeSheets } from "./kpis/take.ts";
import { words } from "./kpis/words.ts";
import "./kpis.css";

const kpis = computed(() => selectedKpis(model(), selection.value!, query.value));
const groups = computed(() =>
  query.value.group === "goal" ? byGoal(model(), selection.value!, kpis.value) : bySection(model(), kpis.value),
);

export function KpisView() {
  const drawn = groups.value.filter((group) => group.charts.length > 0);
  const others = groups.value.filter((group) => group.charts.length === 0);
  const w = words.value;
  return (
    <div class="kpis">
      <Bar>
        <Take
          name="kpis"
          figure={drawn.length > 0 ? () => takeFigure(drawn.flatMap((group) => group.charts)) : undefined}
          sheets={() => takeSheets(kpis.value)}
        />
      </Bar>
      {kpis.value.length === 0 ? (
        <NoKpis />
      ) : (
        <div class="kpi-groups">
          <Notes kpis={kpis.value} />
          {drawn.map((group) => (
            <GroupBlock key={keyOf(group)} group={group} />
          ))}
          {others.length > 0 && (
            <section>
              <h2>{w.otherGroups}</h2>
              <p class="quiet">{w.otherGroupsHint}</p>
              {others.map((group) => (
                <SinglesBlock key={keyOf(group)} group={group} />
              ))}
            </section>
          )}
        </div>
      )}
    </div>
  );
}

/** What is shown may have no KPI at all. */
function NoKpis() {
  const w = words.value;
  if (selection.value!.entities === 0) return <Empty />;
  return (
    <div class="empty">
      <p>{w.noKpis}</p>
      <p class="quiet">{w.noKpisHint}</p>
      {!query.value.all && <a href={href({ all: true })}>{w.passing}</a>}
      <a href={href(clearFilters(query.value))}>{t.value.filters.clear}</a>
    </div>
  );
}

const keyOf = ({ goal, section }: (typeof groups.value)[number]): string => goal?.id ?? section?.id ?? "";
