import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Unpacked, unpackStream } from '../markup/collect-unpacked.fixture.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { openXml } from './open-xml.ts';

const tablesOf = ({ tables }: Unpacked): object => Object.fromEntries(tables);
const read = async (xml: string | Uint8Array, size?: number): Promise<Unpacked> =>
  unpackStream(openXml, xml, size);

const users =
  '<?xml version="1.0"?>\n<users>\n  <user id="1"><mail>a@example.org</mail><name>A &amp; B</name></user>\n  <!-- was: old@example.org -->\n  <user id="2"><mail>b@example.org</mail><home><city>Lyon</city></home><phone>1</phone><phone>2</phone></user>\n</users>';

test('elements that repeat are records: attributes, children and what is deeper, with dots', async () => {
  const found = await read(users);
  expect(tablesOf(found)).toEqual({
    user: {
      columns: ['id', 'mail', 'name', 'home.city', 'phone'],
      rows: [
        ['1', 'a@example.org', 'A & B', null, null],
        ['2', 'b@example.org', null, 'Lyon', '1; 2'],
      ],
    },
  });
  expect(found.text).toContain('old@example.org');
});

test('phpMyAdmin names tables and columns in attributes', async () => {
  const found = await read(
    '<pma_xml_export version="1.0"><database name="d"><!-- t --><table name="users"><column name="id">1</column><column name="mail">a@example.org</column></table><table name="users"><column name="id">2</column><column name="mail">NULL</column></table><table name="orders"><column name="no">9</column></table></database></pma_xml_export>',
  );
  expect(tablesOf(found)).toEqual({
    users: {
      columns: ['id', 'mail'],
      rows: [
        ['1', 'a@example.org'],
        ['2', 'NULL'],
      ],
    },
    orders: { columns: ['no'], rows: [['9']] },
  });
});

test('mysqldump --xml has tables of rows of fields, and nil is null', async () => {
  const found = await read(
    '<mysqldump xmlns:xsi="x"><database name="d"><table_structure name="users"><field Field="id" Type="int"/><field Field="mail" Type="text"/></table_structure><table_data name="users"><row><field name="id">1</field><field name="mail" xsi:nil="true" /></row><row><field name="id">2</field><field name="mail">b@example.org</field></row></table_data><table_data name="one"><row><field name="id">1</field></row></table_data></database></mysqldump>',
  );
  expect(tablesOf(found)).toEqual({
    users: {
      columns: ['id', 'mail'],
      rows: [
        ['1', null],
        ['2', 'b@example.org'],
      ],
    },
    one: { columns: ['id'], rows: [['1']] },
  });
});

test('rows of attributes need no element around them', async () => {
  const found = await read(
    '<row Id="1" Mail="a@example.org"/><row Id="2" Mail="b@example.org" City="Lyon"/>',
  );
  expect(tablesOf(found)).toEqual({
    row: {
      columns: ['Id', 'Mail', 'City'],
      rows: [
        ['1', 'a@example.org', null],
        ['2', 'b@example.org', 'Lyon'],
      ],
    },
  });
});

test('a name in an attribute is a value where it names no table', async () => {
  const found = await read('<l><user name="Ada"/><user name="Bo"/></l>');
  expect(tablesOf(found)).toEqual({ user: { columns: ['name'], rows: [['Ada'], ['Bo']] } });
});

