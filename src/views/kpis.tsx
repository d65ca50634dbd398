/** The KPI view: every KPI of the selection that has a series as a small chart with its table, the others in a line. */
import { computed } from "@preact/signals";
import { byGoal, bySection, selectedKpis } from "../../graph/kpi-groups.ts";
import { Empty } from "../parts/empty.tsx";
import { Take } from "../parts/take.tsx";
import { model, query, selection } from "../state.ts";
import { Bar, Notes } from "./kpis/bar.tsx";
import { GroupBlock } from "./kpis/group.tsx";
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
          figure={() => takeFigure(drawn.flatMap((group) => group.charts))}
          sheets={() => takeSheets(kpis.value)}
        />
      </Bar>
      {kpis.value.length === 0 ? (
        <Empty />
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
                <GroupBlock key={keyOf(group)} group={group} />
              ))}
            </section>
          )}
        </div>
      )}
    </div>
  );
}

const keyOf = ({ goal, section }: (typeof groups.value)[number]): string => goal?.id ?? section?.id ?? "";
