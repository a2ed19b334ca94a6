// How a question is cut into syllables: the same way as generator/search/tokens.py does
// with the entries. A browser test holds the two together.

const TOKEN = /\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{No}\p{Nl}]+\p{Nd}*/gu;
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/;
const TONES = { "\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5" };
const FINAL_Y = /^(?:[bcdfghklmnprstvx]+|qu|)y$/;

/**
 * One syllable of a text.
 * @typedef {{word: string, folded: string, exact: string, start: number, end: number}} Token
 */

/** The syllables of `text`, with where they stand in its NFC form. @returns {Token[]} */
export function tokens(text) {
  const found = [];
  for (const match of text.normalize("NFC").matchAll(TOKEN)) {
    const word = match[0].toLowerCase();
    found.push({ word, ...forms(word), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A syllable without any mark, and with its marks and the tone at its end. */
function forms(word) {
  if (/^\p{Nd}/u.test(word)) {
    const plain = THOUSANDS.test(word) ? word.replaceAll(".", "") : word;
    return { folded: plain, exact: plain };
  }
  let letters = "";
  let tone = "";
  for (const character of word.normalize("NFD")) {
    if (character in TONES) tone = TONES[character];
    else letters += character;
  }
  let exact = letters.normalize("NFC");
  let folded = letters.replace(/\p{M}/gu, "").replaceAll("đ", "d");
  if (FINAL_Y.test(folded)) {
    folded = `${folded.slice(0, -1)}i`;
    exact = `${exact.slice(0, -1)}i`;
  }
  return { folded, exact: exact + tone };
}

/** Whether a token was typed with marks of its own. */
export function isMarked(token) {
  return token.exact !== token.folded;
}

const TELEX_LETTERS = [
  [/dd/, "đ"], [/aa/, "â"], [/aw/, "ă"], [/ee/, "ê"], [/oo/, "ô"],
  [/uow/, "ươ"], [/ow/, "ơ"], [/uw/, "ư"], [/w/, "ư"],
];
const TELEX_TONES = { f: "\u0300", r: "\u0309", x: "\u0303", s: "\u0301", j: "\u0323" };

/** What a word typed with the Vietnamese keyboard switched off was meant to be: "ddaats" → "đất". */
export function fromTelex(word) {
  const tone = word.match(/[fsrxj]/)?.[0];
  let plain = tone ? word.replace(tone, "") : word;
  for (const [keys, letter] of TELEX_LETTERS) plain = plain.replace(keys, letter);
  if (!tone) return plain;
  return (plain.replace(/([aăâeêioôơuưy])(?![ăâêôơư])/, `$1${TELEX_TONES[tone]}`)).normalize("NFC");
}

/**
 * How many slips of the finger lie between two words: a letter more, less or other, or two
 * swapped (Damerau–Levenshtein, optimal string alignment). `limit + 1` when there are more.
 */
export function slips(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
