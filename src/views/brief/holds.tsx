/** What the selection holds: how much, on whose word, on what evidence. */
import type { Brief } from "../../../graph/brief.ts";
import type { Node } from "../../../graph/build.ts";
import { Disc } from "../../parts/disc.tsx";
import { Grade } from "../../parts/grade.tsx";
import { figure, kindName } from "../../parts/names.ts";
import { Shape } from "../../parts/shape.tsx";
import { href, nameOf, query } from "../../state.ts";
import { Count } from "./count.tsx";
import { words } from "./words.ts";

export function Holds({ brief }: { brief: Brief }) {
  const w = words.value.holds;
  const { stated, read, entities, kinds, goals } = brief;
  const unserved = brief.unserved.filter(isAsked);
  return (
    <section>
      <h3>{w.heading}</h3>
      <p>
        {w.lead({
          entities: figure(entities),
          goals: figure(goals.length),
          alignments: figure(stated + read),
          stated: figure(stated),
          read: figure(read),
        })}
      </p>
      <GradeTable brief={brief} />
      <p class="counts">
        <span class="term">{w.kinds}</span>
        {kinds.map(({ kind, count }) => (
          <a key={kind} href={href({ view: "table", rows: "entities", sort: "", kind: [kind] })}>
            <Shape kind={kind} /> {kindName(kind)} {figure(count)}
          </a>
        ))}
      </p>
      {unserved.length > 0 && (
        <p class="counts">
          <span class="term">{w.unserved}</span>
          {unserved.map((goal) => (
            <a key={goal.id} href={href({ item: goal.id })}>
              <Disc code={goal.id} small /> {nameOf(goal)}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

/** Whether the filters leave a goal in: what was not asked for is not missing. */
const isAsked = ({ id }: Node): boolean => {
  const { goal, target } = query.value;
  return goal.includes(id) || (goal.length === 0 && target.length === 0);
};

function GradeTable({ brief: { grades, stated, read } }: { brief: Brief }) {
  const w = words.value.holds;
  // What is asked for by basis already stays so; "our reading" is all that the report doesn't state.
  const { basis } = query.value;
  const readings = (basis.length > 0 ? basis : ["curated", "suggested"]).filter((b) => b !== "stated");
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{w.grade}</th>
          <th scope="col" class="numeric">
            {w.stated}
          </th>
          <th scope="col" class="numeric">
            {w.read}
          </th>
          <th scope="col" class="numeric">
            {w.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {grades.map((row) => (
          <tr key={row.grade}>
            <th scope="row">
              <Grade grade={row.grade} />
            </th>
            <td class="numeric">
              <Count n={row.stated} to={{ grade: [row.grade], basis: ["stated"] }} />
            </td>
            <td class="numeric">
              <Count n={row.read} to={{ grade: [row.grade], basis: readings }} />
            </td>
            <td class="numeric">
              <Count n={row.stated + row.read} to={{ grade: [row.grade] }} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{w.all}</th>
          <td class="numeric">
            <Count n={stated} to={{ basis: ["stated"] }} />
          </td>
          <td class="numeric">
            <Count n={read} to={{ basis: readings }} />
          </td>
          <td class="numeric">
            <Count n={stated + read} to={{}} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