test('sheets of Excel 2003 are tables with the headings of their first row', async () => {
  const cell = (text: string): string => `<Cell><Data ss:Type="String">${text}</Data></Cell>`;
  const found = await read(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns:ss="s"><Worksheet ss:Name="Clients"><Table ss:ExpandedColumnCount="2"><Row>${cell('Name')}${cell('Mail')}</Row><Row><Cell ss:Index="2"><Data ss:Type="String">a@example.org</Data></Cell></Row><Row>${cell('Bo')}${cell('b@example.org')}</Row></Table></Worksheet></Workbook>`,
  );
  expect(tablesOf(found)).toEqual({
    Clients: {
      columns: ['Name', 'Mail'],
      rows: [
        [null, 'a@example.org'],
        ['Bo', 'b@example.org'],
      ],
    },
  });
});

test('records inside records are a table of their own, with the key of the one around', async () => {
  const found = await read(
    '<c><customer id="7"><name>A</name><orders><order><sum>1</sum></order><order><sum>2</sum></order></orders></customer><customer id="8"><name>B</name></customer></c>',
  );
  expect(tablesOf(found)).toEqual({
    customer: {
      columns: ['id', 'name'],
      rows: [
        ['7', 'A'],
        ['8', 'B'],
      ],
    },
    'customer.orders.order': {
      columns: ['sum', 'customer.id'],
      rows: [
        ['1', '7'],
        ['2', '7'],
      ],
    },
  });
});

test('a document without rows is text, in reading order', async () => {
  const found = await read('<letter><p>Dear <b>Ms</b> Test</p><p>bye</p></letter>');
  expect(found.tables.size).toBe(0);
  expect(found.text).toBe('Dear Ms Test\np: bye\n');
});

test('no entity of the file is expanded and nothing outside it is read', async () => {
  const lol = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const found = await read(
    `<!DOCTYPE r [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/hostname">]><r><u><a>&l20;</a><b>&x;</b></u><u><a>&#233;&#xe9;</a><b>&#0;&lt;</b></u></r>`,
  );
  expect(found.tables.get('u')?.rows).toEqual([
    ['&l20;', '&x;'],
    ['éé', '&#0;<'],
  ]);
});

test('text is read in the encoding that mark, declaration or the bytes themselves state', async () => {
  const xml = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><l><u><n>Zoé</n><c>x</c></u><u><n>€</n><c>y</c></u></l>`;
  const names = async (bytes: Uint8Array): Promise<unknown[]> =>
    (await read(bytes)).tables.get('u')!.rows.map(([name]) => name);
  const utf16 = Buffer.from(`\uFEFF${xml('UTF-16')}`, 'utf16le');
  expect(await names(utf16)).toEqual(['Zoé', '€']);
  expect(await names(utf16.swap16())).toEqual(['Zoé', '€']);
  expect(await names(Buffer.from(`\uFEFF${xml('UTF-8')}`))).toEqual(['Zoé', '€']);
  expect(await names(Buffer.from(xml('windows-1252').replace('€', '\u0080'), 'latin1'))).toEqual([
    'Zoé',
    '€',
  ]);
  expect(await names(Buffer.from(xml('ISO-8859-1')))).toEqual(['Zoé', '€']);
  expect(
    await names(Buffer.from(xml('iso-8859-2').replace('é', '\u00b9').replace('€', 'x'), 'latin1')),
  ).toEqual(['Zoš', 'x']);
});

const manyRows = (count: number): string =>
  Array.from({ length: count }, (_, i) => `<user><id>${i}</id><mail>u${i}@example.org</mail></user>`).join(
    '\n',
  );

test('a long file is read row by row, and several sorts of rows are several tables', async () => {
  const found = await read(
    `<d><users count="9000">${manyRows(9000)}</users><orders><order no="1" sum="2"/><order no="2" sum="3"/></orders></d>`,
  );
  expect(found.tables.get('user')?.rows).toHaveLength(9000);
  expect(found.tables.get('user')?.rows.at(-1)).toEqual(['8999', 'u8999@example.org']);
  expect(found.tables.get('order')?.rows).toEqual([
    ['1', '2'],
    ['2', '3'],
  ]);
  expect(found.isAscending).toBe(true);
});

test('where the file ends too early, all that was whole is there', async () => {
  const whole = `<users>${manyRows(9000)}`;
  const found = await read(whole.slice(0, -40));
  expect(found.tables.get('user')?.rows.slice(0, 8999)).toHaveLength(8999);
});

test('a fault of the stream comes after what came before it', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(users);
    throw new UnreadableError('is damaged');
  }
  const { createCollector, unpackOptions } = await import('../markup/collect-unpacked.fixture.ts');
  const { sink, found } = createCollector();
  await expect(openXml(broken(), sink, unpackOptions)).rejects.toThrow('is damaged');
  expect(found.tables.get('user')?.rows).toHaveLength(2);
});

test('one record longer than is held, and nesting without end, are still read', async () => {
  const long = await read(
    `<l><u><a>1</a><b>${'x '.repeat(300_000)} end@example.org</b></u><u><a>2</a><b>y</b></u></l>`,
  );
  expect(JSON.stringify([...long.tables]) + long.text).toContain('end@example.org');
  const deep = await read(`${'<a>'.repeat(100_000)}deep@example.org${'</a>'.repeat(100_000)}`);
  expect(JSON.stringify([...deep.tables]) + deep.text).toContain('deep@example.org');
});

test('cutting into pieces never changes what is read', async () => {
  const mixed = `${users.replace('</users>', '')}${manyRows(40)}<user><![CDATA[ <é> ]]><note>a < b</note></user></users>`;
  const whole = await read(mixed);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (size) => {
      expect(await read(mixed, size)).toEqual({ ...whole });
    }),
    { numRuns: 40 },
  );
});

test('random damage never fails', async () => {
  const edits = fc.array(fc.record({ at: fc.nat(), to: fc.constantFrom(...'<>/"\'&;![]-?= a\0') }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(edits, fc.nat(), async (changes, end) => {
      const copy = [...users];
      for (const { at, to } of changes) copy[at % copy.length] = to;
      const xml = copy.join('').slice(0, end % 2 === 0 ? end % users.length : undefined);
      expect((await read(xml)).isAscending).toBe(true);
    }),
    { numRuns: 500, seed: 3 },
  );
});
