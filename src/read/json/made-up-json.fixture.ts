// Made-up rows, and the files that programs make of them.

import fc from 'fast-check';

/** Keys that are awkward, and few enough to come again. */
const key = fc.oneof(
  fc.constantFrom(
    'id',
    'email',
    'name',
    'Name',
    'a.b',
    'a b',
    'ключ',
    'q"uote',
    'back\\slash',
    '@at',
    '',
    'key with some length',
  ),
  fc.string({ maxLength: 12 }),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    'jean@example.com',
    '},{"id":1',
    '\n{"id":2}',
    '\\',
    '"',
    'x'.repeat(70),
    '😀',
    '\ud800',
    '[{',
    'null',
  ),
);
const scalar = fc.oneof(
  text,
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
);

type Row = Record<string, unknown>;

export const row: fc.Arbitrary<Row> = fc
  .dictionary(
    key.filter((name) => !name.startsWith('$') && name !== '__proto__' && name !== '_source'),
    fc.oneof(
      { weight: 5, arbitrary: scalar },
      fc.array(scalar, { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('x', 'y', 'z'),
        fc.oneof(scalar, fc.dictionary(fc.constantFrom('p', 'q'), scalar, { maxKeys: 2 })),
        {
          maxKeys: 3,
        },
      ),
      fc.array(fc.dictionary(fc.constantFrom('id', 'k'), scalar, { maxKeys: 2 }), { maxLength: 3 }),
    ),
    { maxKeys: 8 },
  )
  .map((members) => Object.assign({}, members));

export const writers: Record<string, (rows: Row[]) => string> = {
  lines: (rows) => rows.map((each) => `${JSON.stringify(each)}\n`).join(''),
  'lines with CRLF': (rows) => rows.map((each) => `${JSON.stringify(each)}\r\n`).join(''),
  'one array': (rows) => JSON.stringify(rows),
  'a line each in one array': (rows) => `[${rows.map((each) => JSON.stringify(each)).join(',\n')}]\n`,
  'one array, pretty-printed': (rows) => JSON.stringify(rows, null, 2),
  'pretty-printed one after the other': (rows) =>
    rows.map((each) => `${JSON.stringify(each, null, 2)}\n`).join(''),
  'one after the other': (rows) => rows.map((each) => JSON.stringify(each)).join(''),
  'a text sequence': (rows) => rows.map((each) => `\u001e${JSON.stringify(each)}\n`).join(''),
};

/** The columns and values that a row should be read to: null and what is empty are not there. */
export function expectedRow(each: Row): [string, string][] {
  const found: [string, string][] = [];
  const add = (path: string, value: unknown, spaced: (value: unknown) => string) => {
    if (value === null) return;
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) add(`${path}.${name}`, inner, spaced);
    } else if (Array.isArray(value)) {
      if (value.length > 0) found.push([path, spaced(value)]);
    } else
      found.push([path, typeof value === 'string' ? Buffer.from(value).toString() : JSON.stringify(value)]);
  };
  for (const [name, value] of Object.entries(each))
    add(Buffer.from(name).toString(), value, (list) => JSON.stringify(list));
  return found.sort(byName);
}

export function byName([a, x]: readonly [string, string], [b, y]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0;
}
