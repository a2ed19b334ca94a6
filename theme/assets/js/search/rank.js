// Which documents answer a question, best first.
//
// Each word of the question brings points to the documents that hold it: more for a rare
// word, for the title, for the very marks that were typed, and for standing next to the
// word that stands next to it in the question. A document that lacks a word loses by that
// word's weight, so that long questions still find what answers most of them.

import { nearWords, understand } from "./query.js";
import { Reader } from "./store.js";
import { isMarked } from "./text.js";

/** Positions are bits of eight 32-bit words: which field a word of bits belongs to. */
const FIELD_POINTS = [10, 10, 4, 4, 4, 5, 4, 4];
const BODY_POINTS = 1;
const WIDTH = FIELD_POINTS.length;
const COMMON = 0.55;
const ENOUGH = 0.62;

/**
 * `order` is the documents found, best first; `unquoted` those that have the words but not,
 * as far as the index knows, the phrase in quotes.
 * @typedef {{order: Uint32Array | number[], unquoted?: number[], notes: object[], words: string[]}} Ranking
 */

/** Rank all documents for a question. @returns {Promise<Ranking>} */
export async function rank(text, store, { typing = false } = {}) {
  const question = await understand(text, store, typing);
  if (!question.terms.length) return { order: everything(store), notes: [], isBrowsing: true };
  const first = await score(question, store);
  if (!needsMending(question, first)) return finish(question, first);
  const mended = await withNearWords(question, store);
  const second = await score(mended, store);
  return second.best > first.best * 1.02 ? finish(mended, second) : finish(question, first);
}

function everything({ count }) {
  return Uint32Array.from({ length: count }, (_, number) => number);
}

/** Whether another spelling is worth a look: no document has all the words close together. */
function needsMending({ terms }, { covered, adjacent }) {
  const rare = terms.filter(({ isCommon }) => !isCommon);
  return rare.length > 0 && (covered < 0.99 || (terms.length > 2 && adjacent < (terms.length - 1) / 2));
}

async function withNearWords(question, store) {
  const dictionary = await store.dictionary();
  const terms = question.terms.map((term) => {
    if (term.candidates.length > 1 || term.token.folded.length < 3) return term;
    const near = nearWords(term.token.folded, dictionary);
    return { ...term, candidates: [...term.candidates, ...near.map((each) => ({ ...each, factor: each.factor * 0.8 }))] };
  });
  return { ...question, terms };
}

/** Points of every document. */
async function score(question, store) {
  const { terms, phrases, places, quotes } = question;
  const total = store.count;
  for (const term of terms) {
    term.isCommon = term.count > total * COMMON && total > 20;
    term.weight = Math.log(1 + total / Math.max(1, term.count)) + 0.15;
  }
  const isBrowsing = terms.every(({ isCommon }) => isCommon) && total > 2000;
  if (isBrowsing) return { order: everything(store), best: 1, covered: 1, adjacent: terms.length, isBrowsing };
  const found = await Promise.all(terms.map((term) => lookUp(term, store)));
  const points = found.map((each, index) => each.points.map((worth) => worth * terms[index].weight));
  const neighbours = found.map((each, index) => (index ? pairs(found[index - 1], each, total) : null));
  await addPhrases(points, terms, phrases, store);
  await addPlaces(points, terms, places, store);
  const quoted = await Promise.all(quotes.map((words) => phraseIn(words, store)));
  return total ? sum(terms, points, neighbours, quoted, store) : { order: [], best: 0, covered: 1, adjacent: 0 };
}

/**
 * Where a term's candidates stand: for each document the bits of its positions, how well the
 * best form there fits what was typed, and the points of its best field.
 */
async function lookUp(term, store) {
  const bits = new Uint32Array(store.count * WIDTH);
  const fits = new Float32Array(store.count);
  const points = new Float32Array(store.count);
  await Promise.all(term.candidates.map(async ({ place, factor }) => {
    const reader = new Reader(await store.block(place));
    for (let forms = reader.number(); forms > 0; forms -= 1) {
      const fit = factor * likeness(term.token, reader.text(), factor < 1);
      readShort(reader, fit, bits, fits, points);
      readBody(reader, fit, points);
    }
  }));
  return { bits, fits, points };
}

function readShort(reader, fit, bits, fits, points) {
  let number = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    number += reader.number();
    if (fit > fits[number]) fits[number] = fit;
    for (let positions = reader.bytes[reader.at++]; positions > 0; positions -= 1) {
      const position = reader.bytes[reader.at++];
      bits[number * WIDTH + (position >> 5)] |= 1 << (position & 31);
      const worth = fit * FIELD_POINTS[position >> 5];
      if (worth > points[number]) points[number] = worth;
    }
  }
}

function readBody(reader, fit, points) {
  let number = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    number += reader.number();
    if (fit * BODY_POINTS > points[number]) points[number] = fit * BODY_POINTS;
  }
}

/** How well a form of a word answers what was typed: marks that were typed must agree. */
function likeness(token, exact, isOtherWord) {
  if (isOtherWord || !isMarked(token) || exact === token.exact) return 1;
  const [typed, held] = [token.exact, exact].map((form) => form.replace(/\d$/, ""));
  return typed === held ? 0.6 : 0.35;
}

