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
import { emailAt } from '../../../recognise/index.ts';
import { type CellCache, ofRow } from './cell-cache.ts';
import type { EveryColumn } from './every-column.ts';
import type { MaskFile } from './mask-file.ts';
import type { Gathered } from './mask-job.ts';
import { pieceRule } from './piece-rule.ts';
import { createPlaceOf } from './place-of.ts';
import type { PlannedColumns } from './planned-columns.ts';
import { type Refusal, refusal } from './refusal.ts';
import { RowNames } from './row-names.ts';

export interface GatherContext {
  file: MaskFile;
  decoder: CellDecoder;
  coverage: Coverage;
  columns: PlannedColumns;
  real: RealValuesGatherer;
  /** The stretch once more with every column, to say in which one something stands. */
  allColumns: () => EveryColumn | null;
  /** Of what was gathered already; cleared with what is gathered. */
  cache: CellCache;
}

export type GatheredStretch = Pick<Gathered, 'refusals' | 'tables' | 'statements'>;

export function gatherStretch(stretch: Stretch, context: GatherContext): GatheredStretch {
  const { file } = context;
  const refusals = stretch.refusals.map(({ offset, reason }) => refusal(file.path, reason, { offset }));
  refusals.push(
    ...namedTwice(stretch, context),
    ...uncovered(stretch, context),
    ...driftIn(stretch, context),
  );
  const statements = gatherPieces(stretch, context, refusals);
  if (refusals.length === 0) {
    gatherCells(stretch, context);
    refusals.push(...gatherKept(stretch, context));
  }
  return { refusals, tables: tablesOf(stretch), statements };
}

/** No server takes such rows, and which of two columns a value is of nobody knows. */
function namedTwice({ tables, rows, from }: Stretch, { file }: GatherContext): Refusal[] {
  if (file.plan.kind !== 'sql') return [];
  return tables.flatMap(({ table, columns }, number) => {
    const names = (columns ?? []).map((name) => name.toLowerCase());
    const place = names.findIndex((name, at) => names.indexOf(name) < at);
    if (place < 0) return [];
    const row = rows.tables.subarray(0, rows.count).indexOf(number);
    const offset = from + (row < 0 ? 0 : rows.starts[row]!);
    return [refusal(file.path, 'a column is named twice', { offset, table, column: columns![place]! })];
  });
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

const noTable = 'the plan does not have this table, or not with so many columns';
const noColumn = 'the plan does not have this column';

/** Cells that hold something else than what they are kept for. */
function driftIn({ odd }: Stretch, { file, coverage }: GatherContext): Refusal[] {
  return odd.map(({ offset, table: { table, columns }, place }) => {
    const column = columns?.[place] ?? String(place + 1);
    const rule = coverage.methodOf(table, column)!;
    const holds = 'keep' in rule ? (rule.holds ?? 'readable') : 'readable';
    return refusal(file.path, notHeld[holds], { offset, table, column });
  });
}

const notHeld = {
  numbers: 'kept as numbers, and holds something else: in the plan, mask it or take its `holds` out',
  readable: 'kept, and written as an expression or with odd escapes: write the value out, or mask it',
  dates: 'kept as dates, and holds something else: in the plan, mask it or take its `holds` out',
};

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

function gatherCells(stretch: Stretch, { cache, decoder, columns, real }: GatherContext): void {
  const { bytes: raw, cells, rows } = stretch;
  const isCached = cache.begin(decoder, stretch.forms);
  const names = new RowNames();
  let rowEnd = 0;
  let row = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.starts[cell]! >= rowEnd) {
      while (cells.starts[cell]! >= rows.ends[row]!) row++;
      rowEnd = rows.ends[row]!;
      names.clear();
    }
    const number = cells.columns[cell]!;
    const { method } = columns.list[number]!;
    const isName = method === 'first-name' || method === 'last-name';
    const rawStart = cells.starts[cell]!;
    const rawEnd = cells.ends[cell]!;
    const isAsked = isCached && cache.takes(number, rawEnd - rawStart);
    let from: CellDecoder | CellCache = cache;
    if (!isAsked || !cache.find(number, raw, rawStart, rawEnd)) {
      from = decoder;
      const isValue = decoder.decode(stretch, cell);
      const { bytes, start } = decoder;
      const end = isValue ? decoder.end : start;
      if (start < end) gatherValue(real, method, bytes, start, end);
      if (isAsked) cache.keep(number, raw, rawStart, rawEnd, bytes, start, isName ? end : start, 0);
      if (start === end) continue;
    }
    const { bytes, start, end } = from;
    if (isName && start < end && names.add(method, bytes, start, end)) gatherRow(names, cache, real);
  }
}

function gatherRow(names: RowNames, cache: CellCache, real: RealValuesGatherer): void {
  names.join();
  const { key, keyEnd } = names;
  const isAsked = cache.takes(ofRow, keyEnd);
  if (isAsked && cache.find(ofRow, key, 0, keyEnd)) return;
  gatherNames(real, names.bytes, names.firstStart, names.firstEnd, names.lastStart, names.lastEnd);
  if (isAsked) cache.keep(ofRow, key, 0, keyEnd, key, 0, 0, 0);
}

/**
 * Addresses where nothing is masked. Of a kept column they are refused; in what else is kept they are real whatever the plan
 * says of it, so that the output is withheld instead of released with them.
 */
function gatherKept(stretch: Stretch, { allColumns, coverage, file, real }: GatherContext): Refusal[] {
  const { bytes, cells, pieces, from, to } = stretch;
  const length = to - from;
  const found: number[] = [];
  let cell = 0;
  let piece = 0;
  for (let at = bytes.indexOf(atSign); at >= 0 && at < length; at = bytes.indexOf(atSign, at + 1)) {
    while (cell < cells.count && cells.ends[cell]! <= at) cell++;
    while (piece < pieces.length && pieces[piece]!.end <= at) piece++;
    const isMasked = cell < cells.count && cells.starts[cell]! <= at;
    const within = piece < pieces.length && pieces[piece]!.start <= at ? pieces[piece]! : null;
    if (isMasked || (within && typeof pieceRule(coverage, file, within) === 'string')) continue;
    const first = Math.max(0, at - aroundAddress);
    const last = Math.min(length, at + aroundAddress);
    if (within) gatherValue(real, 'text', bytes, first, last);
    else if (found.length < mostKept && emailAt(bytes, at, first, last) >= 0) found.push(at);
  }
  if (found.length === 0) return [];
  const none = { starts: cells.starts, ends: cells.ends };
  const placeOf = createPlaceOf({ ...stretch, cells: { ...cells, count: 0 } }, none, [], allColumns);
  return found.map((at) => refusal(file.path, holdsAddress, { offset: from + at, ...placeOf(at) }));
}

/** Of a stretch; the first ones are told. */
const mostKept = 100;
const holdsAddress = 'kept, and holds an e-mail address: in the plan, mask this column, as text or email';
const atSign = 0x40;
const aroundAddress = 128;

function tablesOf({ rows, tables }: Stretch): Gathered['tables'] {
  const counts = new Float64Array(tables.length);
  for (let row = 0; row < rows.count; row++) counts[rows.tables[row]!]!++;
  return tables.map(({ table, columns }, number) => ({ table, columns, rows: counts[number]! }));
}
