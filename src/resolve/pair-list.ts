// Pairs of rows, in flat memory.

export class PairList {
  #words = new Int32Array(64);
  #length = 0;

  push(a: number, b: number): void {
    if (this.#length === this.#words.length) {
      const larger = new Int32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.#length++] = a;
    this.#words[this.#length++] = b;
  }

  forEach(visit: (a: number, b: number) => void): void {
    for (let i = 0; i < this.#length; i += 2) visit(this.#words[i]!, this.#words[i + 1]!);
  }
}
