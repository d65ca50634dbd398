/** The table view: the same selection by rows, of alignments or of entities; complete without the graph. */
import { type AlignmentRow, type EntityRow, type Row, sheetOf } from "../../graph/listing.ts";
import { t } from "../i18n/index.ts";
import { Disc } from "../parts/disc.tsx";
import { Empty } from "../parts/empty.tsx";
import { Grade } from "../parts/grade.tsx";
import { itemHref } from "../parts/item-href.ts";
import { Shape } from "../parts/shape.tsx";
import { Take } from "../parts/take.tsx";
import { href, query, selection } from "../state.ts";
import { alignments, entities, sortedAlignments, sortedEntities } from "./table/lists.ts";
import { type Cells, Rows, type TableProps } from "./table/rows.tsx";
import "./table.css";

export function TableView() {
  const of = query.value.rows;
  return (
    <div class="table-view">
      {of === "alignments" ? (
        <Table of={of} columns={alignments.value.columns} rows={sortedAlignments.value} cells={ALIGNMENT_CELLS} />
      ) : (
        <Table of={of} columns={entities.value.columns} rows={sortedEntities.value} cells={ENTITY_CELLS} />
      )}
    </div>
  );
}

const entityCell = ({ entity }: Row, text: string) => (
  <a href={itemHref(entity.id)}>
    <Shape kind={entity.kind} />
    <span>{text}</span>
  </a>
);

const ALIGNMENT_CELLS: Cells<AlignmentRow> = {
  entity: entityCell,
  object: ({ object }, text) => (
    <a href={itemHref(object.id)}>
      <Disc code={object.id} />
      <span>{text.slice(object.id.length)}</span>
    </a>
  ),
  grade: ({ id, alignment }) => (
    <a href={itemHref(id)}>
      <Grade grade={alignment.grade} />
    </a>
  ),
};

const ENTITY_CELLS: Cells<EntityRow> = {
  entity: entityCell,
  goals: ({ goals }) => (
    <span class="discs">
      {goals.map((goal) => (
        <Disc key={goal.id} code={goal.id} small />
      ))}
    </span>
  ),
  best: ({ best }) => best && <Grade grade={best} />,
};

function Table<R extends Row>({ of, columns, rows, cells }: TableProps<R>) {
  const words = t.value.table;
  const title = `${words[of]}: ${words.caption(rows.length)}`;
  return (
    <>
      <div class="table-bar">
        <nav class="views" aria-label={words.show}>
          {(["alignments", "entities"] as const).map((rows) => (
            <a key={rows} href={href({ rows, sort: "" })} aria-current={rows === of ? "true" : undefined}>
              {words[rows]}
            </a>
          ))}
        </nav>
        <TakeTable of={of} rows={rows} columns={columns} />
      </div>
      {rows.length === 0 ? (
        <NoRows />
      ) : (
        <Rows key={of} title={title} of={of} rows={rows} cells={cells} columns={columns} />
      )}
    </>
  );
}

/** What is not aligned has no row among the alignments, but one among the entities. */
function NoRows() {
  const { entities } = selection.value!;
  return (
    <Empty>
      {entities > 0 && <a href={href({ rows: "entities", sort: "" })}>{t.value.filters.shown(entities, 0)}</a>}
    </Empty>
  );
}

type Taken<R> = Pick<TableProps<R>, "of" | "rows" | "columns">;

/** The CSV by a click, since that is what a table is most often wanted as; all else in the menu. */
function TakeTable<R>({ of, rows, columns }: Taken<R>) {
  const { table } = t.value;
  const sheet = () => sheetOf(table[of], rows, columns);
  const figure = async () => {
    const { tableFigure } = await import("../../graph/table-figure.ts");
    const shown = columns.filter((column) => !column.download);
    return tableFigure(sheetOf(table[of], rows, shown), table.first);
  };
  const saveAsCsv = async () => (await import("../take/tables.ts")).saveCsv(of, sheet());
  return (
    <div class="table-take">
      <button type="button" disabled={rows.length === 0} onClick={() => void saveAsCsv()}>
        {table.download}
      </button>
      <Take name={of} figure={figure} sheets={() => [sheet()]} />
    </div>
  );
}
