/** The texts of the method, block by block; the report to print shows some of them too. */
import { computed } from "@preact/signals";
import { GRADES } from "../../../graph/schema.ts";
import { type Block, en } from "../../i18n/method.en.ts";
import { zh } from "../../i18n/method.zh.ts";
import { language } from "../../state.ts";
import { rowsOf } from "../data/figure.tsx";

export const methodWords = computed(() => (language.value === "zh" ? zh : en));

export function BlockView({ block }: { block: Block }) {
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
  const { keyColumns } = methodWords.value;
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
