import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVcard } from './is-vcard.ts';
import { readStream } from './told-records.fixture.ts';
import { openVcard } from './vcard.ts';

const contacts = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ex=C3=A9mple;Zo=C3=',
  '=A9;;Dr',
  'FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Zo=E9 Exemple',
  'TEL;CELL;VOICE:06 39 98 00 11',
  'TEL;HOME:01 99 00 12 34',
  'EMAIL;INTERNET;PREF:zoe@example.com',
  'ADR;HOME:;;1 rue de l=Exemple;Ville;;75000;France',
  'PHOTO;JPEG;ENCODING=BASE64:',
  ` ${Buffer.alloc(90, 0xff).toString('base64').slice(0, 60)}`,
  ` ${Buffer.alloc(90, 0xff).toString('base64').slice(60)}`,
  '',
  'END:VCARD',
  'begin:vcard',
  'version:3.0',
  'n:Doe;Ida;Middle;;Jr.',
  'fn:Ida "The\\, Comma" Doe',
  'item1.email;type=INTERNET:ida@exam',
  ' ple.com',
  'email:i2@example.com',
  'org:Example Ltd;Sales',
  'title:Boss\\; of all',
  'bday:1980-02-29',
  'note:first line\\nsecond a@example.org',
  'url:https://example.com/ida',
  'x-skype:ida.example',
  'end:vcard',
  '',
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:Max',
  'TEL;TYPE="voice,cell:x";VALUE=uri:tel:+1-202-555-0123',
  'EMAIL:mailto:max@example.com',
  'PHOTO:data:image/png;base64,iVBORw0KGgo=',
  'END:VCARD',
].join('\r\n');

test('cards of all versions become records in columns that people would name so', async () => {
  const { records, skipped } = await readStream(openVcard, contacts);
  expect(records).toEqual([
    {
      'last name': 'Exémple',
      'first name': 'Zoé',
      'name prefix': 'Dr',
      'full name': 'Zoé Exemple',
      phone: '06 39 98 00 11',
      'phone 2': '01 99 00 12 34',
      email: 'zoe@example.com',
      street: '1 rue de l=Exemple',
      city: 'Ville',
      'postal code': '75000',
      country: 'France',
      photo: '90 bytes that are no text',
    },
    {
      'last name': 'Doe',
      'first name': 'Ida',
      'middle name': 'Middle',
      'name suffix': 'Jr.',
      'full name': 'Ida "The, Comma" Doe',
      email: 'ida@example.com',
      'email 2': 'i2@example.com',
      organisation: 'Example Ltd, Sales',
      'job title': 'Boss; of all',
      'birth date': '1980-02-29',
      note: 'first line\nsecond a@example.org',
      url: 'https://example.com/ida',
      'x-skype': 'ida.example',
    },
    {
      'full name': 'Max',
      phone: '+1-202-555-0123',
      email: 'max@example.com',
      photo: '8 bytes that are no text',
    },
  ]);
  expect(skipped).toEqual([]);
});

test('chunking never changes the records', async () => {
  const whole = await readStream(openVcard, contacts);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (chunkBytes) => {
      expect({ ...(await readStream(openVcard, contacts, chunkBytes)), mostAtOnce: 0 }).toEqual({
        ...whole,
        mostAtOnce: 0,
      });
    }),
    { numRuns: 25, seed: 3 },
  );
});

test('a card inside a card is a record of its own', async () => {
  const text =
    'BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Help\nEND:VCARD\nEMAIL:boss@example.com\nEND:VCARD\n';
  const { records, offsets } = await readStream(openVcard, text);
  expect(records).toEqual([{ 'full name': 'Boss' }, { 'full name': 'Help' }, { email: 'boss@example.com' }]);
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
});

test('a card cut short is kept, and told', async () => {
  const { records, skipped } = await readStream(openVcard, 'BEGIN:VCARD\nFN:Ida\nEMAIL:ida@example.com');
  expect(records).toEqual([{ 'full name': 'Ida', email: 'ida@example.com' }]);
  expect(skipped.map((part) => part.reason)).toEqual(['the last card has no end']);
});

test('quoted-printable at the very end is kept', async () => {
  const { records } = await readStream(
    openVcard,
    'BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:a@example.com=',
  );
  expect(records).toEqual([{ note: 'a@example.com' }]);
});

test('lines outside cards and lines that are none are searched', async () => {
  const { skipped, records } = await readStream(
    openVcard,
    'BEGIN:VCARD\nFN:A\nwhat a@example.com\nEND:VCARD\nand b@example.com:\n',
  );
  expect(records).toEqual([{ 'full name': 'A' }]);
  expect(skipped).toEqual([
    { offset: 17, bytes: 18, reason: 'a line that is no property', text: 'what a@example.com' },
    { offset: 46, bytes: 18, reason: 'a line outside any card', text: 'and b@example.com:' },
  ]);
});

test.each([`${'=41'.repeat(1 << 16)}=\n`.repeat(60), 'A=\n'.repeat(100_000)])(
  'soft line breaks without end are bounded',
  async (lines) => {
    const text = `BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:${lines}\nEND:VCARD\n`;
    const { records } = await readStream(openVcard, text);
    expect(String(records[0]!['note']).length).toBeLessThanOrEqual(8 << 20);
  },
);

test('damage of any kind neither crashes nor hangs the reader', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.nat(contacts.length - 1), value: fc.nat(255) }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 500 }),
      async (changes, chunkBytes) => {
        const bytes = Buffer.from(contacts);
        for (const { at, value } of changes) bytes[at] = value;
        const { offsets } = await readStream(openVcard, bytes, chunkBytes);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});

test.each([
  [contacts, true],
  ['\uFEFF\r\nbegin:vcard\r\n', true],
  ['BEGIN:VCARDS\n', false],
  ['BEGIN:VCALENDAR\n', false],
  ['x BEGIN:VCARD\n', false],
])('sniffing %#', (head, expected) => {
  expect(isVcard(head)).toBe(expected);
});
