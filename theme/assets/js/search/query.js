// What a question means: its words, and for each the other words it may stand for.
// Nothing is fetched here but the dictionary and the lexicon.

import { fromTelex, isMarked, slips, tokens } from "./text.js";

/**
 * A word of the dictionary that may be what was typed.
 * @typedef {{place: number, factor: number}} Candidate
 * One word of the question.
 * @typedef {{token: object, candidates: Candidate[], count: number, mended: string}} Term
 * Other words for the terms from `start` to before `end`.
 * @typedef {{start: number, end: number, words: Term[]}} Phrase
 * A province named by the terms from `start` to before `end`; `isNear`: but for a slip.
 * @typedef {{start: number, end: number, id: string, name: string, former: string, isNear: boolean}} Place
 */

/** How many words a slip may have come from are tried. */
const NEAR = 14;
const PREFIXED = 8;

/** Understand a question. `typing`: the last word may be unfinished. */
export async function understand(text, store, typing) {
  const [dictionary, lexicon] = await Promise.all([store.dictionary(), store.lexicon()]);
  const found = tokens(text);
  const briefs = new Set(lexicon.short.map(([brief]) => tokens(brief)).filter(({ length }) => length === 1).map(([{ folded }]) => folded));
  const read = (token, isUnfinished) => {
    const isBrief = briefs.has(token.folded) && !dictionary.places.has(token.folded);
    if (isBrief) return [term(token, [], dictionary)];
    return termsOf(token, dictionary, isUnfinished, store.count);
  };
  const terms = found.flatMap((token, index) => read(token, typing && index === found.length - 1));
  return {
    terms,
    phrases: shortForms(terms, lexicon, dictionary),
    places: placesIn(terms, lexicon, typing),
    quotes: quotesIn(text).map((words) => words.flatMap((token) => read(token, false))),
  };
}

function termsOf(token, dictionary, isUnfinished, count) {
  const place = dictionary.places.get(token.folded);
  if (place !== undefined && !isUnfinished) return [term(token, [{ place, factor: 1 }], dictionary)];
  if (isUnfinished) {
    const begun = beginningWith(token.folded, dictionary);
    if (place !== undefined) begun.unshift({ place, factor: 1 });
    if (begun.length) return [term(token, begun, dictionary)];
  }
  const parts = apart(token, dictionary);
  if (parts) return parts;
  const near = nearWords(token.folded, dictionary, mostNear(1, count));
  const meant = tokens(fromTelex(token.word))[0];
  const typed = meant && meant.word !== token.word ? dictionary.places.get(meant.folded) : undefined;
  if (typed !== undefined) {
    const others = near.filter(({ place: other }) => other !== typed);
    return [term({ ...meant, exact: meant.folded }, [{ place: typed, factor: 1 }, ...others], dictionary)];
  }
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
    if (words[place] !== start) found.push({ place, factor: 0.3 });
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

/** How many near words to try for each of so many terms: in a large collection each is a download. */
export function mostNear(terms, count) {
  return count > 2000 ? Math.max(2, Math.floor(10 / terms)) : NEAR;
}

/** Dictionary words that a slip of the finger may have turned into `folded`, likeliest first. */
export function nearWords(folded, { words, counts }, most) {
  if (folded.length < 2 || /^\d/.test(folded)) return [];
  const limit = folded.length > 6 ? 2 : 1;
  const found = [];
  words.forEach((word, place) => {
    if (word === folded || /^\d/.test(word)) return;
    const apartBy = slips(folded, word, limit);
    if (apartBy <= limit) found.push({ place, factor: apartBy === 1 ? 0.6 : 0.4 });
  });
  const likely = ({ place, factor }) => factor * Math.log(2 + counts[place]);
  return found.sort((a, b) => likely(b) - likely(a)).slice(0, most);
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
        const words = other.map((token, index) => ({ token, candidates: [{ place: candidates[index], factor: 1 }] }));
        phrases.push({ start, end: start + typed.length, words });
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
function placesIn(terms, { places }, typing) {
  const found = [];
  const nearly = [];
  for (const [id, name, today, former] of places) {
    const spellings = [
      ...today.map((spelling) => [spelling, ""]),
      ...former.flatMap((names) => names.map((spelling) => [spelling, names[0]])),
    ];
    for (const [spelling, old] of spellings) {
      const words = tokens(spelling);
      for (const start of occurrences(words, terms)) {
        found.push({ start, end: start + words.length, id, name, former: old, isNear: false });
      }
      if (!typing) nearly.push(...nearOccurrences(words, terms).map((span) => ({ ...span, id, name, former: old, isNear: true })));
    }
  }
  found.sort((a, b) => (b.end - b.start) - (a.end - a.start));
  const kept = [];
  const isFree = (each) => !kept.some((other) => each.start < other.end && other.start < each.end);
  for (const each of found) if (isFree(each)) kept.push(each);
  return kept.length ? kept : onePerPlace(nearly);
}

const joined = (words) => words.map(({ folded }) => folded).join("");

/** Where a name of a place stands but for one slip of the finger, spaces aside: "kontuum", "quang nan". */
function nearOccurrences(words, terms) {
  const name = joined(words);
  if (name.length < 5) return [];
  const spans = [];
  for (let start = 0; start < terms.length; start += 1) {
    for (let end = start + 1; end <= Math.min(terms.length, start + words.length + 1); end += 1) {
      const typed = joined(terms.slice(start, end).map(({ token }) => token));
      if (slips(typed, name, 1) === 1) spans.push({ start, end });
    }
  }
  return spans;
}

function onePerPlace(places) {
  return [...new Map(places.map((place) => [`${place.id} ${place.start} ${place.end}`, place])).values()];
}

/** What stands in quotes: words that must follow one another. */
function quotesIn(text) {
  const found = [...text.matchAll(/["“”«»]([^"“”«»]+)["“”«»]/g)];
  return found.map((match) => tokens(match[1])).filter((words) => words.length > 1);
}
