/** Title of the report, search, views, language and colours. */
import { useEffect, useRef } from "preact/hooks";
import { isPage, PAGES, VIEWS, type View } from "../../graph/query.ts";
import { t } from "../i18n/index.ts";
import { href, language, model, pick, query } from "../state.ts";
import { SCHEMES, type Scheme, scheme } from "../theme.ts";
import { OpenFolder } from "./open.tsx";
import { Search } from "./search.tsx";
import "./header.css";

export function Header() {
  const { title, title_zh = title } = model().pack.descriptor;
  const views = useRef<HTMLElement>(null);
  const { view } = query.value;
  // Where the row of views scrolls, the one that is open stays in sight.
  useEffect(() => {
    if (view) views.current?.querySelector("[aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [view]);
  return (
    <header class="header">
      <div class="titles">
        <a class="brand" href="?">
          Goalgraph
        </a>
        <p class="report">{pick({ title_en: title, title_zh }, "title")}</p>
      </div>
      <Search />
      <div class="choices">
        <OpenFolder />
        <a
          class="language"
          href={href({ lang: language.value === "zh" ? "en" : "zh" })}
          lang={language.value === "zh" ? "en" : "zh-Hans"}
          title={t.value.languageLabel}
        >
          {t.value.language}
        </a>
        <select
          aria-label={t.value.theme.label}
          value={scheme.value}
          onChange={(event) => {
            scheme.value = event.currentTarget.value as Scheme;
          }}
        >
          {SCHEMES.map((s) => (
            <option key={s} value={s}>
              {t.value.theme[s]}
            </option>
          ))}
        </select>
      </div>
      <nav ref={views} class="views" aria-label={t.value.viewsLabel}>
        {VIEWS.filter((view) => !isPage(view) && view !== "brief").map((view) => (
          <ViewLink key={view} view={view} />
        ))}
        <span class="pages">
          {PAGES.map((view) => (
            <ViewLink key={view} view={view} />
          ))}
        </span>
      </nav>
    </header>
  );
}

function ViewLink({ view }: { view: View }) {
  return (
    <a href={href({ view })} aria-current={query.value.view === view ? "page" : undefined}>
      {t.value.views[view]}
    </a>
  );
}
