import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffCsv } from './sniff-csv.ts';

const sniffed = (text: string | Buffer) => sniffCsv(Buffer.from(text as string));
/** Delimiter, columns, name: what most tests are about. */
const gist = (text: string | Buffer) => {
  const dialect = sniffed(text);
  return dialect && [Buffer.from(dialect.delimiter).toString('latin1'), dialect.width, dialect.columns];
};

const people = Array.from({ length: 30 }, (_, i) => ({
  id: i + 1,
  name: ['Anne Durand', 'Karl Meier', 'Mary Smith', 'Zoé Blanc'][i % 4]!,
  email: `person${i}@example.com`,
  city: ['Lyon', 'Köln', 'Leeds'][i % 3]!,
}));
const written = (delimiter: string, rowEnd = '\n', header = ['id', 'name', 'email', 'city']) =>
  [header, ...people.map(({ id, name, email, city }) => [id, name, email, city])]
    .map((row) => row.join(delimiter) + rowEnd)
    .join('');

describe('a table', () => {
  it.each([',', ';', '\t', '|', '^', '~', '\x01', '||', ';;', '+|', '|~|', '::'])(
    'is recognised by its delimiter %j, and its columns by their header',
    (delimiter) => {
      expect(gist(written(delimiter))).toEqual([delimiter, 4, ['id', 'name', 'email', 'city']]);
    },
  );

  it('ends its rows with a marker of its own', () => {
    const dialect = sniffed(written('+|', '&|\r\n'));
    expect(dialect).toMatchObject({ delimiter: [0x2b, 0x7c], rowEnd: [0x26, 0x7c], width: 4, quote: null });
  });

  it.each(['\r\n', '\r'])('may end its lines with %j', (lineEnd) => {
    expect(gist(written(',', lineEnd))).toEqual([',', 4, ['id', 'name', 'email', 'city']]);
  });

  it('tells its delimiter in a first line for Excel', () => {
    const dialect = sniffed('sep=;\r\nname;mail\r\nAnne;anne@example.com\r\n');
    expect(dialect).toMatchObject({
      delimiter: [0x3b],
      columns: ['name', 'mail'],
      tableOffset: 0,
      dataOffset: 18,
    });
  });

  it('may be written with a byte order mark', () => {
    const dialect = sniffed(`\ufeff${written(',')}`);
    expect(dialect).toMatchObject({
      columns: ['id', 'name', 'email', 'city'],
      tableOffset: 0,
      dataOffset: 22,
    });
  });

  it('has all values quoted, delimiters and line ends in them', () => {
    const text = people.map(({ id, name }) => `"${id}","${name}, ""x""","two\nlines; and"`).join('\n');
    expect(sniffed(text)).toMatchObject({
      delimiter: [0x2c],
      width: 3,
      quote: 0x22,
      escape: null,
      columns: null,
    });
  });

  it('escapes quotes with backslashes where it shows that', () => {
    const text = people.map(({ id, name }) => `"${id}","${name} \\"x\\" y","a@example.com"`).join('\n');
    expect(sniffed(text)).toMatchObject({ escape: 0x5c, width: 3 });
  });

  it('has no header when in doubt', () => {
    expect(sniffed(written(',').replace(/^[^\n]*\n/u, ''))?.columns).toBeNull();
    expect(sniffed('Anne,Durand,Lyon,1\nKarl,Meier,Bonn,2\nMary,Smith,Leeds,3\n')?.columns).toBeNull();
  });

  it('names its columns in any language, quoted or not', () => {
    const header = ['"Identifiant"', '"Nom"', '"Adresse électronique"', '"Ville"'];
    expect(sniffed(written(';', '\n', header))?.columns).toEqual([
      'Identifiant',
      'Nom',
      'Adresse électronique',
      'Ville',
    ]);
    const latin = Buffer.from(written(';', '\n', ['Numéro', 'Prénom', 'Courriel', 'Ville']), 'latin1');
    expect(sniffed(latin)?.columns).toEqual(['Numéro', 'Prénom', 'Courriel', 'Ville']);
  });

  it('makes names distinct that are empty or the same', () => {
    expect(sniffed(written(',', '\n', ['id', 'name', 'name', '']))?.columns).toEqual([
      'id',
      'name',
      'name 2',
      'column 4',
    ]);
  });

  it('begins after titles and comments', () => {
    const text = `Export of customers\nmade by admin@example.com\n\n${written(',')}`;
    expect(sniffed(text)).toMatchObject({
      tableOffset: text.indexOf('id,name'),
      columns: ['id', 'name', 'email', 'city'],
    });
    const commented = written(',').replace('\n7,', '\n# a note\n7,');
    expect(sniffed(commented)).toMatchObject({ comment: 0x23, width: 4 });
  });

  it('has delimiters at the end of its rows, or row names, that the header knows nothing of', () => {
    const rows = people.map(({ id, email }) => `${id},${email},1,\n`).join('');
    expect(sniffed(`id,email,status\n${rows}`)).toMatchObject({
      width: 3,
      columns: ['id', 'email', 'status'],
    });
    const named = people.map(({ id, email, city }) => `"${id}",${id},${email},${city}\n`).join('');
    expect(sniffed(`"id","email","city"\n${named}`)).toMatchObject({
      width: 4,
      columns: ['column 1', 'id', 'email', 'city'],
    });
  });
});

