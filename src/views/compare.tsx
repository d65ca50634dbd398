/** The comparison: the current selection, A, against another one, B, which the address holds too. */
import { PARTS } from "../../graph/compare.ts";
import { Empty } from "../parts/empty.tsx";
import { Take } from "../parts/take.tsx";
import { Choices } from "./compare/choices.tsx";
import { Dimension, Goals } from "./compare/differences.tsx";
import { Sides } from "./compare/head.tsx";
import { Kpis } from "./compare/kpis.tsx";
import { Lists } from "./compare/lists.tsx";
import { isChosen } from "./compare/other.ts";
import { Overlap } from "./compare/overlap.tsx";
import { comparison, kpis } from "./compare/sides.ts";
import { figureOf, sheetsOf } from "./compare/take.ts";
import { words } from "./compare/words.ts";
import { Disclosure } from "./panel/disclosure.tsx";
import "./compare.css";

export function CompareView() {
  if (!isChosen.value) return <NoneYet />;
  const w = words.value;
  return (
    <section class="compare" aria-label={w.sides}>
      <Sides />
      <Disclosure class="other-choices" summary={w.more}>
        {() => <Choices />}
      </Disclosure>
      {comparison.value && <Result />}
    </section>
  );
}

function Result() {
  const { entities } = comparison.value!;
  if (PARTS.every((part) => entities[part].length === 0)) return <Empty />;
  return (
    <>
      <div class="compare-bar">
        <Contents />
        <Take name="compare" figure={figureOf} sheets={sheetsOf} />
      </div>
      <Overlap />
      <div class="matrices">
        <Goals />
        <Dimension />
      </div>
      <Kpis />
      <Lists />
    </>
  );
}

/** The comparison is long: its parts by name. */
function Contents() {
  const w = words.value;
  const parts = {
    shared: w.overlap.title,
    goals: w.goals.title,
    kpis: w.kpis.count(kpis.value!.changes.length),
    lists: w.lists.title,
  };
  return (
    <nav class="contents" aria-label={w.contents}>
      {Object.entries(parts).map(([id, name]) => (
        <a key={id} href={`#compare-${id}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function NoneYet() {
  const w = words.value.empty;
  return (
    <section class="compare none-yet" aria-label={w.title}>
      <h2>{w.title}</h2>
      <p>{w.text}</p>
      <Choices />
    </section>
  );
}
