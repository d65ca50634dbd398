/** The head of a page about a node: what it is, its name in both languages, its other names. */
import type { Node } from "../../../graph/build.ts";
import type { Entity } from "../../../graph/schema.ts";
import { isEntity } from "../../../graph/select.ts";
import { t } from "../../i18n/index.ts";
import { kindName } from "../../parts/names.ts";
import { Shape } from "../../parts/shape.tsx";
import { language, nameOf } from "../../state.ts";

export function Head({ node }: { node: Node }) {
  const aliases = isEntity(node) ? (node.row as Entity).aliases : [];
  return (
    <header class="head">
      <p class="quiet kind">
        {isEntity(node) && <Shape kind={node.kind} />}
        {t.value.kind[node.kind] ?? kindName(node.kind)}
      </p>
      <h2 tabIndex={-1}>{nameOf(node)}</h2>
      <OtherName node={node} />
      {aliases.length > 0 && (
        <p class="quiet">
          {t.value.panel.aliases}: {aliases.join(" · ")}
        </p>
      )}
    </header>
  );
}

/** The name in the language that isn't the reader's. */
export function OtherName({ node }: { node: Node }) {
  const [other, lang] = language.value === "zh" ? [node.name_en, "en"] : [node.name_zh, "zh-Hans"];
  if (!other || other === nameOf(node)) return null;
  return (
    <p class="other-name" lang={lang}>
      {other}
    </p>
  );
}