describe('a table of two columns that are words', () => {
  const firsts = 'nora karine pierre louis marie jeanne paul luc'.split(' ');
  const rowsOf = (delimiter: string, end: (i: number) => string, count = 400) =>
    Array.from({ length: count }, (_, i) => `${firsts[i % 8]}.${i}${delimiter}${end(i)}\n`).join('');

  it.each([';', ',', '\t'])('is one by its header, with %j between them', (delimiter) => {
    const text = `login${delimiter}password\n${rowsOf(delimiter, (i) => (i === 7 ? 'password' : 'soleil'))}`;
    expect(sniffed(text)).toMatchObject({ columns: ['login', 'password'], width: 2 });
    const named = `nom${delimiter}pr\u00e9nom\n${rowsOf(delimiter, (i) => firsts[(i * 3) % 8]!, 6)}`;
    expect(sniffed(named)).toMatchObject({ columns: ['nom', 'pr\u00e9nom'] });
  });

  it.each([
    ['prose', `Name, address\n${rowsOf(', ', () => 'whose house is by the sea.')}`],
    ['sentences', `name;note\n${rowsOf(';', () => 'he went out again in the rain')}`],
    ['without such a header', rowsOf(';', (i) => firsts[i % 8]!)],
    ['properties', `user.name=password\n${rowsOf('=', () => 'a,b')}`],
    ['a log', `name: user\n${rowsOf(': ', () => 'went in, went out')}`],
  ])('is none: %s', (_name, text) => {
    expect(sniffed(text)).toBeNull();
  });
});

describe('a list', () => {
  const lines = (write: (i: number) => string, count = 40) =>
    Array.from({ length: count }, (_, i) => write(i)).join('\n');
  const hash = (i: number) =>
    (0x9e3779b185ebca87n * BigInt(i + 1)).toString(16).padStart(16, '0').slice(-16).repeat(2);

  it('of addresses or of hashes is a table of one column', () => {
    expect(sniffed(lines((i) => `p${i}@example.com`))).toMatchObject({
      name: 'list',
      width: 1,
      columns: null,
    });
    expect(sniffed(lines(hash))).toMatchObject({ name: 'list', width: 1 });
    expect(sniffed(`email\n${lines((i) => `p${i}@example.com`)}`)).toMatchObject({
      columns: ['email'],
      dataOffset: 6,
    });
  });

  it('of addresses with passwords or hashes is a combo list, whose last value takes the rest', () => {
    const combo = { name: 'combo list', restInLast: true, quote: null };
    expect(sniffed(lines((i) => `p${i}@example.com:pa${i % 5 ? '' : ':'}ss${i}`))).toMatchObject({
      ...combo,
      columns: ['email', 'password'],
      width: 2,
    });
    expect(sniffed(lines((i) => `p${i}@example.com;Secret${i}!`))).toMatchObject({
      ...combo,
      columns: ['email', 'password'],
    });
    expect(sniffed(lines((i) => `anne${i};${hash(i)}`))).toMatchObject({
      ...combo,
      columns: ['username', 'password'],
    });
    expect(sniffed(lines((i) => `p${i}@example.com:${hash(i)}:x${i}`))).toMatchObject({
      ...combo,
      columns: ['email', 'password', 'salt'],
      width: 3,
    });
    expect(sniffed(lines((i) => `anne.${i}:hunter${i * 7919}`, 80))).toMatchObject({
      ...combo,
      columns: ['username', 'password'],
    });
  });

  it('with more columns is a table like any other', () => {
    expect(sniffed(lines((i) => `p${i}@example.com:pass${i}:10.0.0.${i}:Anne`))).toMatchObject({
      name: 'delimited text',
      width: 4,
    });
    expect(sniffed(lines((i) => `p${i}@example.com;2016-01-0${(i % 9) + 1}`))).toMatchObject({
      name: 'CSV',
      width: 2,
    });
  });
});

