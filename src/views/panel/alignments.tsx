/** The alignments of an entity: goal or target, strength, basis, and the evidence behind each. */
import type { AlignmentItem } from "../../../graph/profile.ts";
import type { Alignment } from "../../../graph/schema.ts";
import { t } from "../../i18n/index.ts";
import { Grade } from "../../parts/grade.tsx";
import { Long } from "../../parts/long.tsx";
import { NodeLink } from "../../parts/node-link.tsx";
import { href } from "../../state.ts";
import { Disclosure } from "./disclosure.tsx";
import { EvidenceList } from "./evidence.tsx";
import { basisName, mannerText } from "./record.ts";

export function Alignments({ items }: { items: readonly AlignmentItem[] }) {
  const words = t.value.panel;
  const shown = items.filter((i) => i.shown);
  const out = items.filter((i) => !i.shown);
  return (
    <section>
      <h3>
        {words.alignments} {items.length > 0 && <span class="count">{items.length}</span>}
      </h3>
      {items.length === 0 && <p class="quiet">{words.noAlignments}</p>}
      <AlignmentRows items={shown} label={out.length > 0 ? words.shown : undefined} />
      <AlignmentRows items={out} label={words.filteredOut} />
    </section>
  );
}

function AlignmentRows({ items, label }: { items: readonly AlignmentItem[]; label?: string }) {
  if (items.length === 0) return null;
  return (
    <>
      {label && <p class="quiet apart">{label}</p>}
      <Long
        items={items}
        first={12}
        class="rows"
        label={label}
        render={(item) => <Row key={item.alignment.id} item={item} />}
      />
    </>
  );
}

function Row({ item: { alignment, object } }: { item: AlignmentItem }) {
  const words = t.value.panel;
  return (
    <li class="alignment">
      <NodeLink node={object} />
      <Effect alignment={alignment} />
      <p>
        <Grade grade={alignment.grade} />
      </p>
      <p class="quiet">
        <span class={alignment.basis}>{basisName(alignment)}</span> · {mannerText(alignment)}
      </p>
      <Disclosure summary={words.evidence} label={words.evidenceFor(object.id)}>
        {() => (
          <>
            <EvidenceList ids={alignment.evidence} />
            <a class="more" href={href({ item: alignment.id })}>
              {words.showLink}
            </a>
          </>
        )}
      </Disclosure>
    </li>
  );
}

/** A negative or mixed effect, said aloud. */
export function Effect({ alignment }: { alignment: Alignment }) {
  const effect = t.value.panel.effect[alignment.polarity];
  return effect ? <p class={`effect ${alignment.polarity}`}>{effect}</p> : null;
}
