/** Reads Chinese as pinyin. A module of its own: the dictionary is large and only wanted for a search by sound. */
import { pinyin } from "pinyin-pro";

export const readPinyin = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
