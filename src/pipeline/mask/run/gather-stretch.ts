// One stretch of the first pass. In: its cells and what else is in it. Out: what is real there, to the gatherer, and all that
// cannot be masked or that the plan does not cover, with its place.

import {
  type CellDecoder,
  type Coverage,
  gatherNames,
  gatherValue,
  type RealValuesGatherer,
  type Stretch,
} from '../../../mask/index.ts';
import type { MaskFile } from './mask-file.ts';
import type { Gathered } from './mask-job.ts';
import { pieceRule } from './piece-rule.ts';
import type { PlannedColumns } from './planned-columns.ts';
import { type Refusal, refusal } from './refusal.ts';
import { RowNames } from './row-names.ts';

export interface GatherContext {
  file: MaskFile;
  decoder: CellDecoder;
  coverage: Coverage;
  columns: PlannedColumns;
  real: RealValuesGatherer;
}

export type GatheredStretch = Pick<Gathered, 'refusals' | 'tables' | 'statements'>;

export function gatherStretch(stretch: Stretch, context: GatherContext): GatheredStretch {
  const { file } = context;
  const refusals = stretch.refusals.map(({ offset, reason }) => refusal(file.path, reason, { offset }));
  refusals.push(...uncovered(stretch, context));
  const statements = gatherPieces(stretch, context, refusals);
  if (refusals.length === 0) {
    gatherCells(stretch, context);
    gatherKept(stretch, context);
  }
  return { refusals, tables: tablesOf(stretch), statements };
}

/** Tables and columns that the plan does not have, each told once for a stretch. */
function uncovered({ unknown }: Stretch, { file, columns }: GatherContext): Refusal[] {
  const found = columns.takeUncovered();
  return unknown.flatMap(({ table, offset }) => {
    const own = found.filter((entry) => entry.table === table);
    if (own.length === 0) return [refusal(file.path, noTable, { offset, table })];
    return own.map(({ column }) =>
      refusal(file.path, column === null ? noTable : noColumn, { offset, table, column }),
    );
  });
}

const noTable = 'the plan does not have this table with as many columns';
const noColumn = 'the plan does not have this column';

function gatherPieces(
  { pieces, bytes, from }: Stretch,
  { coverage, file, real }: GatherContext,
  refusals: Refusal[],
): [string, number][] {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    const rule = pieceRule(coverage, file, piece);
    const word = piece.sort === 'statement' ? piece.word : piece.sort;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (rule === null || rule === 'refuse') {
      const what = piece.sort === 'statement' ? `a statement ${piece.word}` : pieceNames[piece.sort];
      const reason =
        rule === null ? `the plan does not say what to do with ${what}` : `the plan refuses ${what}`;
      refusals.push(refusal(file.path, reason, { offset: from + piece.start }));
    } else if (rule === 'text') gatherValue(real, 'text', bytes, piece.start, piece.end);
  }
  return [...counts];
}

const pieceNames = { comment: 'comments', head: 'the names of columns', rest: 'text that is no table' };

function gatherCells(stretch: Stretch, { decoder, columns, real }: GatherContext): void {
  const { cells, rows } = stretch;
  const names = new RowNames();
  let rowEnd = 0;
  let row = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.starts[cell]! >= rowEnd) {
      while (cells.starts[cell]! >= rows.ends[row]!) row++;
      rowEnd = rows.ends[row]!;
      names.clear();
    }
    if (!decoder.decode(stretch, cell)) continue;
    const { bytes, start, end } = decoder;
    if (start === end) continue;
    const { method } = columns.list[cells.columns[cell]!]!;
    gatherValue(real, method, bytes, start, end);
    if ((method === 'first-name' || method === 'last-name') && names.add(method, bytes, start, end))
      gatherNames(real, names.bytes, names.firstStart, names.firstEnd, names.lastStart, names.lastEnd);
  }
}

/**
 * Addresses where nothing is masked. They are real whatever the plan says of their column, so that the output is withheld
 * instead of released with them.
 */
function gatherKept(stretch: Stretch, { coverage, file, real }: GatherContext): void {
  const { bytes, cells, pieces, from, to } = stretch;
  const length = to - from;
  let cell = 0;
  let piece = 0;
  for (let at = bytes.indexOf(atSign); at >= 0 && at < length; at = bytes.indexOf(atSign, at + 1)) {
    while (cell < cells.count && cells.ends[cell]! <= at) cell++;
    while (piece < pieces.length && pieces[piece]!.end <= at) piece++;
    const isMasked = cell < cells.count && cells.starts[cell]! <= at;
    const within = piece < pieces.length && pieces[piece]!.start <= at ? pieces[piece]! : null;
    if (isMasked || (within && typeof pieceRule(coverage, file, within) === 'string')) continue;
    gatherValue(real, 'text', bytes, Math.max(0, at - aroundAddress), Math.min(length, at + aroundAddress));
  }
}

const atSign = 0x40;
const aroundAddress = 128;

function tablesOf({ rows, tables }: Stretch): Gathered['tables'] {
  const counts = new Float64Array(tables.length);
  for (let row = 0; row < rows.count; row++) counts[rows.tables[row]!]!++;
  return tables.map(({ table, columns }, number) => ({ table, columns, rows: counts[number]! }));
}