describe('what is no table', () => {
  const lines = (write: (i: number) => string) => Array.from({ length: 60 }, (_, i) => write(i)).join('\n');

  it.each([
    [
      'prose',
      lines(
        (i) =>
          `On day ${i}, the weather was fine, and everybody went out${i % 3 === 0 ? ', as was the custom' : ''}.`,
      ),
    ],
    ['short prose', 'Dear Anne,\n\nthank you for your letter, it was kind.\n\nYours,\nKarl\n'],
    ['prose with one comma a line', lines((i) => `It was cold that morning, so nobody of the ${i} went`)],
    ['a log', lines((i) => `2016-11-04 10:22:${10 + (i % 50)},${100 + i} INFO [main] user ${i} logged in`)],
    [
      'a system log',
      lines(
        (i) => `Nov  4 10:22:${10 + (i % 50)} host sshd[${i}]: Accepted password for user${i}, port ${i}`,
      ),
    ],
    [
      'an access log',
      lines((i) => `10.0.0.${i} - - [04/Nov/2016:10:22:11 +0000] "GET /a?x=1,2 HTTP/1.1" 200 ${i}`),
    ],
    ['code', lines((i) => `  const value${i} = call(a, b, ${i});`)],
    ['configuration', lines((i) => `setting_${i}: value ${i}`)],
    ['assignments', lines((i) => `KEY_${i}=value;${i}`)],
    ['Markdown', `# Title\n\n| id | name |\n|----|------|\n${lines((i) => `| ${i} | name ${i} |`)}`],
    ['a Markdown list', lines((i) => `- item ${i}, red, ${i}`)],
    ['SQL', lines((i) => `INSERT INTO t VALUES (${i},'a','b@example.com');`)],
    ['rows of SQL', lines((i) => `(${i},'anne','a@example.com'),`)],
    ['JSON lines', lines((i) => `{"id":${i},"name":"anne","mail":"a@example.com"}`)],
    ['JSON', `{\n${lines((i) => `  "key${i}": "value, with, commas",`)}\n}`],
    ['HTML', lines((i) => `<li class="a, b">${i}, two, three</li>`)],
    ['web addresses', lines((i) => `https://www.example.com/page/${i}`)],
    ['words', lines((i) => `password${i}`)],
    ['mail headers', lines((i) => `X-Header-${i}: some, values; and more`)],
    ['CSS', lines((i) => `.class-${i} { color: red; margin: 0, ${i}px; }`)],
    ['keys with values', lines((i) => `host${i}:${8000 + i}`)],
    ['one line', 'Durand, Anne, 3 rue Exemple, Lyon'],
    ['nothing', ''],
    ['blank lines', '\n\n \n'],
  ])('%s', (_name, text) => {
    expect(sniffed(text)).toBeNull();
  });
});

describe('any bytes', () => {
  it('are sniffed without an error and in time in proportion', () => {
    const valid = [written(','), written('+|', '&|\n'), written('\t')].map((text) => Buffer.from(text));
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 60 }),
        (which, changes) => {
          const bytes = Uint8Array.from(valid[which]!);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const dialect = sniffCsv(bytes);
          expect(dialect === null || dialect.dataOffset <= bytes.length).toBe(true);
          expect(new Set(dialect?.columns ?? []).size).toBe(dialect?.columns ? dialect.width : 0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(['"', ',', ',"', '\n', 'return ', '() ', ' ', ':', '|-', "','", '||', 'a', '1 ', '{;}', '\0'])(
    '%j over and over are no trouble',
    (part) => {
      const started = process.hrtime.bigint();
      sniffed(part.repeat((256 << 10) / part.length));
      expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(5);
    },
  );
});
