// One question from beginning to end: rank, sift, sort, and fetch what is shown.

import { narrowest, sift } from "./filters.js";
import { rank } from "./rank.js";
import { openStore } from "./store.js";
import { tokens } from "./text.js";

const VERIFIED = 12;

/** Answer a state. @returns what to show; see `answer` for the fields. */
export async function search(state, { size, typing = false }) {
  const store = await openStore();
  const { filters } = store.contents;
  const arriving = store.filters(); // on its way while the words are looked up
  const ranking = await rank(state.q, store, { typing });
  const order = await quotedAnywhere(state.q, ranking, store);
  const columns = await arriving;
  let { kept, counts } = sift(order, state.chosen, filters, columns);
  const dropped = kept.length ? null : narrowest(order, state.chosen, filters, columns);
  const sorted = await sort(kept, state, store);
  const first = (state.page - 1) * size;
  const shown = sorted.slice(first, first + size);
  return {
    filters,
    counts,
    dropped,
    total: sorted.length,
    cards: await store.cards(shown),
    notes: ranking.notes,
    words: ranking.words ?? [],
    pages: Math.max(1, Math.ceil(sorted.length / size)),
    sorts: store.contents.sorts,
  };
}

/** Documents stand in order of importance; a ranking in order of relevance. */
async function sort(documents, { sort: by }, store) {
  const column = by && (await store.sorts()).get(by);
  if (!column) return documents;
  const upward = by === "a_z" ? 1 : -1;
  return [...documents].sort((a, b) => upward * (column[a] - column[b]) || a - b);
}

/**
 * What stands in quotes may stand in a body, of which the index holds the words but not
 * their order: the likeliest pages are read to see.
 */
async function quotedAnywhere(text, { order, unquoted }, store) {
  if (!unquoted?.length) return order;
  const phrases = [...text.matchAll(/["“”«»]([^"“”«»]+)["“”«»]/g)].map((match) => plain(match[1]));
  const likely = unquoted.slice(0, VERIFIED);
  const cards = await store.cards(likely);
  const held = await Promise.all(cards.map(async (card) => {
    const page = await (await fetch(new URL(`../../../${card[1]}`, import.meta.url))).text();
    const words = new DOMParser().parseFromString(page, "text/html").querySelector("#noi-dung");
    const whole = plain(words?.textContent ?? "");
    return phrases.every((phrase) => whole.includes(phrase));
  }));
  const read = likely.filter((_, index) => held[index]);
  return order.length || read.length ? [...order, ...read] : unquoted;
}

function plain(text) {
  return ` ${tokens(text).map(({ folded }) => folded).join(" ")} `;
}
