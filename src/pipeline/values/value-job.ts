// What the reading threads are told when values are wanted back, and how they are kept from running ahead.

import type { ValidatorName } from '../../recognise/index.ts';
import type { RecordSlots } from '../../resolve/index.ts';

export interface AskedTable {
  /** As `tableKey` makes them. */
  keys: string[];
  columns: number[];
  /** Null where nobody asks whose the rows are. */
  slots: RecordSlots | null;
  /** Columns that are searched for what their texts mention. */
  searched: number[];
}

/** Identifiers in texts. A batch of them is asked for at the place of its sort, behind all tables. */
export interface AskedMentions {
  sorts: ValidatorName[];
  /** Also the addresses that stand outside of all rows. */
  isTextAsked: boolean;
}

export interface ValueJob {
  tables: AskedTable[];
  mentions: AskedMentions | null;
  /** Int32: bytes that were given and are not yet taken. */
  flow: SharedArrayBuffer;
}

/** Values on their way, at most, before the threads wait: some stretches' worth. */
const mostOnTheWay = 64 << 20;

/** A lost wake-up costs no more, ms. */
const waitMs = 50;

/** Waits until there is room, then counts `bytes` as given. A batch that is larger than the bound goes alone. */
export function countGiven(flow: SharedArrayBuffer, bytes: number): void {
  const words = new Int32Array(flow);
  for (;;) {
    const held = Atomics.load(words, 0);
    if (held > 0 && held + bytes > mostOnTheWay) Atomics.wait(words, 0, held, waitMs);
    else if (Atomics.compareExchange(words, 0, held, held + bytes) === held) return;
  }
}

export function countTaken(flow: SharedArrayBuffer, bytes: number): void {
  const words = new Int32Array(flow);
  Atomics.sub(words, 0, bytes);
  Atomics.notify(words, 0);
}
