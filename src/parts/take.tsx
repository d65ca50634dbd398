/** "Take it away": what a view shows, as a picture or as tables. */
import { type Signal, useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { Figure } from "../../graph/figure.ts";
import type { Sheet } from "../../graph/sheet.ts";
import { href } from "../state.ts";
import { words } from "../take/words.ts";
import "./take.css";

export interface TakeProps {
  /** Part of the files' names: `coverage`. */
  name: string;
  /** What the view shows, as a drawing; made when it is asked for. */
  figure?: () => Figure | Promise<Figure>;
  /** The same as rows. */
  sheets?: () => Sheet[] | Promise<Sheet[]>;
}

/** How it goes with what was asked for; the last word stays until the menu is opened again. */
interface Progress {
  state: "idle" | "busy" | "done" | "failed";
  text: string;
}

/** The menu of a view, with which it can be taken into a slide or a spreadsheet. */
export function Take({ name, figure, sheets }: TakeProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const progress = useSignal<Progress>({ state: "idle", text: "" });
  const others = useSignal<Sheet[]>([]);
  const w = words.value;
  const run = (make: () => Promise<string>) => void follow(progress, make);
  const item = (label: string, make: () => Promise<string>) => (
    <li>
      <button type="button" disabled={progress.value.state === "busy"} onClick={() => run(make)}>
        {label}
      </button>
    </li>
  );
  return (
    <div class="take">
      <button ref={button} type="button" popovertarget={id}>
        {w.open}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends. */}
      <div
        ref={menu}
        id={id}
        class="take-menu"
        popover="auto"
        role="group"
        aria-label={w.list}
        onToggle={(event) => {
          if (event.newState !== "open") return;
          progress.value = { state: "idle", text: "" };
          others.value = [];
          standBy(menu.current!, button.current!);
        }}
        onKeyDown={(event) => leaveByKey(event, menu.current!, button.current!)}
      >
        <ul>
          {figure && item(w.svg, async () => w.saved(await (await pictures()).saveSvg(name, figure)))}
          {figure && item(w.png, async () => w.saved(await (await pictures()).savePng(name, figure)))}
          {sheets && item(w.csv, () => saveFirst(name, sheets, others))}
          {sheets && item(w.xlsx, async () => w.saved(await (await tables()).saveWorkbook(name, await filled(sheets))))}
          <li>
            <a href={href({ view: "brief", item: "", of: "", rule: "" })}>{w.brief}</a>
          </li>
          {item(w.copy, copyLink)}
        </ul>
        {others.value.length > 0 && (
          <>
            <p class="quiet">{w.others}</p>
            <ul aria-label={w.others}>
              {others.value.map((sheet) =>
                item(sheet.name, async () => w.saved((await tables()).saveCsv(name, sheet, sheet.name))),
              )}
            </ul>
          </>
        )}
        <p role="status" class={progress.value.state}>
          {progress.value.text}
        </p>
      </div>
    </div>
  );
}

// What makes the files is fetched with the first file.
const pictures = () => import("../take/picture.ts");
const tables = () => import("../take/tables.ts");

async function follow(progress: Signal<Progress>, make: () => Promise<string>): Promise<void> {
  progress.value = { state: "busy", text: words.peek().making };
  try {
    progress.value = { state: "done", text: await make() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    progress.value = { state: "failed", text: words.peek().failed(reason) };
  }
}

/** The sheets of a view; that there is nothing in them is said instead of saved. */
async function filled(sheets: NonNullable<TakeProps["sheets"]>): Promise<Sheet[]> {
  const found = await sheets();
  if (found.every((sheet) => sheet.rows.length === 0)) throw new Error(words.peek().nothing);
  return found;
}

/** A file holds one table, and browsers frown on several files at once: the others are offered one by one. */
async function saveFirst(
  name: string,
  sheets: NonNullable<TakeProps["sheets"]>,
  others: Signal<Sheet[]>,
): Promise<string> {
  const { saveCsv } = await tables();
  const [first, ...rest] = await filled(sheets);
  others.value = rest;
  return words.peek().saved(saveCsv(name, first, rest.length > 0 ? first.name : ""));
}

async function copyLink(): Promise<string> {
  try {
    await navigator.clipboard.writeText(location.href);
    return words.peek().copied;
  } catch {
    return words.peek().copyByHand(location.href);
  }
}

/** Free room around the menu, in pixels. */
const MARGIN = 8;

/** Puts the menu below its button, or above where there is more room, and never beyond the window. */
function standBy(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + 4;
  const top = below + height + MARGIN > innerHeight ? at.top - height - 4 : below;
  const left = Math.min(at.left, innerWidth - width - MARGIN);
  menu.style.top = `${Math.max(MARGIN, top)}px`;
  menu.style.left = `${Math.max(MARGIN, left)}px`;
}

/** Escape closes this menu and nothing else, and leads back to its button. */
function leaveByKey(event: KeyboardEvent, menu: HTMLElement, button: HTMLElement): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  menu.hidePopover();
  button.focus();
}
