/** The three lists: the entities only in A, in both, only in B, under the goals that they serve. */
import { type Entry, eitherOf, type GoalGroup, PARTS, type Part } from "../../../graph/compare.ts";
import { Disc } from "../../parts/disc.tsx";
import { Long } from "../../parts/long.tsx";
import { figure } from "../../parts/names.ts";
import { Shape } from "../../parts/shape.tsx";
import { nameOf } from "../../state.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { addressOf } from "./links.ts";
import { ANCHOR, partName } from "./overlap.tsx";
import { comparison, sideA, sideB } from "./sides.ts";
import { words } from "./words.ts";

/** Lists up to this long stand open. */
const SHORT = 12;

export function Lists() {
  const w = words.value.lists;
  return (
    <section id="compare-lists">
      <h2>{w.title}</h2>
      <p class="note">{w.about}</p>
      <div class="lists">
        {PARTS.map((part) => (
          <List key={part} part={part} />
        ))}
      </div>
    </section>
  );
}

function List({ part }: { part: Part }) {
  const w = words.value.lists;
  const { entities, groups } = comparison.value!;
  const n = entities[part].length;
  return (
    <section id={ANCHOR[part]} tabIndex={-1}>
      <h3>
        <i class={`key ${part}`} aria-hidden="true" /> {partName(part)} <span class="quiet">{w.count(n)}</span>
      </h3>
      {n === 0 && <p class="quiet">{w.nothing}</p>}
      {groups[part].map((group) => (
        <Group key={`${group.goal?.id} ${n <= SHORT}`} group={group} open={n <= SHORT} />
      ))}
    </section>
  );
}

function Group({ group: { goal, entries }, open }: { group: GoalGroup; open: boolean }) {
  const summary = (
    <>
      {goal && <Disc code={goal.id} small />}
      <span>{goal ? nameOf(goal) : words.value.lists.noGoal}</span>
      <span class="quiet">{figure(entries.length)}</span>
    </>
  );
  return (
    <Disclosure summary={summary} open={open}>
      {() => (
        <Long items={entries} first={24} render={(entry) => <Item key={eitherOf(entry.entity).id} {...entry} />} />
      )}
    </Disclosure>
  );
}

/** An entity; one that both have may still serve the goal by other alignments. */
function Item({ entity, alignments: { onlyA, onlyB } }: Entry) {
  const node = eitherOf(entity);
  const isInBoth = entity.a !== undefined && entity.b !== undefined;
  return (
    <li>
      <a class="node" {...addressOf(entity.a ? sideA.value : sideB.value!, node)}>
        <Shape kind={node.kind} />
        <span>{nameOf(node)}</span>
      </a>
      {isInBoth && onlyA + onlyB > 0 && <span class="quiet">{words.value.lists.differs(onlyA, onlyB)}</span>}
    </li>
  );
}
