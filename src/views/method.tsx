/** "How this works": the method, its limits, the keys, accessibility and privacy, laid out from texts. */
import { useEffect } from "preact/hooks";
import { t } from "../i18n/index.ts";
import type { Part } from "../i18n/method.en.ts";
import { BlockView, methodWords } from "./method/blocks.tsx";
import "./pages.css";

export function MethodPage() {
  // A link to a part arrives before the part is there.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  const { contents, parts } = methodWords.value;
  return (
    <section class="page method" aria-label={t.value.views.method}>
      <nav class="contents" aria-label={contents}>
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="prose">
        {parts.map((part) => (
          <PartSection key={part.id} {...part} />
        ))}
      </div>
    </section>
  );
}

function PartSection({ id, title, blocks }: Part) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {blocks.map((block, i) => (
        <BlockView key={`${id}${i}`} block={block} />
      ))}
    </section>
  );
}
