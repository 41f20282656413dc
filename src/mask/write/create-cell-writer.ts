// Writes a value in the place of another, in the form in which that one was written: quotes, escapes, prefix, hex, padding and
// character set. In: the raw cell and the new value in UTF-8. Out: bytes of the file's format. What is read back is the value.

import type { ByteSink } from '../byte-sink.ts';
import type { Stretch } from '../cells/stretch.ts';
import { copyNotation, createDialect, type ReaderPlan } from '../../read/index.ts';
import { createCharsetEncoder } from './charset-encoder.ts';
import { writeCopyCell } from './copy-cell.ts';
import { createCsvCell } from './csv-cell.ts';
import { createFixedCell } from './fixed-cell.ts';
import { writeJsonCell } from './json-cell.ts';
import { createSqlCell } from './sql-cell.ts';
import type { WriteCell } from './write-cell.ts';

export interface CellWriter {
  /** As rows of statements are written, where the format has others, too. */
  write: WriteCell;
  writeCell(stretch: Stretch, cell: number, value: Uint8Array, length: number, out: ByteSink): void;
  /** NULL in the place of a value, where the format has one; else an empty value. */
  writeNull(stretch: Stretch, cell: number, out: ByteSink): void;
  /** Characters that a value in the place of this one can have at most. */
  roomOf(raw: Uint8Array, start: number, end: number): number;
}

/** `charset`: MySQL's name of the set the file is in. */
export function createCellWriter(plan: ReaderPlan, charset: string): CellWriter {
  const encode = createCharsetEncoder(charset);
  const encoded =
    (writeCell: WriteCell): WriteCell =>
    (raw, start, end, value, length, out) => {
      if (!isWide(value, length)) return writeCell(raw, start, end, value, length, out);
      const bytes = encode(raw, start, end, value, length);
      writeCell(raw, start, end, bytes, bytes.length, out);
    };
  const fixed = plan.kind === 'fixed' ? createFixedCell(plan) : null;
  const write = encoded(fixed?.write ?? writerOf(plan));
  const writeCopied = encoded(writeCopyCell);
  const hasCopies = plan.kind === 'sql' && plan.dialect === 'postgresql';
  const isCopied = ({ forms }: Stretch, cell: number) =>
    hasCopies && forms.findLast(({ from }) => from <= cell)?.notation === copyNotation;
  const writer: CellWriter = {
    write,
    writeCell(stretch, cell, value, length, out) {
      const { bytes, cells } = stretch;
      (isCopied(stretch, cell) ? writeCopied : write)(
        bytes,
        cells.starts[cell]!,
        cells.ends[cell]!,
        value,
        length,
        out,
      );
    },
    writeNull(stretch, cell, out) {
      if (plan.kind === 'sql') out.write(isCopied(stretch, cell) ? '\\N' : 'NULL');
      else writer.writeCell(stretch, cell, nothing, 0, out);
    },
    roomOf: fixed?.roomOf ?? (() => Infinity),
  };
  return writer;
}

const nothing = new Uint8Array(0);

function writerOf(plan: ReaderPlan): WriteCell {
  switch (plan.kind) {
    case 'sql':
      return createSqlCell(createDialect(plan.dialect, plan.backslashEscapes));
    case 'csv':
      return createCsvCell(plan);
    default:
      return writeJsonCell;
  }
}

function isWide(value: Uint8Array, length: number): boolean {
  let all = 0;
  for (let p = 0; p < length; p++) all |= value[p]!;
  return all >= 0x80;
}
