// What a thread needs to mask, from the moment that everything real is known. In: what was settled. Out: a function of
// stretches. A finished stretch is searched for survivors where it was made.

import type { Coverage, Stretch } from '../../../mask/index.ts';
import type { CellCache } from './cell-cache.ts';
import { CellValues } from './cell-values.ts';
import type { EveryColumn } from './every-column.ts';
import type { Masked, MaskJob, Settled } from './mask-job.ts';
import { maskStretch } from './mask-stretch.ts';
import { type MaskingColumn, maskingColumn } from './masking-column.ts';
import type { OpenInput } from './open-input.ts';
import { createPlaceOf } from './place-of.ts';
import type { PlannedColumn, PlannedColumns } from './planned-columns.ts';
import { refusal } from './refusal.ts';
import { openReplacers } from './run-replacers.ts';
import { survivorsOf } from './survivors-of.ts';

/** `allColumns`: the stretch once more with every column, for places of survivors. */
export type MaskingWork = (
  input: OpenInput,
  stretch: Stretch,
  allColumns: () => EveryColumn | null,
  room: ArrayBuffer | null,
) => Masked;

export function openMasking(
  job: MaskJob,
  coverage: Coverage,
  columns: PlannedColumns,
  settled: Settled,
  cache: CellCache,
): MaskingWork {
  const { masking, isUnique, of, text, search } = openReplacers(job, settled);
  const facts = new Map(settled.facts.map((fact) => [`${fact.table}\0${fact.column}`, fact]));
  const made: MaskingColumn[] = [];
  const columnOf = ({ table, column, method }: PlannedColumn): MaskingColumn => {
    const fact = facts.get(`${table}\0${column}`.toLowerCase()) ?? null;
    const unique = isUnique.column(table, column, method);
    const usual = method === 'text' ? text : of(method, unique);
    return maskingColumn(usual, of('shape', unique), method, fact);
  };
  const values = new CellValues();
  return (input, stretch, allColumns, room) => {
    while (made.length < columns.list.length) made.push(columnOf(columns.list[made.length]!));
    for (const column of made) column.count = 0;
    masking.images.stoodAside = 0;
    const { file, decoder, writer } = input;
    const masked = maskStretch(stretch, {
      file,
      coverage,
      decoder,
      writer,
      columns: made,
      planned: columns.list,
      text,
      values,
      cache,
      images: masking.images,
      room,
    });
    const { out, finds, unfit } = masked;
    const bytes = out.bytes.subarray(0, out.length);
    const placeOf = createPlaceOf(stretch, masked, columns.list, allColumns);
    return {
      bytes,
      values: made.map(({ count }, number) => [columns.list[number]!.method, count]),
      finds,
      stoodAside: masking.images.stoodAside,
      survivors: search === null ? [] : survivorsOf(search, bytes, file.path, placeOf),
      refusals: unfit.slice(0, mostUnfit).map((cell) => {
        const { table, column } = columns.list[stretch.cells.columns[cell]!]!;
        const offset = stretch.from + stretch.cells.starts[cell]!;
        return refusal(file.path, nothingFits, { offset, table, column });
      }),
    };
  };
}

const mostUnfit = 100;

const nothingFits = 'no replacement fits into the column: mask it as text or empty, or keep it with a reason';
