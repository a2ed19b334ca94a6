// What a question means: its words, and for each the other words it may stand for.
// Nothing is fetched here but the dictionary and the lexicon.

import { fromTelex, isMarked, slips, tokens } from "./text.js";

/**
 * A word of the dictionary that may be what was typed.
 * @typedef {{place: number, factor: number}} Candidate
 * One word of the question.
 * @typedef {{token: object, candidates: Candidate[], count: number, mended: string}} Term
 * Other words for the terms from `start` to before `end`.
 * @typedef {{start: number, end: number, words: object[], candidates: number[]}} Phrase
 * A province named by the terms from `start` to before `end`.
 * @typedef {{start: number, end: number, id: string, name: string, former: string}} Place
 */

const NEAR = 6;
const PREFIXED = 8;

/** Understand a question. `typing`: the last word may be unfinished. */
export async function understand(text, store, typing) {
  const [dictionary, lexicon] = await Promise.all([store.dictionary(), store.lexicon()]);
  const found = tokens(text);
  const terms = found.flatMap((token, index) => {
    const isLast = typing && index === found.length - 1;
    return termsOf(token, dictionary, isLast);
  });
  return {
    terms,
    phrases: shortForms(terms, lexicon, dictionary),
    places: placesIn(terms, lexicon),
    quotes: quotesIn(text),
  };
}

function termsOf(token, dictionary, isUnfinished) {
  const place = dictionary.places.get(token.folded);
  if (place !== undefined && !isUnfinished) return [term(token, [{ place, factor: 1 }], dictionary)];
  if (isUnfinished) {
    const begun = beginningWith(token.folded, dictionary);
    if (place !== undefined) begun.unshift({ place, factor: 1 });
    if (begun.length) return [term(token, begun, dictionary)];
  }
  const parts = apart(token, dictionary);
  if (parts) return parts;
  const meant = tokens(fromTelex(token.word))[0];
  const typed = meant && meant.word !== token.word && dictionary.places.get(meant.folded);
  if (typed !== undefined && typed !== false) {
    return [term(meant, [{ place: typed, factor: 1 }], dictionary)];
  }
  const near = nearWords(token.folded, dictionary);
  const mended = near.length ? dictionary.words[near[0].place] : "";
  return [{ ...term(token, near, dictionary), mended }];
}

function term(token, candidates, { counts }) {
  const count = candidates.reduce((most, { place }) => Math.max(most, counts[place]), 0);
  return { token, candidates, count, mended: "" };
}

/** Dictionary words that begin with what has been typed so far. */
function beginningWith(start, { words, counts }) {
  const found = [];
  for (let place = firstFrom(words, start); words[place]?.startsWith(start); place += 1) {
    if (words[place] !== start) found.push({ place, factor: 0.5 });
  }
  return found.sort((a, b) => counts[b.place] - counts[a.place]).slice(0, PREFIXED);
}

function firstFrom(words, start) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two words typed without the space between them, if both are known: "vankheo". */
function apart(token, dictionary) {
  const { word, start, end } = token;
  for (let cut = word.length - 2; cut >= 2; cut -= 1) {
    const parts = [word.slice(0, cut), word.slice(cut)].map((part) => tokens(part)[0]);
    const places = parts.map((part) => part && dictionary.places.get(part.folded));
    if (places.every((place) => place !== undefined && dictionary.counts[place] > 1)) {
      return parts.map((part, index) =>
        term({ ...part, start, end }, [{ place: places[index], factor: 0.9 }], dictionary));
    }
  }
  return null;
}

/** Dictionary words that a slip of the finger may have turned into `folded`, likeliest first. */
export function nearWords(folded, { words, counts }) {
  if (folded.length < 2 || /^\d/.test(folded)) return [];
  const limit = folded.length > 6 ? 2 : 1;
  const found = [];
  words.forEach((word, place) => {
    if (word === folded || /^\d/.test(word)) return;
    const apartBy = slips(folded, word, limit);
    if (apartBy <= limit) found.push({ place, factor: apartBy === 1 ? 0.6 : 0.4 });
  });
  const likely = ({ place, factor }) => factor * Math.log(2 + counts[place]);
  return found.sort((a, b) => likely(b) - likely(a)).slice(0, NEAR);
}

/** Abbreviations in the question with their full forms, and the other way round. */
function shortForms(terms, { short }, { places }) {
  const phrases = [];
  for (const pair of short) {
    const [brief, full] = pair.map((text) => tokens(text));
    for (const [typed, other] of [[brief, full], [full, brief]]) {
      const candidates = other.map(({ folded }) => places.get(folded));
      if (candidates.includes(undefined)) continue;
      for (const start of occurrences(typed, terms)) {
        if (typed === brief && looksLikeASyllable(terms, start, brief)) continue;
        phrases.push({ start, end: start + typed.length, words: other, candidates });
      }
    }
  }
  return phrases;
}

/** "an" typed small is a syllable; "AN" in capitals, or "ntm", can only be an abbreviation. */
function looksLikeASyllable(terms, start, brief) {
  return brief.length === 1 && /[aeiou]/.test(brief[0].folded) && terms[start].token.word.length < 4;
}

/** Where a run of words stands among the terms; a word typed with marks must have these marks. */
function occurrences(words, terms) {
  const starts = [];
  for (let start = 0; start + words.length <= terms.length; start += 1) {
    const fits = words.every((word, index) => fitsTerm(word, terms[start + index]));
    if (fits) starts.push(start);
  }
  return starts;
}

function fitsTerm(word, { token }) {
  return token.folded === word.folded && (!isMarked(token) || token.exact === word.exact);
}

/** Provinces of today and of former times that the question names; the longest name wins. */
function placesIn(terms, { places }) {
  const found = [];
  for (const [id, name, today, former] of places) {
    const spellings = [
      ...today.map((spelling) => [spelling, ""]),
      ...former.flatMap((names) => names.map((spelling) => [spelling, names[0]])),
    ];
    for (const [spelling, old] of spellings) {
      const words = tokens(spelling);
      for (const start of occurrences(words, terms)) {
        found.push({ start, end: start + words.length, id, name, former: old });
      }
    }
  }
  found.sort((a, b) => (b.end - b.start) - (a.end - a.start));
  const kept = [];
  for (const each of found) {
    if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each);
  }
  return kept;
}

/** What stands in quotes: words that must follow one another. */
function quotesIn(text) {
  const found = [...text.matchAll(/["“”«»]([^"“”«»]+)["“”«»]/g)];
  return found.map((match) => tokens(match[1])).filter((words) => words.length > 1);
}
