/** "How this works": the method, its limits, the keys, accessibility and privacy, laid out from texts. */
import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { GRADES } from "../../graph/schema.ts";
import { t } from "../i18n/index.ts";
import { type Block, en, type Part } from "../i18n/method.en.ts";
import { zh } from "../i18n/method.zh.ts";
import { language } from "../state.ts";
import { rowsOf } from "./data/figure.tsx";
import "./pages.css";

const words = computed(() => (language.value === "zh" ? zh : en));

export function MethodPage() {
  // A link to a part arrives before the part is there.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  const { contents, parts } = words.value;
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

function BlockView({ block }: { block: Block }) {
  if (typeof block === "string") return <p>{block}</p>;
  if ("heading" in block) return <h3>{block.heading}</h3>;
  if ("list" in block) return <List items={block.list} />;
  if ("terms" in block) return <Terms terms={block.terms} />;
  if ("grades" in block) return <Grades meanings={block.grades} />;
  if ("keys" in block) return <Keys places={block.keys} />;
  if ("sources" in block) return <Sources sources={block.sources} />;
  return (
    <>
      <h3>{block.field}</h3>
      <p>{block.says}</p>
      {block.values && <Terms terms={block.values} />}
    </>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul class="points">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Terms({ terms }: { terms: [string, string][] }) {
  return (
    <dl class="terms">
      {terms.map(([term, meaning]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each grade leads to the alignments that have it. */
function Grades({ meanings }: { meanings: string[] }) {
  return (
    <dl class="terms grades">
      {GRADES.map((grade, i) => (
        <div key={grade}>
          <dt>
            <a href={rowsOf({ grade: [grade] })}>{grade}</a>
          </dt>
          <dd>{meanings[i]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Keys({ places }: { places: Extract<Block, { keys: unknown }>["keys"] }) {
  const { keyColumns } = words.value;
  return (
    <table class="keys">
      <thead>
        <tr>
          <th scope="col">{keyColumns.place}</th>
          <th scope="col">{keyColumns.keys}</th>
          <th scope="col">{keyColumns.act}</th>
        </tr>
      </thead>
      {places.map(({ place, acts }) => (
        <tbody key={place}>
          {acts.map(([keys, act], i) => (
            <tr key={act}>
              {i === 0 && (
                <th scope="rowgroup" rowSpan={acts.length}>
                  {place}
                </th>
              )}
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{act}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Sources({ sources }: { sources: Extract<Block, { sources: unknown }>["sources"] }) {
  return (
    <ul class="points">
      {sources.map(({ text, use, address }) => (
        <li key={text}>
          {address ? <a href={address}>{text}</a> : text}
          <span class="quiet use">{use}</span>
        </li>
      ))}
    </ul>
  );
}
