/** The two ends: search boxes, swapped and emptied by links, and the kind that a connection must pass through. */
import type { Node } from "../../../graph/build.ts";
import { kindName } from "../../parts/names.ts";
import { NodeSearch } from "../../parts/search.tsx";
import { Take } from "../../parts/take.tsx";
import { go, href, model, nameOf, query } from "../../state.ts";
import { from, subject, to, via, words } from "./state.ts";
import { takeFigure, takeSheets } from "./take.ts";

export function Picks() {
  const w = words.value.picks;
  const chosen = from.value || to.value;
  return (
    <div class="picks">
      <Pick id="from" label={w.from} node={from.value} />
      <Pick id="to" label={w.to} node={to.value} />
      <div class="pick through">
        <label for="via">{w.through}</label>
        <select id="via" value={via.value} onChange={(event) => go({ via: event.currentTarget.value })}>
          <option value="">{w.any}</option>
          {model().pack.kinds.map(({ name }) => (
            <option key={name} value={name}>
              {kindName(name)}
            </option>
          ))}
        </select>
      </div>
      {chosen && (
        <p class="changes">
          <a href={href({ from: to.value?.id ?? "", to: from.value?.id ?? "" })}>{w.swap}</a>
          <a href={href({ from: "", to: "", via: "" })}>{w.clear}</a>
        </p>
      )}
      <Take name={subject.value ? "profile" : "connections"} figure={takeFigure} sheets={takeSheets} />
      <FromPanel />
    </div>
  );
}

function Pick({ id, label, node }: { id: "from" | "to"; label: string; node: Node | undefined }) {
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <div class="search">
        <NodeSearch
          id={id}
          label={label}
          choose={(chosen) => go({ [id]: chosen.id })}
          place={{ node, clear: () => go({ [id]: "" }) }}
        />
      </div>
    </div>
  );
}

/** Offers what the panel shows as an end: things are found all over the app. */
function FromPanel() {
  const node = model().node.get(query.value.item);
  if (!node || node === from.value || node === to.value) return null;
  const w = words.value.picks;
  return (
    <p class="from-panel">
      {from.value ? (
        <a href={href({ to: node.id })}>{w.connect(nameOf(node))}</a>
      ) : (
        <a href={href({ from: node.id })}>{w.start(nameOf(node))}</a>
      )}
    </p>
  );
}
