/** The table view: the same selection by rows, of alignments or of entities; complete without the graph. */
import { computed, untracked, useSignal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import {
  type AlignmentRow,
  type Column,
  type EntityRow,
  listAlignments,
  listEntities,
  nextSort,
  parseSort,
  type Row,
  sortRows,
  toCsv,
} from "../../graph/listing.ts";
import { clearFilters, isFiltered, type Query } from "../../graph/query.ts";
import { t } from "../i18n/index.ts";
import { Disc } from "../parts/disc.tsx";
import { Shape } from "../parts/shape.tsx";
import { href, language, model, query, selection } from "../state.ts";
import { Grade } from "./panel/grade.tsx";
import "./table.css";

/** Rows drawn at first, and with each step further down: a few screens, so a filter or a sort is there at once. */
const CHUNK = 60;

// Each its own signal, so opening a panel doesn't list or sort anew.
const sort = computed(() => query.value.sort);
const wording = computed(() => ({ language: language.value, words: t.value }));
const alignments = computed(() => listAlignments(model(), selection.value!, wording.value));
const entities = computed(() => listEntities(model(), selection.value!, wording.value));
const sortedAlignments = computed(() => sortRows(alignments.value, sort.value, language.value));
const sortedEntities = computed(() => sortRows(entities.value, sort.value, language.value));

/** The address but for the chosen item: the rows' links hang on this, so choosing one leaves the others as they are. */
const place = computed(() => href({ item: "" }));

function itemHref(item: string): string {
  void place.value;
  return untracked(() => href({ item }));
}

export function TableView() {
  const of = query.value.rows;
  return (
    <div class="table-view">
      {of === "alignments" ? (
        <Table of={of} columns={alignments.value.columns} rows={sortedAlignments.value} cells={ALIGNMENT_CELLS} />
      ) : (
        <Table of={of} columns={entities.value.columns} rows={sortedEntities.value} cells={ENTITY_CELLS} />
      )}
    </div>
  );
}

/** What a cell shows where plain text isn't enough. */
type Cells<R> = Record<string, (row: R, text: string) => ComponentChildren>;

const entityCell = ({ entity }: Row, text: string) => (
  <a href={itemHref(entity.id)}>
    <Shape kind={entity.kind} />
    <span>{text}</span>
  </a>
);

const ALIGNMENT_CELLS: Cells<AlignmentRow> = {
  entity: entityCell,
  object: ({ object }, text) => (
    <a href={itemHref(object.id)}>
      <Disc code={object.id} />
      <span>{text.slice(object.id.length)}</span>
    </a>
  ),
  grade: ({ id, alignment }) => (
    <a href={itemHref(id)}>
      <Grade grade={alignment.grade} />
    </a>
  ),
};

const ENTITY_CELLS: Cells<EntityRow> = {
  entity: entityCell,
  goals: ({ goals }) => (
    <span class="discs">
      {goals.map((goal) => (
        <Disc key={goal.id} code={goal.id} small />
      ))}
    </span>
  ),
  best: ({ best }) => best && <Grade grade={best} />,
};

interface TableProps<R> {
  of: Query["rows"];
  columns: Column<R>[];
  /** In the order they are shown. */
  rows: R[];
  cells: Cells<R>;
}

function Table<R extends Row>({ of, columns, rows, cells }: TableProps<R>) {
  const words = t.value.table;
  const title = `${words[of]}: ${words.caption(rows.length)}`;
  return (
    <>
      <div class="table-bar">
        <nav class="views" aria-label={words.show}>
          {(["alignments", "entities"] as const).map((rows) => (
            <a key={rows} href={href({ rows, sort: "" })} aria-current={rows === of ? "true" : undefined}>
              {words[rows]}
            </a>
          ))}
        </nav>
        <button type="button" disabled={rows.length === 0} onClick={() => download(of, rows, columns)}>
          {words.download}
        </button>
      </div>
      {rows.length === 0 ? (
        <Empty />
      ) : (
        <Rows key={of} title={title} of={of} rows={rows} cells={cells} columns={columns} />
      )}
    </>
  );
}

function Empty() {
  const { entities } = selection.value!;
  return (
    <div class="nothing">
      <p>{t.value.graph.empty}</p>
      <p class="quiet">{t.value.graph.emptyHint}</p>
      {/* What is not aligned has no row among the alignments, but one among the entities. */}
      {entities > 0 && <a href={href({ rows: "entities", sort: "" })}>{t.value.filters.shown(entities, 0)}</a>}
      {isFiltered(query.value) && <a href={href(clearFilters(query.value))}>{t.value.filters.clear}</a>}
    </div>
  );
}

/** The table itself, in a region that scrolls; more rows are drawn as the reader comes near the end. */
function Rows<R extends Row>({ title, of, rows, columns, cells }: TableProps<R> & { title: string }) {
  const region = useRef<HTMLElement>(null);
  const { item } = query.value;
  const chosen = (row: R) => row.id === item || row.entity.id === item;
  const shown = useMemo(() => columns.filter((c) => !c.download), [columns]);
  // The number holds for these rows only: a new selection or order begins with few again.
  const opened = useMemo(() => ({ rows, n: Math.max(CHUNK, rows.findIndex(chosen) + CHUNK / 2) }), []);
  const drawn = useSignal(opened);
  const n = drawn.value.rows === rows ? drawn.value.n : CHUNK;

  useSteadyRow(region, rows);
  // A table that opens with a chosen row shows it; a new selection or order is read from its beginning.
  useEffect(() => {
    if (rows !== opened.rows) region.current!.scrollTop = 0;
    else region.current!.querySelector("tr.chosen")?.scrollIntoView({ block: "center" });
  }, [rows]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it.
    <section ref={region} class="table-region" tabIndex={0} aria-label={title}>
      <table class={`listing ${of}`} onKeyDown={moveByRow}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <Header key={column.key} column={column} columns={shown} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, n).map((row) => (
            <Line key={row.id} row={row} chosen={chosen(row)} columns={shown} cells={cells} />
          ))}
        </tbody>
      </table>
      {n < rows.length && (
        <More
          n={Math.min(rows.length - n, CHUNK)}
          onMore={() => {
            drawn.value = { rows, n: n + CHUNK };
          }}
        />
      )}
    </section>
  );
}

