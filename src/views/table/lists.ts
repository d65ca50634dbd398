/** What the table lists: rows and columns of the selection, in the order asked for. */
import { computed } from "@preact/signals";
import { listAlignments, listEntities, sortRows } from "../../../graph/listing.ts";
import { t } from "../../i18n/index.ts";
import { language, model, query, selection } from "../../state.ts";

// Each its own signal, so opening a panel doesn't list or sort anew.
export const sort = computed(() => query.value.sort);
const wording = computed(() => ({ language: language.value, words: t.value }));
export const alignments = computed(() => listAlignments(model(), selection.value!, wording.value));
export const entities = computed(() => listEntities(model(), selection.value!, wording.value));
export const sortedAlignments = computed(() => sortRows(alignments.value, sort.value, language.value));
export const sortedEntities = computed(() => sortRows(entities.value, sort.value, language.value));
