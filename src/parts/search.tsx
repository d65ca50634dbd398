/** The search box: finds nodes by name, code or sound, and opens the chosen one. The list stands in the flow. */
import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { Hit, SearchIndex } from "../../graph/search.ts";
import { t } from "../i18n/index.ts";
import { go, loaded, nameOf } from "../state.ts";
import { Disc } from "./disc.tsx";
import { kindName } from "./names.ts";
import { Shape } from "./shape.tsx";

const MOST = 12;

/** The index is built on the first use; pinyin, which is large, comes when a Latin letter may mean a sound. */
let index: Promise<SearchIndex> | undefined;
let pinyin: Promise<void> | undefined;

const searchIndex = (): Promise<SearchIndex> => {
  index ??= import("../../graph/search.ts").then((m) => m.buildSearch(loaded.value!.model));
  return index;
};

const addPinyin = async (built: SearchIndex): Promise<void> => {
  pinyin ??= import("../pinyin.ts").then(({ readPinyin }) => built.addPinyin(readPinyin));
  await pinyin;
};

export function Search() {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const text = useSignal("");
  const hits = useSignal<Hit[]>([]);
  const active = useSignal(-1);
  const open = useSignal(false);

  const find = async (value: string) => {
    text.value = value;
    open.value = value.trim() !== "";
    active.value = -1;
    const built = await searchIndex();
    if (text.value !== value) return;
    hits.value = built.search(value, MOST);
    if (!/[a-z]/i.test(value)) return;
    await addPinyin(built);
    if (text.value === value) hits.value = built.search(value, MOST);
  };
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    open.value = false;
    go({ item: hit.node.id });
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
  const optionId = (i: number) => `${id}-${i}`;
  return (
    <search class="search">
      <input
        ref={box}
        id="search"
        type="search"
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
        onInput={(event) => void find(event.currentTarget.value)}
        onFocus={() => void searchIndex()}
        onKeyDown={onKeyDown}
      />
      {open.value && (
        <div class="results">
          <p class="quiet" role="status">
            {hits.value.length === 0 ? t.value.search.none(text.value) : t.value.search.results(hits.value.length)}
          </p>
          {/* The combobox holds the focus; options are reached by its arrow keys. */}
          <ul id={`${id}-list`} role="listbox" aria-label={t.value.search.label}>
            {hits.value.map((hit, i) => (
              <li
                key={hit.node.id}
                id={optionId(i)}
                role="option"
                tabIndex={-1}
                aria-selected={i === active.value}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(hit)}
                onKeyDown={onKeyDown}
              >
                <ResultName hit={hit} />
              </li>
            ))}
            <li
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
            </li>
          </ul>
        </div>
      )}
    </search>
  );
}

function ResultName({ hit: { node } }: { hit: Hit }) {
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
