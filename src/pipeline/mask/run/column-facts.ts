// What the schemas of a source say of its columns that a replacement has to keep to. In: schemas, in the order in which
// they are stated. Out: for each column how long a value may be, of what type, and whether it is unique.

import type { TableSchema } from '../../../read/index.ts';

export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'time' | 'json' | 'enum' | 'bytes';

export interface ColumnFacts {
  /** Lower case. */
  table: string;
  column: string;
  /** Characters; Infinity where there is no bound. */
  room: number;
  type: ColumnType;
  /** The largest number that an integer may be; Infinity for others. */
  most: number;
  isUnique: boolean;
  /** What stands where nothing is to be left: null for NULL, else what the type takes. */
  nothing: string | null;
}

export function columnFacts(schemas: readonly TableSchema[]): ColumnFacts[] {
  const facts = new Map<string, ColumnFacts>();
  for (const { name, columns, primaryKey, required, unique } of schemas) {
    const uniqueNames = new Set([...primaryKey, ...unique].map((column) => column.toLowerCase()));
    const requiredNames = new Set([...primaryKey, ...(required ?? [])].map((column) => column.toLowerCase()));
    for (const column of columns) {
      const table = name.toLowerCase();
      const own = column.name.toLowerCase();
      const key = `${table}\0${own}`;
      const read = factsOf(column.type);
      const before = facts.get(key);
      facts.set(key, {
        table,
        column: own,
        ...read,
        // a table that is stated twice has to take the values both times
        room: Math.min(read.room, before?.room ?? Infinity),
        most: Math.min(read.most, before?.most ?? Infinity),
        nothing:
          requiredNames.has(own) || (before && before.nothing !== null)
            ? nothingOf(read.type, column.type)
            : null,
        isUnique: uniqueNames.has(own) || (before?.isUnique ?? false),
      });
    }
  }
  return [...facts.values()];
}

const bounds: Record<string, number> = {
  tinyint: 127,
  smallint: 32_767,
  int2: 32_767,
  smallserial: 32_767,
  mediumint: 8_388_607,
  int: 2_147_483_647,
  integer: 2_147_483_647,
  int4: 2_147_483_647,
  serial: 2_147_483_647,
};

const types: [pattern: RegExp, type: ColumnType][] = [
  [/^(?:tiny|small|medium|big)?int|^integer|^int[248]|serial$|^year/u, 'integer'],
  [/^(?:decimal|numeric|number|float|double|real|money|smallmoney)/u, 'decimal'],
  [/^(?:date|timestamp|datetime|smalldatetime|time)/u, 'date'],
  [/^jsonb?/u, 'json'],
  [/^(?:enum|set)\b/u, 'enum'],
  [/^(?:bit|(?:var)?binary|(?:tiny|medium|long)?blob|bytea|image|raw)/u, 'bytes'],
];

function factsOf(typeText: string): Pick<ColumnFacts, 'room' | 'type' | 'most'> {
  const text = typeText
    .toLowerCase()
    .replaceAll(/["`[\]]/gu, '')
    .trim();
  const type = types.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
  const word = /^[a-z0-9]+/u.exec(text)?.[0] ?? '';
  const length = /\(\s*(\d+)/u.exec(text)?.[1];
  const most =
    type === 'integer' ? (bounds[word] ?? Infinity) * (text.includes('unsigned') ? 2 : 1) : Infinity;
  return { room: type === 'text' && length !== undefined ? Number(length) : Infinity, type, most };
}

function nothingOf(type: ColumnType, typeText: string): string {
  if (type === 'integer' || type === 'decimal') return '0';
  // the first of its values
  return type === 'enum' ? (/'((?:[^'\\]|'')*)'/u.exec(typeText)?.[1] ?? '') : '';
}
