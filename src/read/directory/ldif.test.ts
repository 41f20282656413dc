import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLdif } from './is-ldif.ts';
import { openLdif } from './ldif.ts';
import { readStream } from './told-records.fixture.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

const directory = [
  '# extended LDIF, asked by admin@example.com',
  '#',
  'version: 1',
  '',
  'dn: cn=Ida Exemple,ou=people,dc=example,dc=com',
  'objectClass: person',
  'objectClass: inetOrgPerson',
  'cn: Ida Exemple',
  `sn:: ${base64('Éxemple')}`,
  'mail: ida@example.com',
  'mail: i.exemple@exam',
  ' ple.org',
  'telephoneNumber: +33 6 39 98 00 11',
  `userPassword:: ${base64('{SSHA}abcdefgh')}`,
  'jpegPhoto:< file:///etc/passwd',
  `objectSid:: ${Buffer.from([1, 0, 255]).toString('base64')}`,
  '',
  '',
  `dn:: ${base64('cn=Zoé,dc=example,dc=com')}`,
  'MAIL: z1@example.com',
  'mail: z2@example.com',
  'mail: z3@example.com',
  'mail: z4@example.com',
  'mail: z5@example.com',
  'cn;lang-fr: Zoé',
  `jpegPhoto:: ${Buffer.alloc(3000, 0xff).toString('base64')}`,
  '',
  'search: 2',
  'result: 0 Success',
].join('\r\n');

test('an entry is a record, an attribute a column under its own name, a second value another column', async () => {
  const { records, columns, texts, skipped } = await readStream(openLdif, directory);
  expect(records).toEqual([
    {
      dn: 'cn=Ida Exemple,ou=people,dc=example,dc=com',
      objectClass: 'person; inetOrgPerson',
      cn: 'Ida Exemple',
      sn: 'Éxemple',
      mail: 'ida@example.com',
      'mail 2': 'i.exemple@example.org',
      telephoneNumber: '+33 6 39 98 00 11',
      userPassword: '{SSHA}abcdefgh',
      jpegPhoto: 'file:///etc/passwd',
      objectSid: Uint8Array.of(1, 0, 255),
    },
    {
      dn: 'cn=Zoé,dc=example,dc=com',
      mail: 'z1@example.com',
      'mail 2': 'z2@example.com',
      'mail 3': 'z3@example.com',
      'mail 4': 'z4@example.com; z5@example.com',
      cn: 'Zoé',
      jpegPhoto: '3000 bytes that are no text',
    },
  ]);
  expect(columns.slice(0, 3)).toEqual(['dn', 'objectClass', 'cn']);
  expect(texts).toEqual(['# extended LDIF, asked by admin@example.com']);
  expect(skipped).toEqual([]);
});

test('offsets are those of the entries', async () => {
  const { offsets } = await readStream(openLdif, directory);
  expect(offsets).toEqual([directory.indexOf('dn: '), directory.indexOf('dn:: ')]);
});

test('changes are records of what is changed', async () => {
  const text = [
    'dn: cn=a,dc=example',
    'changetype: modify',
    'replace: mail',
    'mail: new@example.com',
    '-',
    'add: telephoneNumber',
    'telephoneNumber: 01 99 00 12 34',
    '-',
    '',
    'dn: cn=b,dc=example',
    'changetype: add',
    'add: a real attribute',
    'mail: b@example.com',
  ].join('\n');
  const { records } = await readStream(openLdif, text);
  expect(records).toEqual([
    {
      dn: 'cn=a,dc=example',
      changetype: 'modify',
      mail: 'new@example.com',
      telephoneNumber: '01 99 00 12 34',
    },
    { dn: 'cn=b,dc=example', changetype: 'add', add: 'a real attribute', mail: 'b@example.com' },
  ]);
});

test('chunking never changes the records', async () => {
  const whole = await readStream(openLdif, directory);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (chunkBytes) => {
      expect({ ...(await readStream(openLdif, directory, chunkBytes)), mostAtOnce: 0 }).toEqual({
        ...whole,
        mostAtOnce: 0,
      });
    }),
    { numRuns: 25, seed: 3 },
  );
});

test('UTF-16 and Windows-1252 are read', async () => {
  const text = 'dn: cn=Zoé,dc=example\nsn: Zoé\n';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  for (const bytes of [utf16, Buffer.from(text, 'latin1'), Buffer.from(`\uFEFF${text}`)])
    for (const chunkBytes of [1, 7, 1000]) {
      const { records } = await readStream(openLdif, bytes, chunkBytes);
      expect(records).toEqual([{ dn: 'cn=Zoé,dc=example', sn: 'Zoé' }]);
    }
});

test('lines that are no attributes are told with their place, and searched', async () => {
  const text = 'dn: cn=a,dc=example\nno colon here, a@example.com\nmail: b@example.com\n';
  const { records, skipped } = await readStream(openLdif, text);
  expect(records).toEqual([{ dn: 'cn=a,dc=example', mail: 'b@example.com' }]);
  expect(skipped).toEqual([
    { offset: 20, bytes: 28, reason: 'a line that is no attribute', text: 'no colon here, a@example.com' },
  ]);
});

test('a line of many megabytes is cut and told', async () => {
  const text = `dn: cn=a,dc=example\ndescription: ${'x'.repeat(9 << 20)}\nmail: a@example.com\n`;
  const { records, skipped } = await readStream(openLdif, text);
  expect(records[0]!['mail']).toBe('a@example.com');
  expect(skipped.map((part) => part.reason)).toEqual(['the end of a value longer than is kept']);
});

test('an entry without end is handed over in parts of the same name', async () => {
  const text = `dn: cn=a,dc=example\n${`description: ${'x'.repeat(1 << 20)}\n`.repeat(20)}mail: a@example.com`;
  const { records } = await readStream(openLdif, text);
  expect(records).toHaveLength(2);
  expect(records[1]).toMatchObject({ dn: 'cn=a,dc=example', mail: 'a@example.com' });
});

test('names without number share a column in the end', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `made-up-${i}: m${i}@example.com`);
  const { records, columns } = await readStream(openLdif, ['dn: cn=a,dc=example', ...lines].join('\n'));
  expect(columns.length).toBeLessThanOrEqual(501);
  expect(JSON.stringify(records)).toContain('made-up-2999: m2999@example.com');
});

test('records come a few at a time', async () => {
  const entries = Array.from({ length: 2000 }, (_, i) => `dn: cn=${i},dc=example\nmail: m${i}@example.com\n`);
  const { records, mostAtOnce } = await readStream(openLdif, entries.join('\n'));
  expect(records).toHaveLength(2000);
  expect(mostAtOnce).toBeLessThanOrEqual(256);
});

test('damage of any kind neither crashes nor hangs the reader', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.nat(directory.length - 1), value: fc.nat(255) }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 500 }),
      async (changes, chunkBytes) => {
        const bytes = Buffer.from(directory);
        for (const { at, value } of changes) bytes[at] = value;
        const { offsets } = await readStream(openLdif, bytes, chunkBytes);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 100, seed: 3 },
  );
});

test.each([
  [directory, true],
  ['dn: cn=a,dc=example\ncn: a', true],
  ['version: 1\n\ndn:: Y249YQ==', true],
  ['\uFEFF# comment\n folded\ndn: uid=a,o=b', true],
  ['version: 1\nname: a yaml file', false],
  ['dn: a name but no pair', false],
  ['name: x\ndn: cn=a', false],
  ['', false],
])('sniffing %#', (head, expected) => {
  expect(isLdif(head)).toBe(expected);
});
