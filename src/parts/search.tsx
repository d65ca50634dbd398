/** The search box: finds nodes by name, code or sound, and opens the chosen one. The list stands in the flow. */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Node } from "../../graph/build.ts";
import { type Finder, startFinder } from "../finder.ts";
import { t } from "../i18n/index.ts";
import { go, loaded, model, nameOf } from "../state.ts";
import { Disc } from "./disc.tsx";
import { kindName } from "./names.ts";
import { Shape } from "./shape.tsx";

const MOST = 12;

export function Search() {
  const id = useId();
  const text = useSignal("");
  const hits = useSignal<Node[]>([]);
  const active = useSignal(-1);
  const open = useSignal(false);
  /** Whether the hits are not yet, or not yet all, those of the text. */
  const progress = useSignal<"asked" | "more" | "done">("done");
  const failure = useSignal("");
  const finder = useRef<Finder | undefined>(undefined);

  // Another report needs another index.
  useEffect(
    () => () => {
      finder.current?.end();
      finder.current = undefined;
      text.value = "";
      open.value = false;
    },
    [loaded.value],
  );
  /** Index and worker are made when the reader comes to the box. */
  const prepare = (): Finder => {
    finder.current ??= startFinder(
      model(),
      ({ nodes, more }) => {
        hits.value = nodes.map((n) => model().nodes[n]);
        progress.value = more ? "more" : "done";
      },
      (reason) => {
        failure.value = reason;
        progress.value = "done";
      },
    );
    return finder.current;
  };
  const find = (value: string) => {
    text.value = value;
    open.value = value.trim() !== "";
    active.value = -1;
    failure.value = "";
    progress.value = "asked";
    prepare().ask(value, MOST);
  };
  const choose = (node: Node | undefined) => {
    // What still stands there from a text before is not what the reader means.
    if (!node || progress.value === "asked") return;
    open.value = false;
    go({ item: node.id });
  };
  const filter = () => {
    open.value = false;
    go({ q: text.value.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.value.length;
    if (event.key === "ArrowDown") active.value = Math.min(active.value + 1, last);
    else if (event.key === "ArrowUp") active.value = Math.max(active.value - 1, -1);
    else if (event.key === "Enter" && open.value)
      active.value === last ? filter() : choose(hits.value[Math.max(active.value, 0)]);
    else if (event.key === "Escape" && open.value) open.value = false;
    else return;
    event.preventDefault();
  };
  const status = () => {
    const words = t.value.search;
    if (failure.value) return words.failed(failure.value);
    if (hits.value.length > 0) return words.results(hits.value.length);
    return progress.value === "done" ? words.none(text.value) : words.searching;
  };
  const optionId = (i: number) => `${id}-${i}`;
  return (
    <search class="search">
      <input
        id="search"
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a list the element is no combobox by itself.
        role="combobox"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        aria-label={t.value.search.label}
        aria-expanded={open.value}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open.value && active.value >= 0 ? optionId(active.value) : undefined}
        placeholder={t.value.search.placeholder}
        value={text.value}
        onInput={(event) => find(event.currentTarget.value)}
        onFocus={prepare}
        onKeyDown={onKeyDown}
      />
      {open.value && (
        <div class="results">
          <p class="quiet" role="status">
            {status()}
          </p>
          {/* The combobox holds the focus; options are reached by its arrow keys. */}
          <div id={`${id}-list`} role="listbox" aria-label={t.value.search.label}>
            {hits.value.map((node, i) => (
              <div
                key={node.id}
                id={optionId(i)}
                role="option"
                tabIndex={-1}
                aria-selected={i === active.value}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(node)}
                onKeyDown={onKeyDown}
              >
                <ResultName node={node} />
              </div>
            ))}
            <div
              id={optionId(hits.value.length)}
              class="filter"
              role="option"
              tabIndex={-1}
              aria-selected={active.value === hits.value.length}
              onMouseDown={(event) => event.preventDefault()}
              onClick={filter}
              onKeyDown={onKeyDown}
            >
              {t.value.search.filter(text.value.trim())}
            </div>
          </div>
        </div>
      )}
    </search>
  );
}

function ResultName({ node }: { node: Node }) {
  const coded = node.kind === "goal" || node.kind === "target";
  const name = nameOf(node);
  const other = name === node.name_zh ? node.name_en : node.name_zh;
  return (
    <>
      {coded ? <Disc code={node.id} small /> : <Shape kind={node.kind} />}
      <span class="name">{name}</span>
      <span class="quiet">{other === name ? kindName(node.kind) : other}</span>
    </>
  );
}
