// Numbers and their images, made together, in the order in which they will be asked for. In: forms. Out: images.

import { rememberedAt } from './layout.ts';
import { batchSize } from './number-entry.ts';

/** Prepared values that may be left out before the next that is asked for. */
const mostSkipped = 16;

export class PreparedImages {
  #sources = new Uint8Array(0);
  #images = new Uint8Array(0);
  #isNone = new Uint8Array(0);
  #sourceCount = 0;
  #imageCount = 0;
  #next = 0;

  clear(): void {
    this.#sourceCount = this.#imageCount = this.#next = 0;
  }

  addSource(form: Uint8Array, length: number): void {
    if ((this.#sourceCount + 1) * rememberedAt > this.#sources.length) this.#grow();
    const to = this.#sourceCount++ * rememberedAt;
    for (let at = 0; at < length; at++) this.#sources[to + at] = form[at]!;
    if (length < rememberedAt) this.#sources[to + length] = 0;
  }

  /** Of the first source that has none yet. */
  addImage(image: Uint8Array | null): void {
    this.#isNone[this.#imageCount] = image === null ? 1 : 0;
    const to = this.#imageCount++ * rememberedAt;
    if (image !== null) for (let at = 0; at < rememberedAt; at++) this.#images[to + at] = image[at]!;
  }

  /** The image of the number; null where it was not told of. */
  take(form: Uint8Array, length: number): Uint8Array | null {
    const last = Math.min(this.#next + mostSkipped, this.#imageCount);
    for (let index = this.#next; index < last; index++) {
      const from = index * rememberedAt;
      let at = 0;
      while (at < length && form[at] === this.#sources[from + at]) at++;
      if (at < length || this.#sources[from + length] !== 0) continue;
      this.#next = index + 1;
      return this.#isNone[index] === 1 ? null : this.#images.subarray(from, from + length);
    }
    return null;
  }

  #grow(): void {
    const capacity = Math.max(batchSize, this.#sourceCount * 2);
    const sources = new Uint8Array(capacity * rememberedAt);
    const images = new Uint8Array(capacity * rememberedAt);
    const isNone = new Uint8Array(capacity);
    sources.set(this.#sources);
    images.set(this.#images);
    isNone.set(this.#isNone);
    this.#sources = sources;
    this.#images = images;
    this.#isNone = isNone;
  }
}
