// The work of one thread of a run. In: a job; then asks. Out: answers. It holds one file open at a time, and what is needed
// to mask from the moment that everything real is known.

import { isUtf8 as isUtf8Text } from 'node:buffer';
import {
  coverageOf,
  createMaskKeys,
  RealValuesGatherer,
  type Stretch,
  type WantedColumns,
} from '../../../mask/index.ts';
import {
  cannotLeaveOut,
  createKeyGatherer,
  cutRows,
  type KeyGatherer,
  type StretchRows,
} from '../subset/index.ts';
import { CellCache } from './cell-cache.ts';
import { everyColumn } from './every-column.ts';
import { gatherStretch } from './gather-stretch.ts';
import { KnownSchemas } from './known-schemas.ts';
import type { Answers, Ask, Gathered, Masked, MaskJob, StretchAsk } from './mask-job.ts';
import { openMasking } from './masking-work.ts';
import { type OpenInput, openInput } from './open-input.ts';
import { PlannedColumns } from './planned-columns.ts';
import { refusal } from './refusal.ts';

export interface Work {
  answer(ask: Ask): Answers[Ask['kind']];
  close(): void;
}

export function openWork(job: MaskJob): Work {
  const coverage = coverageOf(job.plan);
  const columns = new PlannedColumns(coverage);
  const schemas = new KnownSchemas();
  const real = new RealValuesGatherer(createMaskKeys(job.secret));
  const cache = new CellCache();
  let masking: ReturnType<typeof openMasking> | null = null;
  let keys: KeyGatherer | null = null;
  let open: OpenInput | null = null;
  let asciiOnly: ReadonlySet<number> = new Set();
  return {
    answer(ask) {
      switch (ask.kind) {
        case 'gather':
          return gather(ask);
        case 'forget':
          cache.clear();
          real.take();
          return null;
        case 'take':
          cache.clear();
          return real.take();
        case 'subset':
          keys = createKeyGatherer(ask.subset, createMaskKeys(job.secret));
          return null;
        case 'keys': {
          const { reader, decoder } = reading(ask);
          return keys!.gather(reader.read(ask.from, true, ask.until, ask.state), decoder);
        }
        case 'settle':
          keys = null;
          columns.settle();
          asciiOnly = new Set(ask.settled.asciiOnly);
          open?.close();
          open = null;
          masking = openMasking(job, coverage, columns, ask.settled, cache);
          return null;
        default: {
          const input = reading(ask);
          const stretch = input.reader.read(ask.from, true, ask.until, ask.state);
          const masked =
            ask.rows === null
              ? masking!(input, stretch, () => everyColumn(job, ask, schemas), ask.room)
              : maskPart(input, stretch, { ...ask, rows: ask.rows }, ask.room);
          const isSame = stretch.to === ask.until && stretch.refusals.length + stretch.unknown.length === 0;
          if (!isSame) masked.refusals.push(refusal(input.file.path, changed, { offset: ask.from }));
          return masked;
        }
      }
    },
    close: () => open?.close(),
  };

  /** The reader of a file; of the one asked for last it is still open. */
  function reading({ file, from, schemas: told, known }: StretchAsk): OpenInput {
    schemas.begin(told, known);
    // a stream begins anew
    if (open?.file === job.files[file] && from > 0) return open!;
    open?.close();
    open = openInput(job, file, {
      schemaOf: (table) => schemas.schemaOf(table),
      wanted,
      isAsciiOnly: asciiOnly.has(file),
    });
    return open;
  }

  function wanted(...met: Parameters<WantedColumns>): ReturnType<WantedColumns> {
    return keys ? keys.wanted(...met) : columns.wanted(...met);
  }

  /** Of a subset: the rows that do not stay are taken out before anything is masked. */
  function maskPart(
    input: OpenInput,
    whole: Stretch,
    ask: StretchAsk & { rows: StretchRows },
    room: ArrayBuffer | null,
  ): Masked {
    const { path, plan } = input.file;
    const { stretch, refused } = cutRows(whole, ask.rows, plan);
    const allLeft = () => {
      const all = everyColumn(job, ask, schemas);
      return all && { ...all, stretch: cutRows(all.stretch, ask.rows, plan).stretch };
    };
    const masked = masking!(input, stretch, allLeft, room);
    const refusals = refused.map((offset) => refusal(path, cannotLeaveOut, { offset }));
    return { ...masked, refusals: [...masked.refusals, ...refusals] };
  }

  function gather(ask: StretchAsk & { isExact: boolean }): Gathered {
    const { file, decoder, reader } = reading(ask);
    const stretch = reader.read(ask.from, ask.isExact, ask.until, ask.state);
    const { from, to, state, events, schemas: stated } = stretch;
    const isUtf8 = isUtf8Text(stretch.bytes.subarray(0, to - from));
    // at a guess, the schema may be one that another thread is about to read
    const isTaken = ask.isExact || !schemas.isMissing;
    const taken = isTaken
      ? gatherStretch(stretch, {
          file,
          decoder,
          coverage,
          columns,
          real,
          cache,
          allColumns: () => everyColumn(job, ask, schemas),
        })
      : { refusals: [], tables: [], statements: [] };
    columns.takeUncovered();
    const begun = { state: ask.state, known: ask.known };
    return { ...taken, from, to, state, isUtf8, begun, isTaken, schemas: stated, events };
  }
}

const changed = 'it changed while it was read';
