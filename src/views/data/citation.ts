/** How to cite the data set. */
import { said } from "../../../graph/credits.ts";
import { EMPTY, formatQuery } from "../../../graph/query.ts";
import { isHosted } from "../../parts/hosted.ts";
import { model, pick, query } from "../../state.ts";
import { words } from "./words.ts";

export function citation(): string {
  const { descriptor } = model().pack;
  const { title, title_zh = title, version = "" } = descriptor;
  return words.value.set.cite({
    author: said(descriptor.contributors, "title")
      .map((c) => c.title)
      .join(", "),
    title: pick({ title_en: title, title_zh }, "title"),
    version,
    licence: said(descriptor.licenses, "name")
      .map((l) => l.name)
      .join(", "),
    // Whoever opens the address has the reports beside the app, not the folder that was opened here.
    address: isHosted()
      ? location.origin + location.pathname + formatQuery({ ...EMPTY, report: query.value.report })
      : "",
  });
}
