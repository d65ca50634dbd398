/** Addresses of items for long lists: choosing one leaves the links of all others as they are. */
import { computed, untracked } from "@preact/signals";
import { href } from "../state.ts";

/** The address but for the chosen item: the links hang on this alone. */
const place = computed(() => href({ item: "" }));

/** The address at which the panel shows an item. */
export function itemHref(item: string): string {
  void place.value;
  return untracked(() => href({ item }));
}
