// A text of rows, cut as a run would cut it: read by stretches, keys gathered, settled, rows taken out.

import { randomBytes } from 'node:crypto';
import {
  createCellDecoder,
  createMaskKeys,
  openCellReader,
  type PlanLink,
  type WantedColumns,
} from '../../../mask/index.ts';
import { type ByteSource, headBytes, identify, type TableSchema } from '../../../read/index.ts';
import { fieldTests } from '../../field-tests.ts';
import {
  createKeyGatherer,
  cutRows,
  type GatheredKeys,
  parseSubset,
  planSubset,
  settleSubset,
  type SettledSubset,
} from './index.ts';

export interface CutSource extends Pick<SettledSubset, 'tables'> {
  text: string;
  refused: number[];
}

export interface CutOptions {
  links?: PlanLink[];
  stretchBytes?: number;
  key?: Uint8Array;
  tableName?: string;
}

export function cutSource(text: string, rules: string[], options: CutOptions = {}): CutSource {
  const { links = [], stretchBytes = 1 << 20, key = randomBytes(32), tableName = 'rows' } = options;
  const bytes = Buffer.from(text);
  const { plan, charset } = identify(bytes.subarray(0, headBytes), {
    isWhole: bytes.length <= headBytes,
    fieldTests,
  });
  const schemas: TableSchema[] = [];
  const schemaOf = (table: string) =>
    schemas.findLast(({ name }) => name.toLowerCase() === table.toLowerCase());
  const columns = new Map<string, string[]>();
  const stretches = () => {
    const wanted: { of: WantedColumns } = { of: (_table, _columns, width) => new Int32Array(width).fill(-1) };
    const reader = openCellReader(memorySource(bytes), plan, {
      tableName,
      schemaOf,
      wanted: (table, named, width) => wanted.of(table, named, width),
    });
    return { reader, wanted };
  };
  const ends: { from: number; until: number; state: string }[] = [];
  const first = stretches();
  first.wanted.of = (table, named, width) => {
    columns.set(table, named ?? Array.from({ length: width }, (_, place) => String(place + 1)));
    return new Int32Array(width).fill(-1);
  };
  for (let from = 0, state = ''; from < bytes.length;) {
    const stretch = first.reader.read(from, true, from + stretchBytes, state);
    schemas.push(...stretch.schemas);
    ends.push({ from, until: stretch.to, state });
    if (stretch.refusals.length > 0) throw new Error(stretch.refusals[0]!.reason);
    if (stretch.to <= from) break;
    from = stretch.to;
    state = stretch.state;
  }
  const subset = planSubset(rules.map(parseSubset), { schemas, columns, links });
  const gatherer = createKeyGatherer(subset, createMaskKeys(key));
  const decoder = createCellDecoder(charset);
  const second = stretches();
  second.wanted.of = gatherer.wanted;
  const gathered = ends.map(({ from, until, state }): GatheredKeys => {
    return { file: 0, keys: gatherer.gather(second.reader.read(from, true, until, state), decoder) };
  });
  const settled = settleSubset(subset, gathered);
  const third = stretches();
  const refused: number[] = [];
  const parts = ends.map(({ from, until, state }, number) => {
    const result = cutRows(third.reader.read(from, true, until, state), settled.stretches[number]!, plan);
    refused.push(...result.refused);
    return Buffer.from(result.stretch.bytes.subarray(0, result.stretch.to - result.stretch.from));
  });
  return { text: Buffer.concat(parts).toString(), tables: settled.tables, refused };
}

function memorySource(bytes: Uint8Array): ByteSource {
  return {
    read(offset, target, at, length) {
      const part = bytes.subarray(offset, offset + length);
      target.set(part, at);
      return part.length;
    },
    close() {},
  };
}
