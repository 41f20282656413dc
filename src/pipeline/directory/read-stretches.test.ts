import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ByteSource } from '../../read/index.ts';
import { fieldEnd, rowEnd, unpackContacts } from '../../store/index.ts';
import { createIdentifierHasher } from '../identifier-hasher.ts';
import { directoryKeys, type DirectoryField, type DirectoryMapping } from './directory-field.ts';
import { copiedTable } from './directory-table.ts';
import { createTokenCollector } from './packed-tokens.ts';
import { openStretches } from './read-stretches.ts';

const fields: DirectoryField[] = [
  'customer',
  'nir',
  'last-name',
  'first-name',
  'birth-date',
  'email',
  'phone',
  'address',
  'city',
  'language',
];

const mapping: DirectoryMapping = {
  columns: fields.map((field, column) => ({ column, name: field, field, how: 'given' })),
  unused: [],
  leakColumn: null,
};

const seed = [11, 12] as const;

function sourceOf(bytes: Buffer): ByteSource {
  return {
    read(offset, target, at, length) {
      const piece = bytes.subarray(offset, offset + length);
      target.set(piece, at);
      return piece.length;
    },
    close() {},
  };
}

function read(text: string | Buffer, stretchBytes: number) {
  const bytes = Buffer.from(text);
  const stretches = openStretches(sourceOf(bytes), {
    table: copiedTable([...fields]),
    mapping,
    seed,
    today: 2026_06_30,
  });
  const collector = createTokenCollector(directoryKeys(mapping));
  const contacts = [];
  let [rows, misfits] = [0, 0];
  for (let from = 0; from < bytes.length;) {
    const stretch = stretches(from, true, from + stretchBytes);
    collector.add(stretch.tokens, stretch.rows);
    for (const piece of stretch.contacts) {
      const contactAt = unpackContacts(piece.bytes);
      for (let i = 0; i < piece.rows; i++) contacts.push(contactAt(i));
    }
    rows += stretch.rows;
    misfits += stretch.misfits;
    if (stretch.to <= from) break;
    from = stretch.to;
  }
  return { rows, misfits, tokens: collector.tokens(), contacts };
}

test('a row gives the hashes under which an examination knows the same values', () => {
  const { tokens } = read(
    'c-1,1 78 02 42 378 715 43,Le Goff,Élodie,22/02/1978,Elodie@Example.org,,1 rue X,Paris,fr\n',
    1e6,
  );
  const hash = createIdentifierHasher(seed);
  const wordsOf = (by: string) => {
    const { low, high } = tokens.keys.find((key) => key.by === by)!;
    return [low[0], high[0]];
  };
  expect(wordsOf('customer')).toEqual(hash('username', 'c-1'));
  expect(wordsOf('number')).toEqual(hash('nir', '178024237871543'));
  expect(wordsOf('email')).toEqual(hash('email', 'elodie@example.org'));
  expect(wordsOf('name')).toEqual(hash('nameAndBirth', 'elodie\tLE GOFF\t1978-02-22'));
});

test('what stands in a contact is what stands in the row, without signs that steer', () => {
  const [contact] = read(
    `7,,Le Goff,Élodie,,elodie@example.org,+33 6 39 98 01 01,"1 rue\u001b[2J des\n""Aulnes""",Paris,French\n`,
    1e6,
  ).contacts;
  expect(contact).toEqual({
    email: 'elodie@example.org',
    phone: '+33 6 39 98 01 01',
    name: 'Élodie Le Goff',
    language: 'fr',
    key: '7',
    lines: ['1 rue [2J des "Aulnes"', 'Paris'],
  });
});

const cell = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '178024237871543',
    'a@example.org',
    '22/02/1978',
    'Dupont, Jean',
    '06 39 98 01 01',
    String.fromCharCode(fieldEnd, rowEnd),
    'a "quoted"\nline; and more',
    'é'.repeat(400),
    'x y '.repeat(300),
  ),
);
const line = fc.array(cell, { minLength: 1, maxLength: fields.length + 2 });

test('where a directory is cut changes neither rows nor contacts, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      fc.integer({ min: 1, max: 600 }),
      (lines, stretchBytes) => {
        const text = lines
          .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const whole = read(text, 1e9);
        expect(whole.contacts).toHaveLength(whole.rows);
        expect(whole.tokens.births).toHaveLength(whole.rows);
        expect(read(text, stretchBytes)).toEqual(whole);
      },
    ),
    { numRuns: 60 },
  );
});

test('bytes that are no table at all are read to their end', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 1, max: 900 }),
      (bytes, stretchBytes) => {
        const { rows, contacts } = read(Buffer.from(bytes), stretchBytes);
        expect(contacts).toHaveLength(rows);
      },
    ),
    { numRuns: 60 },
  );
});

test('a row that is far too long is one misfit, and the rows after it keep their numbers', () => {
  const row = (i: number) => `c-${i},,Martin,Ada,,p${i}@example.org,,,,fr\n`;
  const long = `c-2,,${'x'.repeat(20 << 20)},Ada,,,,,,fr\n`;
  const text = row(1) + long + row(3) + row(4);
  for (const stretchBytes of [1e9, 1 << 20]) {
    const { rows, misfits, tokens, contacts } = read(text, stretchBytes);
    expect({ rows, misfits, contacts: contacts.length }).toEqual({ rows: 4, misfits: 1, contacts: 4 });
    const { low } = tokens.keys.find(({ by }) => by === 'customer')!;
    expect([...low].map((word) => word !== 0)).toEqual([true, false, true, true]);
  }
});
