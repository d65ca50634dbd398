/** The report to print: the current selection on paper, with its evidence, its method and where it comes from. */
import { briefOf } from "../../graph/brief.ts";
import { Empty } from "../parts/empty.tsx";
import { Take } from "../parts/take.tsx";
import { language, model, selection } from "../state.ts";
import { factsNow } from "../take/facts.ts";
import { Coverage } from "./brief/coverage.tsx";
import { Figures } from "./brief/figures.tsx";
import { Gaps } from "./brief/gaps.tsx";
import { GoalTable, goalSheet } from "./brief/goals.tsx";
import { Holds } from "./brief/holds.tsx";
import { Method } from "./brief/method.tsx";
import { Strongest } from "./brief/strongest.tsx";
import { words } from "./brief/words.ts";
import "./brief.css";

export function BriefView() {
  const brief = briefOf(model(), selection.value!);
  if (brief.stated + brief.read === 0) return <Empty />;
  return (
    <div class="brief">
      <div class="brief-bar">
        <button type="button" class="print" onClick={() => window.print()}>
          {words.value.print}
        </button>
        <Take name="brief" sheets={() => [goalSheet(brief)]} />
      </div>
      <article class="paper" lang={language.value === "zh" ? "zh-Hans" : "en"}>
        <Head />
        <Holds brief={brief} />
        <GoalTable brief={brief} />
        <Strongest brief={brief} />
        <Coverage />
        <Gaps />
        <Figures />
        <Method />
      </article>
    </div>
  );
}

/** What this is, what was selected, where it comes from. */
function Head() {
  const { title, selected, source } = factsNow();
  return (
    <header class="paper-head">
      <p class="brand">Goalgraph</p>
      <h2>{title}</h2>
      <p class="subtitle">{words.value.subtitle}</p>
      <dl>
        {[...selected, ...source].map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
