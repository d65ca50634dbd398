/** What the view shows, to be taken away: the listed connections or the matrix as a figure, all of it as sheets. */
import type { Node } from "../../../graph/build.ts";
import type { Figure } from "../../../graph/figure.ts";
import { overlapFigure } from "../../../graph/overlap-figure.ts";
import type { Connection } from "../../../graph/paths.ts";
import { pathsFigure } from "../../../graph/paths-figure.ts";
import {
  bothSheet,
  connectionsSheet,
  overlapSheet,
  type PathsSheetWords,
  profileSheet,
} from "../../../graph/paths-sheets.ts";
import type { Alignment, Kpi } from "../../../graph/schema.ts";
import type { Sheet } from "../../../graph/sheet.ts";
import { t } from "../../i18n/index.ts";
import { figure, kindName } from "../../parts/names.ts";
import { model, nameOf } from "../../state.ts";
import { shortBasis } from "../panel/record.ts";
import { seriesText } from "../panel/value.ts";
import {
  both,
  connections,
  engagement,
  everywhere,
  goalPair,
  LISTED,
  latestOf,
  linkName,
  overlap,
  roleOf,
  words,
} from "./state.ts";

/** The connections on the screen: those of the selection, else those of the whole report. */
function listed(): Connection[] {
  const { found } = connections.value ?? { found: [] };
  return (found.length > 0 ? found : (everywhere.value?.found ?? [])).slice(0, LISTED);
}

/** The chains when two ends are chosen that something connects, else the matrix. */
export function takeFigure(): Figure {
  const w = words.value;
  const chains = goalPair.value ? [] : listed();
  if (chains.length === 0) return overlapFigure(model(), overlap.value, w.overlap);
  return pathsFigure(model(), chains, {
    name: nameOf,
    link: (edge, from) => {
      const { record, kind } = edge;
      const grade = kind === "alignment" && (record as Alignment).grade;
      const sound = [grade, record && shortBasis(record)].filter(Boolean).join(", ");
      return sound ? `${linkName(edge, from)} (${sound})` : linkName(edge, from);
    },
    kind: kindName,
    goal: t.value.kind.goal,
  });
}

export function takeSheets(): Sheet[] {
  const sheetWords = wording();
  const chains = listed();
  return [
    ...(chains.length > 0 ? [connectionsSheet(chains, sheetWords)] : []),
    ...(engagement.value ? [profileSheet(engagement.value, sheetWords)] : []),
    ...(goalPair.value ? [bothSheet(goalPair.value, both.value!, sheetWords)] : []),
    overlapSheet(overlap.value, sheetWords),
  ];
}

function wording(): PathsSheetWords {
  const { sheet, profile } = words.value;
  const role = engagement.value ? roleOf(engagement.value.subject) : "unit";
  return {
    titles: sheet,
    parts: {
      goals: profile.goals[role],
      alone: profile.alone,
      work: profile.work[role],
      leftOut: sheet.leftOut,
      below: profile.below,
      partners: profile.partnersOf[role],
      units: profile.unitsOf[role],
      kpis: profile.kpis,
    },
    name: nameOf,
    kind: (node) => kindName(node.kind),
    link: linkName,
    basis: (basis) => shortBasis({ basis }),
    unstated: (n) => profile.unstated(figure(n)),
    latest: (kpi: Node) => {
      const latest = latestOf(kpi);
      return latest ? seriesText([latest], (kpi.row as Kpi).unit_of_measure) : "";
    },
  };
}
