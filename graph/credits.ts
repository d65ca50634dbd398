/** What a descriptor names in its lists: sources, licences, contributors. A stranger wrote it, so nothing is sure. */

/** The things of a list that have the field, each with those of its properties that are texts. */
export function said<F extends string>(list: unknown, field: F): (Record<F, string> & Record<string, string>)[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const entries = Object.entries(item ?? {}).filter(([, value]) => typeof value === "string");
    const texts = Object.fromEntries(entries) as Record<F, string> & Record<string, string>;
    return texts[field] ? [texts] : [];
  });
}
