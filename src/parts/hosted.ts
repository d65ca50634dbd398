/** Where the report on the screen comes from. */
import { SHIPPED } from "../../graph/query.ts";
import { model, report } from "../state.ts";

/** Whether the files lie beside the app; a folder that was opened stays where it is. */
export const isHosted = (): boolean => model().pack.descriptor.name === report.value;
/** Whether this is the report that ships with the app: what is told of its making holds for no other. */
export const isShipped = (): boolean => isHosted() && report.value === SHIPPED;
