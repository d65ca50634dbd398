/** How it was made and what it rests on, from the words of the method page; and how to cite it. */
import { GRADES } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { isShipped } from "../../parts/hosted.ts";
import { citation } from "../data/citation.ts";
import { BlockView, methodWords } from "../method/blocks.tsx";
import { words } from "./words.ts";

/** The parts of the method that a reader of this page needs beside it; the first tells of the shipped report. */
const PARTS = ["stated-or-read", "limits", "sources"];

export function Method() {
  const w = words.value.method;
  const parts = PARTS.slice(isShipped() ? 0 : 1).flatMap((id) =>
    methodWords.value.parts.filter((part) => part.id === id),
  );
  return (
    <section class="method">
      <h3>{w.heading}</h3>
      <h4>{w.grades}</h4>
      <dl class="grades">
        {GRADES.map((grade) => (
          <div key={grade}>
            <dt>{grade}</dt>
            <dd>{t.value.grade[grade]}</dd>
          </div>
        ))}
      </dl>
      {parts.map(({ id, title, blocks }) => (
        <section key={id}>
          <h4>{title}</h4>
          {blocks.map((block, i) => (
            <BlockView key={`${id}${i}`} block={block} />
          ))}
        </section>
      ))}
      <h4>{w.cite}</h4>
      <p>
        <cite>{citation()}</cite>
      </p>
    </section>
  );
}
