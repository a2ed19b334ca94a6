// Fetches the files of the index, each once and only when it is needed.
// Their layout is told in generator/search/ (bundle.py, postings.py, columns.py).

const FOLDER = new URL("../../../tim/", import.meta.url);
const READERS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array };

async function contentsOf(name) {
  const response = await fetch(new URL(name, FOLDER), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

/** The index as the browser holds it. Open it with `openStore`. */
class Store {
  #files = new Map();
  #blocks = new Map();

  constructor(contents) {
    /** Table of contents: counts, filters, orders. */
    this.contents = contents;
    /** How many documents there are. */
    this.count = contents.count;
  }

  /** A file's bytes, unpacked. */
  async #bytes(name) {
    if (!this.#files.has(name)) this.#files.set(name, this.#fetch(name));
    return this.#files.get(name);
  }

  async #fetch(name) {
    const address = new URL(`${name}.gz?v=${this.contents.version}`, FOLDER);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    const packed = await response.arrayBuffer();
    const isPacked = new Uint8Array(packed, 0, 2)[0] === 0x1f; // some servers unpack by themselves
    if (!isPacked) return packed;
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  async #json(name) {
    return JSON.parse(new TextDecoder().decode(await this.#bytes(name)));
  }

  /** The dictionary: folded words in order, their counts, and each word's place. */
  async dictionary() {
    if (!this.words) {
      const text = new TextDecoder().decode(await this.#bytes("tu"));
      const lines = text ? text.split("\n") : [];
      const words = lines.map((line) => line.slice(0, line.lastIndexOf(" ")));
      const counts = lines.map((line) => Number(line.slice(line.lastIndexOf(" ") + 1)));
      this.words = { words, counts, places: new Map(words.map((word, index) => [word, index])) };
    }
    return this.words;
  }

  /** By what names a question may call things. */
  lexicon() {
    return this.#json("ten");
  }

  /** Where the word at `place` of the dictionary stands: its block's bytes. */
  async block(place) {
    const { shards } = this.contents;
    let number = shards.length - 1;
    while (shards[number] > place) number -= 1;
    if (!this.#blocks.has(number)) {
      this.#blocks.set(number, cutIntoBlocks(new Uint8Array(await this.#bytes(`cho-${number}`))));
    }
    return this.#blocks.get(number)[place - shards[number]];
  }

  /** One column of numbers per filter, by the filter's name. */
  async filters() {
    const buffer = await this.#bytes("loc");
    const columns = new Map();
    let offset = 0;
    for (const { name, size } of this.contents.filters) {
      const bytes = buffer.slice(offset, offset + size * this.count);
      columns.set(name, new READERS[size](bytes));
      offset += size * this.count;
    }
    return columns;
  }

  /** One column of numbers per order, by its name. */
  async sorts() {
    const buffer = await this.#bytes("xep");
    return new Map(this.contents.sorts.map(([name], index) => [
      name,
      new Uint32Array(buffer.slice(4 * index * this.count, 4 * (index + 1) * this.count)),
    ]));
  }

  /** What the list shows of these documents. */
  async cards(documents) {
    const { together } = this.contents;
    return Promise.all(documents.map(async (number) => {
      const cards = await this.#json(`the-${Math.floor(number / together)}`);
      return cards[number % together];
    }));
  }
}

/** A shard's words, each as its own bytes. */
function cutIntoBlocks(bytes) {
  const reader = new Reader(bytes);
  const blocks = [];
  while (reader.at < bytes.length) {
    const length = reader.number();
    blocks.push(bytes.subarray(reader.at, reader.at + length));
    reader.at += length;
  }
  return blocks;
}

/** Reads numbers and texts one after the other (see generator/search/varints.py). */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.bytes[this.at];
      this.at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
      shift += 7;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

let opened = null;

/** The index, fetched at the first call; a failure may be tried again. @returns {Promise<Store>} */
export function openStore() {
  opened ??= contentsOf("muc-luc.json").then((contents) => new Store(contents));
  opened.catch(() => { opened = null; });
  return opened;
}
