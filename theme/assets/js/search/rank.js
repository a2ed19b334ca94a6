// Which documents answer a question, best first.
//
// Each word of the question brings points to the documents that hold it: more for a rare
// word, for the title, for the very marks that were typed, and for standing next to the
// word that stands next to it in the question. A document that lacks a word loses by that
// word's weight, so that long questions still find what answers most of them.

import { fieldPoints, lookUp, neighbours, phraseIn } from "./lookup.js";
import { mostNear, nearWords, understand } from "./query.js";

/** A word in a greater share of all documents tells nothing apart. */
const COMMON = 0.55;
/** In a collection of more than `LARGE` documents only so many words of a question are looked up,
 * the rarest: each is a download, and the commonest tell least. */
const LARGE = 2000;
const LOOKED_UP = 6;
/** Points a word beside its neighbour of the question adds, as a share of the place's worth. */
const TOGETHER = 0.9;
/** What a province is worth to the documents in it, when it was named as today or as formerly. */
const IN_PLACE = { today: 8, former: 6 };
/** The words of a place's name tell little where they do not stand as that name. */
const STRAY = 0.35;

/**
 * `order` is the documents found, best first; `unquoted` those that have the words but not,
 * as far as the index knows, the phrase in quotes.
 * @typedef {{order: Uint32Array | number[], unquoted?: number[], notes: object[], words: string[]}} Ranking
 */

/** Rank all documents for a question. @returns {Promise<Ranking>} */
export async function rank(text, store, { typing = false } = {}) {
  const question = await understand(text, store, typing);
  if (!question.terms.length) return { order: everything(store), notes: [], words: [] };
  const first = await score(question, store);
  const doubtful = doubtfulTerms(question, first);
  if (typing || !doubtful.length) return finish(question, first);
  const mended = await withNearWords(question, doubtful, store);
  const second = await score(mended, store);
  const margin = first.covered > 0.99 ? 1.15 : 1.02;
  return second.best > first.best * margin ? finish(mended, second) : finish(question, first);
}

function everything({ count }) {
  return Uint32Array.from({ length: count }, (_, number) => number);
}

/** The terms that may be slips: those the best documents lack, or all where nothing fits together. */
function doubtfulTerms({ terms, places }, { missing, adjacent, isBrowsing }) {
  if (isBrowsing) return [];
  const isNamed = (index) => places.some(({ start, end }) => start <= index && index < end);
  const known = (index) => terms[index].candidates.length === 1
    && terms[index].token.folded.length > 1 && !isNamed(index);
  const absent = terms.map((_, index) => index).filter((index) => missing[index] && known(index));
  if (absent.length || terms.length < 2 || terms.length > 4) return absent;
  return adjacent < terms.length - 1 ? terms.map((_, index) => index).filter(known) : [];
}

async function withNearWords(question, doubtful, store) {
  const dictionary = await store.dictionary();
  const terms = question.terms.map((term, index) => {
    if (!doubtful.includes(index)) return term;
    const near = nearWords(term.token.folded, dictionary, mostNear(doubtful.length, store.count));
    const candidates = near.map(({ place, factor }) => ({ place, factor: 0.8 * factor }));
    return { ...term, candidates: [...term.candidates, ...candidates] };
  });
  return { ...question, terms };
}

/** Points of every document. */
async function score(question, store) {
  const { terms, phrases, places, quotes } = question;
  const worths = fieldPoints(store);
  weigh(terms, store);
  const found = await Promise.all(terms.map((term) => lookUp(term, store, worths)));
  const points = found.map((each, index) => each.points.map((worth) => worth * terms[index].weight));
  const pairs = found.map((each, index) => (index ? neighbours(found[index - 1], each, worths) : null));
  question.places = meantPlaces(places, terms, pairs, store);
  await addPlaces(points, pairs, terms, question.places, store);
  await addPhrases(points, terms, phrases, store, worths);
  if (terms.every(({ isCommon }) => isCommon)) return browse(terms, points, pairs, store, worths);
  const quoted = await Promise.all(quotes.map((words) => phraseIn(words, store, worths)));
  return sum(terms, points, pairs, quoted, store);
}

/** What each term is worth: the rarer, the more. */
function weigh(terms, { count }) {
  for (const term of terms) {
    term.isCommon = !term.mended && count > 20 && term.count > count * COMMON;
    term.weight = Math.log(1 + count / Math.max(1, term.count)) + 0.15;
  }
  if (count <= LARGE || terms.length <= LOOKED_UP) return;
  const byWeight = [...terms].sort((a, b) => b.weight - a.weight);
  for (const term of byWeight.slice(LOOKED_UP)) Object.assign(term, { isCommon: true, candidates: [] });
}

/** An abbreviation's full form, or the other way round, answers for the words it stands for. */
async function addPhrases(points, terms, phrases, store, worths) {
  await Promise.all(phrases.map(async ({ start, end, words }) => {
    const found = await phraseIn(words, store, worths);
    for (let number = 0; number < found.length; number += 1) {
      if (found[number]) raise(points, terms, start, end, number, 0.95 * found[number]);
    }
  }));
}

