// Writes what rows of a directory say of where somebody is reached into pieces for the vault. In: spans of bytes in
// UTF-8, field by field. Out: pieces, compressed. Signs that control a terminal or end a field become spaces.

import { type ContactPiece, fieldEnd, packContacts, rowEnd, rowsAPiece } from '../../store/index.ts';

/** More of one field is not kept: no address, name or number is longer. */
const mostFieldBytes = 320;

export class ContactWriter {
  #pieces: ContactPiece[] = [];
  #bytes = new Uint8Array(256 << 10);
  #at = 0;
  #rows = 0;

  /** One more field of the row that is written. */
  field(bytes: Uint8Array, start: number, end: number): void {
    this.add(bytes, start, end);
    this.end();
  }

  /** Part of a field, which `end` ends. */
  add(bytes: Uint8Array, start: number, end: number): void {
    let from = start;
    let to = Math.min(end, start + mostFieldBytes);
    while (from < to && bytes[from]! <= 32) from++;
    // not in the middle of a character
    if (to < end) while (to > from && (bytes[to]! & 0xc0) === 0x80) to--;
    while (to > from && bytes[to - 1]! <= 32) to--;
    this.#reserve(to - from);
    for (let p = from; p < to; p++) this.#bytes[this.#at++] = bytes[p]! < 32 ? 32 : bytes[p]!;
  }

  text(text: string): void {
    const bytes = Buffer.from(text);
    this.field(bytes, 0, bytes.length);
  }

  space(): void {
    this.#bytes[this.#at++] = 32;
  }

  end(): void {
    this.#bytes[this.#at++] = fieldEnd;
  }

  endRow(): void {
    this.#bytes[this.#at++] = rowEnd;
    this.#reserve(0);
    if (++this.#rows === rowsAPiece) this.#endPiece();
  }

  /** What was written since it was last asked. */
  take(): ContactPiece[] {
    if (this.#rows > 0) this.#endPiece();
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #endPiece(): void {
    this.#pieces.push({ rows: this.#rows, bytes: packContacts(this.#bytes.subarray(0, this.#at)) });
    this.#at = 0;
    this.#rows = 0;
  }

  /** Room for `more` and for the signs that follow. */
  #reserve(more: number): void {
    if (this.#at + more + 64 <= this.#bytes.length) return;
    const larger = new Uint8Array(this.#bytes.length * 2 + more);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
