/** The frame of the app: header, filters at the left, the view in the middle, details at the right. */
import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isPage, type View } from "../graph/query.ts";
import { t } from "./i18n/index.ts";
import { BasisSwitch } from "./parts/basis.tsx";
import { Chips } from "./parts/chips.tsx";
import { Facets } from "./parts/facets.tsx";
import { Header } from "./parts/header.tsx";
import { BrokenOff, Faults } from "./parts/open.tsx";
import {
  brokenOff,
  failure,
  follow,
  go,
  language,
  loaded,
  openReport,
  pick,
  progress,
  query,
  unknown,
} from "./state.ts";
import { GraphView } from "./views/graph.tsx";
import { IssuesView } from "./views/issues.tsx";

/** Views other than the first are fetched when they are asked for. */
const later: Partial<Record<View, () => Promise<ComponentType>>> = {
  coverage: () => import("./views/coverage.tsx").then((m) => m.CoverageView),
  gaps: () => import("./views/gaps.tsx").then((m) => m.GapsView),
  kpis: () => import("./views/kpis.tsx").then((m) => m.KpisView),
  time: () => import("./views/time.tsx").then((m) => m.TimeView),
  paths: () => import("./views/paths.tsx").then((m) => m.PathsView),
  compare: () => import("./views/compare.tsx").then((m) => m.CompareView),
  table: () => import("./views/table.tsx").then((m) => m.TableView),
  brief: () => import("./views/brief.tsx").then((m) => m.BriefView),
  data: () => import("./views/data.tsx").then((m) => m.DataPage),
  method: () => import("./views/method.tsx").then((m) => m.MethodPage),
};
const panel = () => import("./views/panel.tsx").then((m) => m.Panel);

export function App() {
  /** Whether the map was opened. */
  const opened = useRef(false);
  useSignalEffect(() => {
    document.documentElement.lang = language.value === "zh" ? "zh-Hans" : "en";
    const report = loaded.value && pick(titles(loaded.value.pack.descriptor), "title");
    document.title = report ? `${report} · Goalgraph` : "Goalgraph";
  });
  useEffect(() => {
    document.addEventListener("click", follow);
    document.addEventListener("keydown", shortcuts);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("keydown", shortcuts);
    };
  }, []);
  if (failure.value) return <IssuesView model={failure.value} />;
  if (!loaded.value) return <Loading />;
  const page = isPage(query.value.view);
  opened.current ||= query.value.view === "graph";
  return (
    <>
      <a class="skip" href="#view">
        {t.value.skip}
      </a>
      <Header />
      <div class={["frame", page && "plain", query.value.item && "with-panel"].filter(Boolean).join(" ")}>
        {!page && <Facets />}
        <main id="view" tabIndex={-1}>
          {!page && <Faults />}
          <UnknownNotice />
          <div class="view-head">
            <h1 class="question">{t.value.questions[query.value.view]}</h1>
            {!page && <BasisSwitch />}
            {!page && <Chips />}
          </div>
          {opened.current && <GraphView />}
          {query.value.view !== "graph" && <Later load={later[query.value.view]!} key={query.value.view} />}
        </main>
        {query.value.item && <Later load={panel} />}
      </div>
    </>
  );
}

const titles = (d: { title: string; title_zh?: string }) => ({ title_en: d.title, title_zh: d.title_zh ?? d.title });

/** Escape closes the details; Control or Command with K goes to the search box. */
function shortcuts(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
  if (event.key === "Escape" && !event.defaultPrevented && query.peek().item && !typing) go({ item: "" });
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.getElementById("search")?.focus();
  }
}

/** Shows a part once its code is there. */
function Later({ load }: { load: () => Promise<ComponentType> }) {
  const part = useSignal<ComponentType | undefined>(undefined);
  useEffect(() => {
    void load().then((component) => {
      part.value = component;
    });
  }, []);
  const Part = part.value;
  return Part ? <Part /> : <p class="quiet pad">{t.value.loading}…</p>;
}

function Loading() {
  const { done, all } = progress.value;
  if (brokenOff.value) {
    return (
      <main class="loading">
        <p class="brand">Goalgraph</p>
        <BrokenOff />
        <p>
          <button type="button" onClick={() => void openReport()}>
            {t.value.issues.again}
          </button>
        </p>
      </main>
    );
  }
  return (
    <main class="loading">
      <p class="brand">Goalgraph</p>
      <p role="status">
        {t.value.loading}… {all > 0 && t.value.loadingFiles(done, all)}
      </p>
      <progress max={all || 1} value={done} aria-label={t.value.loading} />
    </main>
  );
}

/** Says what of a link this report can't answer, instead of passing over it. */
function UnknownNotice() {
  const dismissed = useSignal("");
  const parts = unknown.value.map(({ field, value }) => `${field}=${value}`).join(", ");
  if (!parts || dismissed.value === parts) return null;
  return (
    <div class="notice" role="alert">
      <p>{t.value.unknownLink(parts)}</p>
      <button
        type="button"
        onClick={() => {
          dismissed.value = parts;
        }}
      >
        {t.value.dismiss}
      </button>
    </div>
  );
}
