/** What one can do with an item: see the graph from it, narrow everything to it, hand it on, cite it. */
import { useSignal } from "@preact/signals";
import type { Node } from "../../../graph/build.ts";
import type { Query } from "../../../graph/query.ts";
import { t } from "../../i18n/index.ts";
import { href, model, nameOf, query, selection } from "../../state.ts";
import { citationOf } from "./citation.ts";
import { Disclosure } from "./disclosure.tsx";

interface Props {
  /** What is cited: a name, or two and the link between them. */
  subject: string;
  evidence: readonly string[];
  /** The node, where the item is one. */
  node?: Node;
}

export function Actions({ subject, evidence, node }: Props) {
  const words = t.value.panel;
  return (
    <div class="actions">
      {node && <Focus node={node} />}
      {node && <Only node={node} />}
      <Copy text={() => location.href} label={words.copyLink} />
      <Disclosure class="cite" summary={words.cite}>
        {() => <Citation text={citationOf(model(), subject, evidence)} />}
      </Disclosure>
    </div>
  );
}

/** Links to the node as the focus; once it is, out of it and to how far it reaches. */
function Focus({ node }: { node: Node }) {
  const words = t.value.panel;
  const { focus, steps } = query.value;
  if (focus !== node.id) return <a href={href({ focus: node.id, steps: 1 })}>{words.focus}</a>;
  return (
    <>
      <a href={href({ focus: "", steps: 1 })}>{words.unfocus}</a>
      {([1, 2] as const).map((n) => (
        <a key={n} href={href({ steps: n })} aria-current={steps === n ? "true" : undefined}>
          {words.steps(n)}
        </a>
      ))}
    </>
  );
}

/** Goals, targets and units are facet values: a link that filters by this one, with what it would give. */
function Only({ node }: { node: Node }) {
  const facet = node.kind === "goal" || node.kind === "target" ? node.kind : "unit";
  const at = model().records.facets[facet].values.indexOf(node.id);
  const count = at < 0 ? 0 : (selection.value?.counts[facet][at] ?? 0);
  if (count === 0) return null;
  const change: Partial<Query> = { [facet]: [node.id] };
  return <a href={href(change)}>{t.value.panel.only(count)}</a>;
}

function Citation({ text }: { text: string }) {
  return (
    <div class="citation">
      <p>{text}</p>
      <Copy text={() => text} label={t.value.panel.copyCitation} />
    </div>
  );
}

/** Copies a text; where the browser doesn't allow it, offers the text to be copied by hand. */
function Copy({ text, label }: { text: () => string; label: string }) {
  const state = useSignal<"idle" | "copied" | "refused">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      state.value = "copied";
    } catch {
      state.value = "refused";
    }
  };
  return (
    <span class="copy">
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status" class="quiet">
        {state.value === "copied" && t.value.panel.copied}
      </span>
      {state.value === "refused" && (
        <input
          readOnly
          aria-label={t.value.panel.copyByHand}
          title={t.value.panel.copyByHand}
          value={text()}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </span>
  );
}

/** The name of a node as it is cited: goals and targets with their code. */
export const citedName = (node: Node): string =>
  node.kind === "goal" || node.kind === "target" ? `${node.id} ${nameOf(node)}` : nameOf(node);
