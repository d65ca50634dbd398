/** Opening another report: a button that chooses a folder, and a page that takes one dropped on it. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/index.ts";
import { type Files, fileSource, filesOfDrop, filesOfInput } from "../sources.ts";
import { brokenOff, loaded, openFiles } from "../state.ts";
import { IssueTable } from "../views/issues.tsx";

/** Every browser knows the attribute; the types of elements don't. */
const FOLDER = { webkitdirectory: true };

export function OpenFolder() {
  const input = useRef<HTMLInputElement>(null);
  const dragging = useSignal(false);
  const unreadable = useSignal(false);
  const take = async (files: Files) => {
    unreadable.value = fileSource(files) === undefined;
    if (!unreadable.value) await openFiles(files);
  };
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      dragging.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) dragging.value = false;
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer) return;
      event.preventDefault();
      dragging.value = false;
      void filesOfDrop(event.dataTransfer).then(take);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return (
    <>
      <button type="button" class="open-folder" title={t.value.open.hint} onClick={() => input.current?.click()}>
        {t.value.open.folder}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.value.open.folder}
        {...FOLDER}
        onChange={(event) => event.currentTarget.files && void take(filesOfInput(event.currentTarget.files))}
      />
      {dragging.value && <div class="drop-here">{t.value.open.drop}</div>}
      {unreadable.value && (
        <div class="toast" role="alert">
          <p>{t.value.open.unreadable}</p>
          <button
            type="button"
            onClick={() => {
              unreadable.value = false;
            }}
          >
            {t.value.dismiss}
          </button>
        </div>
      )}
    </>
  );
}

/** Says that a package could not be read to its end; what was there before is still there. */
export function BrokenOff() {
  if (!brokenOff.value) return null;
  return (
    <p class="notice" role="alert">
      {t.value.open.brokenOff(brokenOff.value)}
    </p>
  );
}

/** Says that some rows of the package on the table were left out, and lists them when asked. */
export function Faults() {
  const issues = loaded.value?.pack.issues ?? [];
  if (issues.length === 0) return null;
  return (
    <details class="notice faults">
      <summary>
        {t.value.open.faults(issues.length)} <span class="link">{t.value.open.list}</span>
      </summary>
      <IssueTable issues={issues} />
    </details>
  );
}
