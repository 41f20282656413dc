/*
 * Small files of tables, in every format that tables come in. All people in them are made up.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formats, type Format } from '../../samples/formats/formats.ts';
import type { MadeTable } from '../../samples/formats/made-table.ts';
import { makeArchive } from '../../src/read/pgdump/archive.fixture.ts';
import { type Seeds, seedsOf } from './seed.ts';

const notes = [
  'plain words',
  '',
  null,
  'it\'s "quoted", and (so) on; `ticks` \\ 50% {x} [y] <b>&amp;</b>',
  'first line\nsecond line\r\nthird\tcell',
  'Zoé Ünwin — 日本 😀',
  'write to other@example.net today',
  '-- no comment /* nor here */ # nor here',
];

const people: MadeTable = {
  name: 'people',
  columns: [
    { name: 'id', type: 'integer', isKey: true },
    { name: 'mail', type: 'text', length: 80 },
    { name: 'full_name', type: 'text', length: 80 },
    { name: 'phone', type: 'text', length: 20 },
    { name: 'born', type: 'date' },
    { name: 'seen', type: 'datetime' },
    { name: 'balance', type: 'decimal' },
    { name: 'note', type: 'text' },
  ],
  rows: () =>
    Array.from({ length: 24 }, (_, i) => [
      i + 1,
      `person${i}@example.org`,
      `Ada Birchmere ${i}`,
      `07700 9001${10 + i}`,
      `19${50 + i}-02-1${i % 10}`,
      `2016-10-1${i % 10} 03:12:4${i % 10}`,
      i / 8 - 1,
      notes[i % notes.length]!,
    ]),
};

const orders: MadeTable = {
  name: 'orders',
  columns: [
    { name: 'id', type: 'integer', isKey: true },
    { name: 'person', type: 'integer', pointsTo: { table: 'people', column: 'id' } },
    { name: 'mail', type: 'text', length: 80 },
  ],
  rows: () => Array.from({ length: 9 }, (_, i) => [i + 1, 1 + (i % 5), `buyer${i}@example.com`]),
};

/** Notes without line ends, for formats that cannot hold them. */
const plainPeople: MadeTable = {
  ...people,
  rows: () =>
    [...people.rows()].map((row) =>
      row.map((value) => (typeof value === 'string' ? value.replaceAll(/\s+/g, ' ') : value)),
    ),
};

export async function tableSeeds(): Promise<Seeds> {
  const made: Seeds = {};
  for (const [name, format] of Object.entries<Format>(formats)) {
    made[name] = seedsOf(await contentOf(format, name === 'delimited' ? plainPeople : people));
  }
  const csv = Buffer.from(made['csv']![0]!.bytes);
  const sql = Buffer.from(made['mysql']![0]!.bytes);
  made['csv']!.push(
    ...seedsOf(
      csv.toString('latin1').replaceAll(',', ';').replaceAll('\r\n', '\n'),
      Buffer.from(csv.toString().normalize('NFD'), 'latin1'),
      combos(40),
      combos(40).replaceAll(':', ' | '),
      combos(40).replaceAll('\n', ';example\r'),
      // long enough not to be taken for a document
      `id,mail\n${Array.from({ length: 12_000 }, (_, i) => `${i},p${i}@example.org`).join('\n')}\n`,
    ),
  );
  made['fixed-width']!.push(
    ...seedsOf(
      fixedWidth(),
      fixedWidth().replaceAll(/ +\n/gu, '\n'),
      Buffer.from(gluedRecords(60), 'latin1'),
      // long enough not to be taken for a document
      gluedRecords(6_000).replaceAll('\n', '\r\n'),
    ),
  );
  made['utf-16'] = seedsOf(
    Buffer.from(`\ufeff${csv.toString()}`, 'utf16le'),
    Buffer.from(`\ufeff${sql.toString()}`, 'utf16le').swap16(),
  );
  made['json']!.push(
    ...seedsOf(
      '{"a":{"people":[{"mail":"x@example.org","tags":["a",{"b":null}]},{"mail":"y@example.org"}]}}',
    ),
  );
  made['json']!.push(
    ...seedsOf(
      JSON.stringify([['id', 'mail'], ...Array.from({ length: 20 }, (_, i) => [i, `q${i}@example.org`])]),
    ),
  );
  made['pg_dump archive'] = seedsOf(
    makeArchive(),
    makeArchive({ version: 16, packing: 'zstd' }),
    makeArchive({ version: 15, packing: 'none', offsets: false, offSize: 4 }),
  );
  made['ldif'] = seedsOf(ldif);
  made['vcard'] = seedsOf(vcard);
  return made;
}

