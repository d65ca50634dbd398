/** The goals that the selection serves, a row each. */
import type { Brief, GoalBrief } from "../../../graph/brief.ts";
import type { Sheet } from "../../../graph/sheet.ts";
import { Disc } from "../../parts/disc.tsx";
import { Grade } from "../../parts/grade.tsx";
import { figure } from "../../parts/names.ts";
import { href, nameOf } from "../../state.ts";
import { Count } from "./count.tsx";
import { words } from "./words.ts";

/** Units named for a goal: those that run most of what serves it. */
const UNITS = 2;

const unitNames = ({ units }: GoalBrief): string =>
  units.slice(0, UNITS).map(nameOf).join("; ") || words.value.goals.noUnit;

export function GoalTable({ brief }: { brief: Brief }) {
  const w = words.value.goals;
  return (
    <section>
      <h3>{w.heading}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.goal}</th>
            <th scope="col" class="numeric">
              {w.alignments}
            </th>
            <th scope="col" class="numeric">
              {w.stated}
            </th>
            <th scope="col" class="numeric">
              {w.entities}
            </th>
            <th scope="col">{w.best}</th>
            <th scope="col" class="numeric">
              {w.targets}
            </th>
            <th scope="col">{w.units}</th>
          </tr>
        </thead>
        <tbody>
          {brief.goals.map((goal) => (
            <GoalRow key={goal.goal.id} row={goal} />
          ))}
        </tbody>
      </table>
      <p class="quiet note">{w.note}</p>
    </section>
  );
}

function GoalRow({ row }: { row: GoalBrief }) {
  const { goal, stated, read, servers, best, covered, targets } = row;
  const only = { goal: [goal.id] };
  return (
    <tr>
      <th scope="row">
        <a class="goal" href={href({ item: goal.id })}>
          <Disc code={goal.id} small />
          <span>{nameOf(goal)}</span>
        </a>
      </th>
      <td class="numeric">
        <Count n={stated + read} to={only} />
      </td>
      <td class="numeric">
        <Count n={stated} to={{ ...only, basis: ["stated"] }} />
      </td>
      <td class="numeric">
        <a href={href({ view: "table", rows: "entities", sort: "", ...only })}>{figure(servers.length)}</a>
      </td>
      <td>
        <Grade grade={best} short />
      </td>
      <td class="numeric">
        <a href={href({ item: goal.id })}>{words.value.goals.share(covered, targets)}</a>
      </td>
      <td>{unitNames(row)}</td>
    </tr>
  );
}

/** The same as a sheet. */
export function goalSheet({ goals }: Brief): Sheet {
  const w = words.value.goals;
  return {
    name: words.value.sheet,
    columns: [
      { title: w.goal },
      { title: w.alignments, numeric: true },
      { title: w.stated, numeric: true },
      { title: w.entities, numeric: true },
      { title: w.best },
      { title: w.targets },
      { title: w.units },
    ],
    rows: goals.map((row) => [
      `${row.goal.id} ${nameOf(row.goal)}`,
      row.stated + row.read,
      row.stated,
      row.servers.length,
      row.best,
      w.share(row.covered, row.targets),
      unitNames(row),
    ]),
  };
}
