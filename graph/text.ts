/** Small things about text that several modules need. */

/** Splits at a separator; spaces around a part and empty parts go. */
export const splitBy = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/** Folds text for comparison: width, case and runs of spaces don't count. */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