/**
 * Keeps a row in its place when the region changes its width, as it does when the panel opens: the row that was
 * clicked, else the topmost. Browsers do this for what grows above, not for what is set anew.
 */
function useSteadyRow(region: RefObject<HTMLElement | null>, rows: unknown): void {
  useEffect(() => {
    const box = region.current!;
    let held: Element | null | undefined;
    let place = 0;
    const hold = (row: Element | null | undefined) => {
      held = row;
      place = row?.getBoundingClientRect().top ?? 0;
    };
    const holdClicked = (event: MouseEvent) => hold((event.target as Element).closest("tbody tr"));
    const holdTopmost = () => {
      const { left, top } = box.getBoundingClientRect();
      hold(document.elementFromPoint(left + 8, top + 64)?.closest("tbody tr"));
    };
    const observer = new ResizeObserver(() => {
      if (held) box.scrollTop += held.getBoundingClientRect().top - place;
    });
    observer.observe(box);
    box.addEventListener("click", holdClicked);
    box.addEventListener("scroll", holdTopmost, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("click", holdClicked);
      box.removeEventListener("scroll", holdTopmost);
    };
  }, [rows]);
}

/** A column's header: a link that sorts by it, then the other way, then not at all. */
function Header<R>({ column, columns }: { column: Column<R>; columns: Column<R>[] }) {
  const order = parseSort(columns, sort.value);
  const direction = order?.column !== column ? undefined : order.descending ? "descending" : "ascending";
  return (
    <th scope="col" class={classOf(column)} aria-sort={direction}>
      <a class="sort" href={href({ sort: nextSort(column, sort.value) })} title={t.value.table.sortBy(column.title)}>
        {column.title}
        <span aria-hidden="true">{direction ? ARROWS[direction] : ""}</span>
      </a>
    </th>
  );
}

const ARROWS = { ascending: "↑", descending: "↓" };

const classOf = <R,>({ key, numeric }: Column<R>): string => (numeric ? `col-${key} numeric` : `col-${key}`);

interface LineProps<R> {
  row: R;
  chosen: boolean;
  columns: Column<R>[];
  cells: Cells<R>;
}

/** One row. Choosing another draws only the two that change. */
function Line<R>({ row, chosen, columns, cells }: LineProps<R>) {
  return (
    <tr class={chosen ? "chosen" : undefined} aria-current={chosen ? "true" : undefined}>
      {columns.map((column) => {
        const text = column.text(row);
        const content = cells[column.key]?.(row, text) ?? text;
        return column.key === "entity" ? (
          <th key={column.key} scope="row" class={classOf(column)}>
            {content}
          </th>
        ) : (
          <td key={column.key} class={classOf(column)} data-title={column.title}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** Draws more rows when the reader comes within a screen of the end, or asks for them. */
function More({ n, onMore }: { n: number; onMore: () => void }) {
  const ahead = useRef<HTMLSpanElement>(null);
  // Observed anew after each step: an observer tells of changes only, and the end may still be in sight.
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && onMore());
    observer.observe(ahead.current!);
    return () => observer.disconnect();
  });
  return (
    <p class="more-rows">
      <span ref={ahead} class="ahead" />
      <button
        type="button"
        onClick={({ currentTarget }) => {
          const last = currentTarget.closest("section")!.querySelector("tbody tr:last-child")!;
          onMore();
          requestAnimationFrame(() => last.nextElementSibling?.querySelector("a")?.focus());
        }}
      >
        {t.value.panel.more(n)}
      </button>
    </p>
  );
}

/** Arrow up and down go to the same link of the row above or below. */
function moveByRow(event: KeyboardEvent): void {
  const link = (event.target as Element).closest<HTMLElement>("tbody a");
  if (!link || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const row = link.closest("tr")!;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  if (!next) return;
  event.preventDefault();
  next.querySelectorAll("a")[[...row.querySelectorAll("a")].indexOf(link as HTMLAnchorElement)]?.focus();
}

/** Hands the rows to the reader as a file, made here: nothing is asked of a server. */
function download<R>(of: string, rows: R[], columns: Column<R>[]): void {
  const url = URL.createObjectURL(new Blob([toCsv(rows, columns)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${model().pack.descriptor.name}-${of}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