/** For each document, the points of the best place where two words are neighbours. */
function pairs(before, after, total) {
  const found = new Float32Array(total);
  for (let number = 0; number < total; number += 1) {
    const base = number * WIDTH;
    let carry = 0;
    for (let word = 0; word < WIDTH; word += 1) {
      const bits = before.bits[base + word];
      const shifted = (bits << 1) | carry;
      carry = bits >>> 31;
      if (shifted & after.bits[base + word] && FIELD_POINTS[word] > found[number]) {
        found[number] = FIELD_POINTS[word];
      }
    }
    found[number] *= Math.min(before.fits[number], after.fits[number]);
  }
  return found;
}

/** Where a whole run of words stands: for each document the points of the best place. */
async function phraseIn(words, store) {
  const { places, counts } = await store.dictionary();
  const terms = words.map((token) => {
    const place = places.get(token.folded);
    return { token, candidates: place === undefined ? [] : [{ place, factor: 1 }], count: counts[place] ?? 0 };
  });
  const found = await Promise.all(terms.map((term) => lookUp(term, store)));
  if (found.length === 1) return found[0].points;
  const points = new Float32Array(store.count).fill(Infinity);
  for (let index = 1; index < found.length; index += 1) {
    const next = pairs(found[index - 1], found[index], store.count);
    for (let number = 0; number < points.length; number += 1) {
      points[number] = Math.min(points[number], next[number]);
    }
  }
  return points;
}

/** An abbreviation's full form, or the other way round, answers for the words it stands for. */
async function addPhrases(points, terms, phrases, store) {
  await Promise.all(phrases.map(async ({ start, end, words }) => {
    const found = await phraseIn(words, store);
    for (let number = 0; number < found.length; number += 1) {
      if (found[number]) raise(points, terms, start, end, number, 0.95 * found[number]);
    }
  }));
}

/** A document in the province that was named answers for its name. */
async function addPlaces(points, terms, places, store) {
  if (!places.length) return;
  const column = (await store.filters()).get("tinh");
  const values = store.contents.filters.find(({ name }) => name === "tinh").values;
  for (const { start, end, id, former } of places) {
    const code = values.findIndex(([value]) => value === id) + 1;
    for (let number = 0; number < column.length; number += 1) {
      if (column[number] === code) raise(points, terms, start, end, number, former ? 2.5 : 4);
    }
  }
}

/** Give the terms of a span at least `level` times their weight. */
function raise(points, terms, start, end, number, level) {
  for (let index = start; index < end; index += 1) {
    points[index][number] = Math.max(points[index][number], level * terms[index].weight);
  }
}

/** Add everything up, keep what answers enough of the question, and put it in order. */
function sum(terms, points, neighbours, quoted, { count }) {
  const asked = terms.reduce((all, term) => all + (term.isCommon ? 0 : term.weight), 0);
  const scores = new Float32Array(count);
  const shares = new Float32Array(count);
  const runs = new Uint8Array(count);
  for (let number = 0; number < count; number += 1) {
    let held = 0;
    let all = 0;
    for (let index = 0; index < terms.length; index += 1) {
      const { weight, isCommon } = terms[index];
      const own = points[index][number];
      all += own;
      if (own && !isCommon) held += weight;
      if (index && neighbours[index][number]) {
        all += 0.9 * neighbours[index][number] * Math.min(weight, terms[index - 1].weight);
        runs[number] += 1;
      }
    }
    shares[number] = asked ? held / asked : Number(all > 0);
    scores[number] = all * shares[number] ** 2;
  }
  const found = ordered(scores, shares, runs);
  if (!quoted.length) return found;
  const holds = (number) => quoted.every((phrase) => phrase[number] > 0);
  return {
    ...found,
    order: found.order.filter(holds),
    unquoted: found.order.filter((number) => !holds(number)),
  };
}

function ordered(scores, shares, runs) {
  let top = 0;
  for (let number = 1; number < scores.length; number += 1) {
    if (scores[number] > scores[top]) top = number;
  }
  const [best, covered] = [scores[top], shares[top]];
  const most = shares.reduce((high, share, number) => (scores[number] > 0 && share > high ? share : high), 0);
  const order = [];
  for (let number = 0; number < scores.length; number += 1) {
    const isWhole = shares[number] >= most - 1e-6;
    const isGood = shares[number] >= ENOUGH && scores[number] >= 0.3 * best;
    if (scores[number] > 0 && (isWhole || isGood)) order.push(number);
  }
  order.sort((a, b) => scores[b] - scores[a] || a - b);
  return { order, best, covered, adjacent: runs[top] };
}

/** The ranking with what the reader should be told about it. */
function finish({ terms, places }, { order, unquoted, isBrowsing = false }) {
  const notes = places
    .filter(({ former }) => former)
    .map(({ former, name, id }) => ({ kind: "place", former, name, id }));
  for (const { token, mended } of terms) {
    if (mended) notes.push({ kind: "mended", typed: token.word, read: mended });
  }
  const words = terms.flatMap(({ token, mended }) => (mended ? [mended] : [token.folded]));
  return { order, unquoted, notes, isBrowsing, words };
}
