/**
 * How wide texts are, reckoned without a screen: figures are drawn as markup, and their faces are known only where they
 * are shown. A little too wide rather than too narrow, so nothing is cut off.
 */

/** Widths in ems, of a humanist sans serif. Han and other full-width signs fill their square. */
const NARROW = /[iljtfrI.,:;!|'’`()[\]{}\s/·-]/;
const WIDE = /[mwMWQO@%&—–…→]/;
const SQUARE =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\u{1f000}-\u{3ffff}]/u;
const CAPITAL = /\p{Lu}/u;

function emsOf(sign: string): number {
  if (SQUARE.test(sign)) return 1;
  if (NARROW.test(sign)) return 0.36;
  if (WIDE.test(sign)) return 0.94;
  return CAPITAL.test(sign) ? 0.68 : 0.58;
}

const known = new Map<string, number>();

/** The width of a text in pixels at a size in pixels. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) {
    let own = known.get(sign);
    if (own === undefined) {
      own = emsOf(sign);
      known.set(sign, own);
    }
    ems += own;
  }
  return ems * size;
}

/** A text that is no wider than this; what is cut off is marked. */
export function shorten(text: string, widest: number, size: number): string {
  if (textWidth(text, size) <= widest) return text;
  let kept = "";
  let width = textWidth("…", size);
  for (const sign of text) {
    width += textWidth(sign, size);
    if (width > widest) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

/** Han signs break anywhere but before a closing mark, other words at their spaces. */
const WORDS = /[\u2e80-\u9fff\uf900-\ufaff“（《][，。、；：！？）》”…]*|[^\s\u2e80-\u9fff\uf900-\ufaff]+\s*|\s+/gu;

/** A text in lines that are no wider than this; a word wider than a line is broken. */
export function wrap(text: string, widest: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of (text.match(WORDS) ?? []).flatMap((word) => pieces(word, widest, size))) {
    if (line && textWidth((line + word).trimEnd(), size) > widest) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

/** A word in parts that fit a line; most often it is one. */
function pieces(word: string, widest: number, size: number): string[] {
  if (textWidth(word, size) <= widest) return [word];
  const parts = [""];
  for (const sign of word) {
    if (parts[parts.length - 1] && textWidth(parts[parts.length - 1] + sign, size) > widest) parts.push("");
    parts[parts.length - 1] += sign;
  }
  return parts;
}
