/**
 * Search boxes: they find nodes by name, code or sound. The one of the header opens the chosen node; others let the
 * reader choose one for a place in the query.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import type { Node } from "../../graph/build.ts";
import { finderOf } from "../finder.ts";
import { t } from "../i18n/index.ts";
import { go, loaded, model, nameOf } from "../state.ts";
import { Disc } from "./disc.tsx";
import { kindName } from "./names.ts";
import { Shape } from "./shape.tsx";

const MOST = 12;

export const Search = () => (
  <search class="search">
    <NodeSearch
      id="search"
      label={t.value.search.label}
      choose={(node) => go({ item: node.id })}
      filter={(text) => go({ q: text })}
    />
  </search>
);

interface Props {
  /** Of the input. */
  id: string;
  label: string;
  choose: (node: Node) => void;
  /** What else may be done with the text: filter by it. */
  filter?: (text: string) => void;
  /** For a box that stands for a place in the query: the node that is there, and how to empty it. */
  place?: { node: Node | undefined; clear: () => void };
}

/** The input and the list of what is found. */
export function NodeSearch({ id, label, choose, filter, place }: Props) {
  const list = useId();
  /** What the reader typed; a place shows its node until something is typed. */
  const typed = useSignal<string | undefined>(undefined);
  const hits = useSignal<Node[]>([]);
  const active = useSignal(-1);
  const open = useSignal(false);
  /** Whether the hits are not yet, or not yet all, those of the text. */
  const progress = useSignal<"asked" | "more" | "done">("done");
  const failure = useSignal("");
  const text = typed.value ?? (place?.node ? nameOf(place.node) : "");

  const reset = () => {
    typed.value = undefined;
    open.value = false;
  };
  /** A place shows its node again; the header's box keeps the text. */
  const close = () => {
    if (place) reset();
    else open.value = false;
  };
  // Another report holds other nodes.
  useEffect(() => reset, [loaded.value]);
  const find = (value: string) => {
    typed.value = value;
    open.value = value.trim() !== "";
    active.value = -1;
    failure.value = "";
    progress.value = "asked";
    if (!open.value && place?.node) place.clear();
    finderOf(model()).ask(
      value,
      MOST,
      ({ nodes, more }) => {
        hits.value = nodes.map((n) => model().nodes[n]);
        progress.value = more ? "more" : "done";
      },
      (reason) => {
        failure.value = reason;
        progress.value = "done";
      },
    );
  };
  const take = (node: Node | undefined) => {
    // What still stands there from a text before is not what the reader means.
    if (!node || progress.value === "asked") return;
    close();
    choose(node);
  };
  const filterBy =
    filter &&
    (() => {
      open.value = false;
      filter(text.trim());
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.value.length - (filterBy ? 0 : 1);
    if (event.key === "ArrowDown") active.value = Math.min(active.value + 1, last);
    else if (event.key === "ArrowUp") active.value = Math.max(active.value - 1, -1);
    else if (event.key === "Enter" && open.value)
      active.value === hits.value.length ? filterBy?.() : take(hits.value[Math.max(active.value, 0)]);
    else if (event.key === "Escape" && open.value) close();
    else return;
    event.preventDefault();
  };
  const status = () => {
    const words = t.value.search;
    if (failure.value) return words.failed(failure.value);
    if (hits.value.length > 0) return words.results(hits.value.length);
    return progress.value === "done" ? words.none(text) : words.searching;
  };
  const optionId = (i: number) => `${list}-${i}`;
  const option = (i: number, onClick: () => void) => ({
    id: optionId(i),
    role: "option" as const,
    tabIndex: -1,
    "aria-selected": active.value === i,
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick,
    onKeyDown,
  });
  return (
    <>
      <input
        id={id}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a list the element is no combobox by itself.
        role="combobox"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-expanded={open.value}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open.value && active.value >= 0 ? optionId(active.value) : undefined}
        placeholder={t.value.search.placeholder}
        value={text}
        onInput={(event) => find(event.currentTarget.value)}
        // Index and worker are made when the reader comes to a box.
        onFocus={() => void finderOf(model())}
        // A place holds what was chosen, not what was left half typed.
        onBlur={place && reset}
        onKeyDown={onKeyDown}
      />
      {open.value && (
        <div class="results">
          <p class="quiet" role="status">
            {status()}
          </p>
          {/* The combobox holds the focus; options are reached by its arrow keys. */}
          <div id={list} role="listbox" aria-label={label}>
            {hits.value.map((node, i) => (
              <div key={node.id} {...option(i, () => take(node))}>
                <ResultName node={node} />
              </div>
            ))}
            {filterBy && (
              <div class="filter" {...option(hits.value.length, filterBy)}>
                {t.value.search.filter(text.trim())}
              </div>
            )}
          </div>
        </div>
      )}
    </>
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
