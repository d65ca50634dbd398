/** The tables of the package: rows, columns, and the files to take away. */
import type { TableMeasure } from "../../../graph/measures.ts";
import type { Column } from "../../../graph/schema.ts";
import { isHosted } from "../../parts/hosted.ts";
import { Disclosure } from "../panel/disclosure.tsx";
import { fileOf, measures, words } from "./words.ts";

export function Tables() {
  const w = words.value.tables;
  return (
    <section>
      <h2>{w.heading}</h2>
      <p class="lead">
        {w.intro} {isHosted() && <a href={fileOf("datapackage.json")}>{w.descriptor}</a>}
      </p>
      <ul class="tables">
        {measures.value.tables.map((table) => (
          <TableItem key={table.name} {...table} />
        ))}
      </ul>
    </section>
  );
}

function TableItem({ name, table, path, from, rows }: TableMeasure) {
  const w = words.value.tables;
  const about = words.value.about(table.about);
  const summary = (
    <>
      <code>{path}</code> <span class="quiet">{w.rows(rows)}</span> <span class="about">{about}</span>
    </>
  );
  return (
    <li>
      <Disclosure summary={summary}>{() => <Columns name={name} columns={table.columns} />}</Disclosure>
      {(isHosted() || from === "framework") && (
        <a href={fileOf(path, from)} download aria-label={w.download(path)}>
          CSV
        </a>
      )}
    </li>
  );
}

function Columns({ name, columns }: { name: string; columns: Readonly<Record<string, Column>> }) {
  const w = words.value.tables;
  return (
    <table class="columns">
      <caption class="unseen">{name}</caption>
      <thead>
        <tr>
          <th scope="col">{w.column}</th>
          <th scope="col">{w.holds}</th>
          <th scope="col">{w.cell}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(columns).map(([column, spec]) => (
          <tr key={column}>
            <th scope="row">
              <code>{column}</code>
            </th>
            <td>{words.value.about(spec.about)}</td>
            <td>
              <Cell {...spec} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a cell of a column must look like. */
function Cell({ type, required, unique, oneOf, ref }: Column) {
  const w = words.value.tables;
  const rules = [w.type[type], ref && w.to(ref), required && w.required, unique && w.unique]
    .filter(Boolean)
    .join(" · ");
  return (
    <>
      {rules}
      {oneOf && (
        <span class="values">
          {w.oneOf}{" "}
          {oneOf.map((value) => (
            <code key={value}>{value}</code>
          ))}
        </span>
      )}
    </>
  );
}
