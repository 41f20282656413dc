// Words that become more, in one typed array. In: words one by one. Out: all of them.

export class GrowingWords {
  length = 0;
  #words: Uint32Array<ArrayBuffer>;

  constructor(room = 1024) {
    this.#words = new Uint32Array(room);
  }

  push(word: number): void {
    if (this.length === this.#words.length) this.#grow();
    this.#words[this.length++] = word;
  }

  /** A copy, of their length. */
  taken(): Uint32Array<ArrayBuffer> {
    return this.#words.slice(0, this.length);
  }

  add(words: Uint32Array): void {
    while (this.length + words.length > this.#words.length) this.#grow();
    this.#words.set(words, this.length);
    this.length += words.length;
  }

  /** A view of them, good until the next one comes. */
  view(): Uint32Array<ArrayBuffer> {
    return this.#words.subarray(0, this.length);
  }

  #grow(): void {
    const larger = new Uint32Array(Math.ceil(this.#words.length * 1.5));
    larger.set(this.#words);
    this.#words = larger;
  }
}
