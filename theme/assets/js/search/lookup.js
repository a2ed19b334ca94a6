// Where words stand: postings become bits of positions and points per document.
// The layout of a block is told in generator/search/postings.py.

import { Reader } from "./store.js";
import { isMarked } from "./text.js";

const BODY_POINTS = 1;

/** What a word is worth at each position, by 32-bit word of the position bits. */
export function fieldPoints({ contents }) {
  const { fields, width } = contents;
  return Float32Array.from({ length: width }, (_, word) =>
    fields.reduce((points, [start, worth]) => (word * 32 >= start ? worth : points), 0));
}

/**
 * Where the candidates of a term stand: for each document the bits of its positions, how well
 * the best form there fits what was typed, and the points of its best field.
 * @returns {Promise<{bits: Uint32Array, fits: Float32Array, points: Float32Array}>}
 */
export async function lookUp(term, store, worths) {
  const found = {
    bits: new Uint32Array(store.count * worths.length),
    fits: new Float32Array(store.count),
    points: new Float32Array(store.count),
  };
  await Promise.all(term.candidates.map(async ({ place, factor }) => {
    const reader = new Reader(await store.block(place));
    for (let forms = reader.number(); forms > 0; forms -= 1) {
      const fit = factor * likeness(term.token, reader.text(), factor < 1);
      readPlaced(reader, fit, found, worths);
      readBodies(reader, fit, found.points);
    }
  }));
  return found;
}

function readPlaced(reader, fit, { bits, fits, points }, worths) {
  let number = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    number += reader.number();
    if (fit > fits[number]) fits[number] = fit;
    let position = 0;
    for (let more = reader.number(); more > 0; more -= 1) {
      position += reader.number();
      bits[number * worths.length + (position >> 5)] |= 1 << (position & 31);
      const worth = fit * worths[position >> 5];
      if (worth > points[number]) points[number] = worth;
    }
  }
}

function readBodies(reader, fit, points) {
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
export function neighbours(before, after, worths) {
  const width = worths.length;
  const found = new Float32Array(before.fits.length);
  for (let number = 0; number < found.length; number += 1) {
    if (!before.fits[number] || !after.fits[number]) continue;
    let carry = 0;
    for (let word = 0, at = number * width; word < width; word += 1, at += 1) {
      const bits = before.bits[at];
      const shifted = (bits << 1) | carry;
      carry = bits >>> 31;
      if (shifted & after.bits[at] && worths[word] > found[number]) found[number] = worths[word];
    }
    found[number] *= Math.min(before.fits[number], after.fits[number]);
  }
  return found;
}

/** Where a whole run of words stands: for each document the points of its best place. */
export async function phraseIn(terms, store, worths) {
  const found = await Promise.all(terms.map((term) => lookUp(term, store, worths)));
  if (found.length === 1) return found[0].points;
  const points = new Float32Array(store.count).fill(Infinity);
  for (let index = 1; index < found.length; index += 1) {
    const next = neighbours(found[index - 1], found[index], worths);
    for (let number = 0; number < points.length; number += 1) {
      points[number] = Math.min(points[number], next[number]);
    }
  }
  return points;
}