/** A document in the province that was named answers for its name; stray words of it do not. */
async function addPlaces(points, pairs, terms, places, store) {
  if (!places.length) return;
  const column = (await store.filters()).get("tinh");
  const { values } = store.contents.filters.find(({ name }) => name === "tinh");
  for (const { start, end, id, former } of places) {
    const code = values.findIndex(([value]) => value === id) + 1;
    for (let number = 0; number < column.length; number += 1) {
      if (!standsTogether(pairs, start, end, number)) {
        for (let index = start; index < end; index += 1) points[index][number] *= STRAY;
      }
      const level = IN_PLACE[former ? "former" : "today"];
      if (column[number] === code) raise(points, terms, start, end, number, level);
    }
  }
}

/** A name that was nearly typed counts where the words as typed stand together nowhere. */
function meantPlaces(places, terms, pairs, { count }) {
  return places.filter(({ start, end, isNear }) => {
    if (!isNear || terms.slice(start, end).some(({ mended }) => mended)) return true;
    for (let number = 0; number < count; number += 1) {
      if (end - start > 1 && standsTogether(pairs, start, end, number)) return false;
    }
    return true;
  });
}

function standsTogether(pairs, start, end, number) {
  for (let index = start + 1; index < end; index += 1) {
    if (!pairs[index][number]) return false;
  }
  return true;
}

/** Give the terms of a span at least `level` times their weight. */
function raise(points, terms, start, end, number, level) {
  for (let index = start; index < end; index += 1) {
    points[index][number] = Math.max(points[index][number], level * terms[index].weight);
  }
}

/**
 * Words that everything shares tell nothing apart: all documents in order of importance,
 * those first that have the whole question in their title.
 */
function browse(terms, points, pairs, { count }, [inTitle]) {
  const [first, others] = [[], []];
  const level = 0.9 * inTitle;
  for (let number = 0; number < count; number += 1) {
    const isTitle = terms.every(({ weight }, index) =>
      points[index][number] >= level * weight && (!index || pairs[index][number] >= level));
    (isTitle ? first : others).push(number);
  }
  return { order: [...first, ...others], isBrowsing: true };
}

/** Add everything up, keep what answers enough of the question, and put it in order. */
function sum(terms, points, pairs, quoted, { count }) {
  const asked = terms.reduce((all, term) => all + (term.isCommon ? 0 : term.weight), 0);
  const scores = new Float32Array(count);
  const shares = new Float32Array(count);
  let [richest, most] = [0, 0];
  for (let number = 0; number < count; number += 1) {
    let [held, all] = [0, 0];
    for (let index = 0; index < terms.length; index += 1) {
      const { weight, isCommon } = terms[index];
      const own = points[index][number];
      all += own;
      if (own && !isCommon) held += weight;
      if (index) all += TOGETHER * pairs[index][number] * Math.min(weight, terms[index - 1].weight);
    }
    shares[number] = asked ? held / asked : Number(all > 0);
    scores[number] = all * shares[number] ** 2;
    if (all > most) [richest, most] = [number, all];
  }
  const order = ordered(scores, shares);
  const best = order[0] ?? 0;
  const found = {
    order,
    best: scores[best] ?? 0,
    covered: shares[best] ?? 0,
    missing: points.map((own) => order.length > 0 && (!own[best] || !own[richest])),
    adjacent: pairs.filter((own) => own?.[best]).length,
  };
  if (!quoted.length) return found;
  const holds = (number) => quoted.every((phrase) => phrase[number] > 0);
  return { ...found, order: order.filter(holds), unquoted: order.filter((number) => !holds(number)) };
}

/** The documents worth showing: those with the most of the question, and those nearly as good. */
function ordered(scores, shares) {
  const best = scores.reduce((high, one) => Math.max(high, one), 0);
  const most = shares.reduce((high, share, number) => (scores[number] ? Math.max(high, share) : high), 0);
  const order = [];
  for (let number = 0; number < scores.length; number += 1) {
    const isWhole = shares[number] >= most - 1e-6;
    const isGood = shares[number] >= 0.62 && scores[number] >= 0.3 * best;
    const isBest = scores[number] >= 0.6 * best;
    if (scores[number] > 0 && (isWhole || isGood || isBest)) order.push(number);
  }
  return order.sort((a, b) => scores[b] - scores[a] || a - b);
}

/** The ranking with what the reader should be told about it. */
function finish({ terms, places, phrases }, { order, unquoted }) {
  const notes = places
    .filter(({ former }) => former)
    .map(({ former, name, id }) => ({ kind: "place", former, name, id }));
  terms.forEach(({ token, mended, candidates, isCommon }, index) => {
    const isShort = phrases.some(({ start, end }) => start <= index && index < end);
    if (mended) notes.push({ kind: "mended", typed: token.word, read: mended });
    else if (!candidates.length && !isShort && !isCommon) notes.push({ kind: "unknown", typed: token.word });
  });
  const words = terms.flatMap(({ token, mended }) => (mended ? [mended] : [token.folded]));
  return { order, unquoted, notes, words };
}
