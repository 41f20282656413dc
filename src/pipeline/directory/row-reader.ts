// Takes the rows of a directory as a reader tells them. In: spans of values in the kernel's memory. Out: for a stretch
// of rows what they are matched by, as keyed hashes, and what they say of where somebody is reached, for the vault.

import type { Kernel } from '../../kernel/index.ts';
import type { RowSink, ValueDecoder } from '../../read/index.ts';
import type { ContactPiece } from '../../store/index.ts';
import type { RowPlan } from './row-plan.ts';
import { GrowingWords } from './growing-words.ts';
import { packTokens, rowFacts } from './packed-tokens.ts';
import { createRowContacts } from './row-contacts.ts';
import { createRowTokens } from './row-tokens.ts';
import { createRowValues } from './row-values.ts';

export interface ReadRows {
  rows: number;
  /** Rows that do not fit the columns; they are counted among the rows. */
  misfits: number;
  /** By mapped column: rows with a value, and those of which it could be used. */
  filled: Uint32Array<ArrayBuffer>;
  used: Uint32Array<ArrayBuffer>;
  /** See `packTokens`. */
  tokens: Uint32Array<ArrayBuffer>;
  contacts: ContactPiece[];
}

export interface RowReader {
  sink: RowSink;
  /** What was read since it was last asked. */
  take(): ReadRows;
}

/** `scratch`: `rowTokensBytes` of the kernel's memory. */
export function createRowReader(
  kernel: Kernel,
  decoder: ValueDecoder,
  scratch: number,
  plan: RowPlan,
): RowReader {
  kernel.seedHash(plan.seed[0], plan.seed[1]);
  const values = createRowValues(kernel, decoder, plan.mapping.columns);
  const tokens = createRowTokens(kernel, values, scratch, plan);
  const contacts = createRowContacts(kernel, values, plan.mapping);
  let facts = new GrowingWords();
  let rows = 0;
  let misfits = 0;
  /** File offset at which a row that is handed over in pieces goes on, or -1. */
  let goesOnAt = -1;
  return {
    sink: {
      schema() {},
      schemaOf: () => undefined,
      database() {},
      insert(_table, _columns, notation) {
        decoder.notation = notation;
      },
      row(_offset, starts, ends, count) {
        values.begin(starts, ends, count);
        facts.push(rowFacts(tokens.put(rows), contacts.put()));
        rows++;
      },
      text() {},
      skipped(offset, _reason, from, to) {
        const isNew = offset !== goesOnAt;
        goesOnAt = isLineEnd(kernel.bytes[to - 1]!) ? -1 : offset + to - from;
        if (!isNew) return;
        tokens.skip();
        contacts.skip();
        facts.push(0);
        rows++;
        misfits++;
      },
    },
    take() {
      const { filled, used } = values;
      const read: ReadRows = {
        rows,
        misfits,
        filled,
        used,
        tokens: packTokens([...tokens.take(), facts.view()]),
        contacts: contacts.take(),
      };
      values.restart();
      facts = new GrowingWords();
      rows = 0;
      misfits = 0;
      return read;
    },
  };
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}