async function contentOf(format: Format, table: MadeTable): Promise<Buffer> {
  if (format.of === 'file') return fileOf(format.write);
  const pieces: Uint8Array[] = [];
  const given = format.of === 'database' ? format.pieces([table, orders], 'shop') : format.pieces(table);
  for await (const piece of given) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces);
}

async function fileOf(write: (path: string, tables: readonly MadeTable[]) => Promise<void>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-seed-'));
  try {
    const path = join(folder, 'seed');
    await write(path, [people, orders]);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function combos(count: number): string {
  return Array.from({ length: count }, (_, i) => `person${i}@example.org:pass:word${i}\n`).join('');
}

function fixedWidth(): string {
  const rows = Array.from({ length: 30 }, (_, i) =>
    fixedLine(String(i), `Zoé Elm ${i}`, `elm${i}@example.org`),
  );
  return fixedLine('ID', 'NAME', 'MAIL') + rows.join('');
}

function fixedLine(id: string, name: string, mail: string): string {
  return `${id.padEnd(6)}${name.padEnd(24)}${mail.padEnd(30)}\n`;
}

/** As a mainframe writes them: number, name, day of birth, address and a code, without a sign between them. */
function gluedRecords(count: number): string {
  const names = ['ZOÉ ELM', 'ADA BIRCHMERE', 'IDA', 'JEAN-NOËL DE LA TOUR'];
  return Array.from({ length: count }, (_, i) => {
    const day = `${1950 + (i % 50)}${String(1 + (i % 12)).padStart(2, '0')}${10 + (i % 18)}`;
    return `${String(i).padStart(7, '0')}${names[i % 4]!.padEnd(24)}${day}${`elm${i}@example.org`.padEnd(28)}${'MF'[i % 2]}\n`;
  }).join('');
}

const ldif = `# extended LDIF
version: 1

dn: cn=Ida Exemple,ou=people,dc=example,dc=com
objectClass: person
cn: Ida Exemple
sn:: ${Buffer.from('Éxemple').toString('base64')}
mail: ida@example.com
mail: i.exemple@exam
 ple.org
jpegPhoto:< file:///nowhere

dn:: ${Buffer.from('cn=Zoé,dc=example,dc=com').toString('base64')}
changetype: modify
replace: mail
mail: zoe@example.com
-
add: telephoneNumber
telephoneNumber: +33 6 39 98 00 11
`;

const vcard = `BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ex=C3=A9mple;Zo=C3=\r
=A9;;Dr\r
TEL;CELL;VOICE:06 39 98 00 11\r
EMAIL;INTERNET;PREF:zoe@example.com\r
ADR;HOME:;;1 rue de l=Exemple;Ville;;75000;France\r
PHOTO;JPEG;ENCODING=BASE64:\r
 /////////////////////////////////w==\r
\r
END:VCARD\r
BEGIN:VCARD
VERSION:4.0
FN:Ida "The\\, Comma" Doe
item1.EMAIL;TYPE="work,x:y":ida@exam
 ple.com
BDAY:1980-02-29
NOTE:first line\\nsecond a@example.org
END:VCARD
`;
