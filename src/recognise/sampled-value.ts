/*
 * One value of a column's sample, in the forms in which tests look at it. In: the value as it came. Out: its text, its
 * text folded, its bytes; the latter two are made when first asked for, since most columns never ask. Never decides.
 */

import { foldText } from './names.ts';

/** What vocabularies need. */
const longestFolded = 200;
/** Values share blocks of memory: a block of its own for each would cost more than the value. */
const blockBytes = 32_768;

const encoder = new TextEncoder();

export class SampledValue {
  /** Without white space around it. */
  readonly text: string;
  readonly rowId: number;
  private readonly sampled: string;
  private foldedText: string | undefined;
  private encoded: Uint8Array | undefined;

  constructor(sampled: string, text: string, rowId: number) {
    this.sampled = sampled;
    this.text = text;
    this.rowId = rowId;
    this.foldedText = undefined;
    this.encoded = undefined;
  }

  /** Lower case without accents, cut to what vocabularies need. */
  get folded(): string {
    return (this.foldedText ??= foldText(this.text.slice(0, longestFolded)));
  }

  /** As it came, in UTF-8. */
  get bytes(): Uint8Array {
    return (this.encoded ??= encode(this.sampled));
  }
}

let block = new Uint8Array(0);
let used = 0;

function encode(text: string): Uint8Array {
  const most = 3 * text.length;
  if (most > blockBytes / 8) return encoder.encode(text);
  if (used + most > block.length) {
    block = new Uint8Array(blockBytes);
    used = 0;
  }
  const start = used;
  used += encoder.encodeInto(text, block.subarray(start)).written;
  return block.subarray(start, used);
}
