/**
 * The coverage view: the matrix of goals (or the targets of one) by something else, and the measures of each goal. It
 * counts the selection, as every other view does.
 */
import { Empty } from "../parts/empty.tsx";
import { href, query, selection } from "../state.ts";
import { Bar } from "./coverage/bar.tsx";
import { Explanation } from "./coverage/explanation.tsx";
import { matrix } from "./coverage/figures.ts";
import { Judgement } from "./coverage/judgement.tsx";
import { Legend } from "./coverage/legend.tsx";
import { MatrixGrid } from "./coverage/matrix.tsx";
import { Measures } from "./coverage/measures.tsx";
import { words } from "./coverage/words.ts";
import "./coverage.css";

export function CoverageView() {
  // What the filters leave may lie outside of the goal whose targets are shown.
  const nothing = selection.value!.alignments === 0 || matrix.value.rows.every((row) => row.filteredOut);
  return (
    <div class="coverage">
      <Bar />
      {nothing ? (
        <Empty>{query.value.of && <a href={href({ of: "", sort: "" })}>{words.value.matrix.back}</a>}</Empty>
      ) : (
        <>
          <div class="coverage-scroll">
            <MatrixGrid />
            <Legend />
            <Measures />
          </div>
          <Explanation />
        </>
      )}
      <Judgement />
    </div>
  );
}
