/** The detail panel: all there is to say about one goal, target, entity, link or milestone. Which one, the query says. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/index.ts";
import { href, model, query } from "../state.ts";
import { EdgePage } from "./panel/edge-page.tsx";
import { GoalPage } from "./panel/goal-page.tsx";
import { MilestonePage } from "./panel/milestone-page.tsx";
import { NodePage } from "./panel/node-page.tsx";
import { TargetPage } from "./panel/target-page.tsx";
import "./panel.css";

export function Panel() {
  const { item } = query.value;
  const panel = useRef<HTMLElement>(null);
  useReadingPlace(panel, item);
  if (!item) return null;
  return (
    <aside ref={panel} class="panel" aria-label={t.value.panel.label}>
      <a class="close" href={href({ item: "" })} title={t.value.panel.close}>
        <span aria-hidden="true">×</span>
        <span class="unseen">{t.value.panel.close}</span>
      </a>
      {/* A new item is a new page: what was opened or unrolled in the last one must not carry over. */}
      <Page key={item} id={item} />
    </aside>
  );
}

function Page({ id }: { id: string }) {
  const node = model().node.get(id);
  const edge = model().edge.get(id);
  if (node?.kind === "goal") return <GoalPage node={node} />;
  if (node?.kind === "target") return <TargetPage node={node} />;
  if (node) return <NodePage node={node} />;
  if (edge) return <EdgePage edge={edge} />;
  const milestone = model().pack.milestones.find((m) => m.id === id);
  return milestone ? <MilestonePage milestone={milestone} /> : null;
}

/**
 * Keeps the reader's place. Who follows a link to an item is taken to its heading, and back to the link when the panel
 * closes; who points at the graph, or comes by a copied address, stays where they are.
 */
function useReadingPlace(panel: { current: HTMLElement | null }, item: string): void {
  const opener = useRef<Element | null>(null);
  const arrived = useRef(false);
  useEffect(() => {
    const at = document.activeElement;
    if (panel.current) panel.current.scrollTop = 0;
    const stays = at?.closest(".stage") || (!arrived.current && at === document.body);
    if (!arrived.current) opener.current = at;
    arrived.current = true;
    if (!stays) panel.current?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }, [item]);
  useEffect(
    () => () => {
      const from = opener.current;
      if (from instanceof HTMLElement && from.isConnected && document.activeElement === document.body) from.focus();
    },
    [],
  );
}
