/** Searches away from the page: builds the index of the documents it is sent, and answers questions. */
import { buildSearch, type Documents, type SearchIndex } from "../graph/search.ts";

export interface Question {
  /** Goes up by one with each question, so that an answer can be told from an older one's. */
  number: number;
  text: string;
  most: number;
}

export type SearchRequest = { documents: Documents } | Question;

export type SearchAnswer =
  /** The documents found, best first; `more` when what is found by sound is still to come. */
  { number: number; found: number[]; more: boolean } | { failure: string };

const post = (answer: SearchAnswer) => self.postMessage(answer);

let index: SearchIndex;
/** The number of the last question. */
let last = 0;
let sounds: Promise<void> | undefined;
let hasSounds = false;

self.onmessage = async ({ data }: MessageEvent<SearchRequest>) => {
  try {
    if ("documents" in data) index = buildSearch(data.documents);
    else await answer(data);
  } catch (error) {
    post({ failure: error instanceof Error ? error.message : String(error) });
  }
};

async function answer({ number, text, most }: Question): Promise<void> {
  last = number;
  const wantsSounds = !hasSounds && /[a-z]/i.test(text);
  const reply = (more: boolean) => post({ number, found: index.search(text, most).map((hit) => hit.document), more });
  reply(wantsSounds);
  if (!wantsSounds) return;
  await addSounds();
  if (number === last) reply(false);
}

/** Pinyin, which is large, comes when a Latin letter may mean a sound. */
async function addSounds(): Promise<void> {
  sounds ??= import("./pinyin.ts").then(({ readPinyin }) => index.addPinyin(readPinyin));
  await sounds;
  hasSounds = true;
}
