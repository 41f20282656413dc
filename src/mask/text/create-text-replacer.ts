// What is personal inside a text is replaced as it is in columns; every other byte stays. In: letters, notes, comments,
// JSON, XML, PHP's serialize, base64 and hexadecimal of these, each in the other. Out: the same with other people in it.
// Linear in the length, bounded in depth; never throws.

import type { ByteSink } from '../byte-sink.ts';
import type { Masking } from '../masking.ts';
import type { MethodName } from '../method.ts';
import type { Replacer } from '../replacer.ts';
import { createCollect } from './collect.ts';
import { anyDefiner, definerAccounts } from './definer-accounts.ts';
import { Edits } from './edits.ts';
import { RowValues } from './row-values.ts';
import { createLevels, type TextWork } from './text-work.ts';

export interface TextReplacer extends Replacer {
  /** What the row that the texts stand in says of its person. */
  readonly row: RowValues;
  /** Writes the text with other people in it; returns how many places were replaced. */
  replaceText(bytes: Uint8Array, start: number, end: number, out: ByteSink): number;
}

/** `replacers`: for each way of masking the one that columns have, made once. */
export function createTextReplacer(
  masking: Masking,
  replacers: (method: MethodName) => Replacer,
): TextReplacer {
  const made = new Map<MethodName, Replacer>();
  const edits = new Edits();
  const row = new RowValues();
  let isShort = false;

  const replacerOf = (method: MethodName): Replacer => {
    let replacer = made.get(method);
    if (replacer === undefined) {
      replacer = replacers(method);
      made.set(method, replacer);
    }
    return replacer;
  };

  const put: TextWork['put'] = (method, bytes, start, end, to) => {
    const from = to.texts.length;
    const room = isShort ? characters(bytes, start, end) : anyRoom;
    if (
      !replacerOf(method).replace(bytes, start, end, to.texts, room) &&
      !replacerOf('shape').replace(bytes, start, end, to.texts, room)
    )
      return;
    to.add(start, end, from);
  };

  const work: TextWork = { levels: createLevels(), put, ...createCollect(masking, row, () => work) };

  const collect = (bytes: Uint8Array, start: number, end: number): void => {
    edits.clear();
    work.collect(bytes, start, end, edits, 0);
    edits.settle();
  };

  return {
    row,
    replace(bytes, start, end, out, room) {
      collect(bytes, start, end);
      if (characters(bytes, start, end) + edits.growth() > room) {
        // so that the whole is no longer than it was
        isShort = true;
        collect(bytes, start, end);
        isShort = false;
      }
      edits.write(bytes, start, end, out);
      return true;
    },
    replaceText(bytes, start, end, out) {
      let count = 0;
      let from = start;
      const replaceTo = (to: number) => {
        collect(bytes, from, to);
        edits.write(bytes, from, to, out);
        count += edits.count;
      };
      for (const [at, to] of definerAccounts(bytes, start, end)) {
        replaceTo(at);
        out.write(anyDefiner);
        count++;
        from = to;
      }
      replaceTo(end);
      return count;
    },
  };
}

const anyRoom = 1 << 16;

function characters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}
