import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Unpacked, unpackStream } from './collect-unpacked.fixture.ts';
import { openHtml } from './html.ts';

const read = async (html: string | Uint8Array, size?: number): Promise<Unpacked> =>
  unpackStream(openHtml, html, size);
const textOf = async (html: string | Uint8Array): Promise<string> => (await read(html)).text;

const page =
  '<!DOCTYPE html><html><head><title>Lettre &eacute;</title><style>p{}</style><script>if (a<b) "<p>"</script></head><body><p>Ada <b>Test</b><br>1 rue X<br/>75001 Paris</p><!-- was: old@example.org --><div>a < b &amp; c</div><table><tr><th>Name<th>Mail<tr><td>Bo &lt;<td><a href="mailto:bo%40example.org">write</a><tr><td>Cy<td>cy@example.org</table><textarea>in a <box></textarea></body></html>';

test('blocks are lines, and an address stays line by line', async () => {
  expect(
    await textOf('<p>Ada <b>Te</b>st<br>1 rue  X<br/>75001\nParis</p><div>next<span> one</span></div>'),
  ).toBe('Ada Test\n1 rue X\n75001 Paris\nnext one\n');
});

test('scripts and styles are left out, data in scripts and comments are not', async () => {
  const text = await textOf(
    '<style>a{}</style><script>var x = "<p>no</p>";</script><script type="application/json">{"mail":"j@example.org"}</script><!-- c@example.org --><p>end',
  );
  expect(text).toBe('{"mail":"j@example.org"}\nc@example.org \nend');
  expect(text).not.toContain('no');
});

test('what is not seen is read: links, descriptions, values, titles, meta', async () => {
  const text = await textOf(
    '<meta name="author" content="Ada Author"><a href="mailto:m%40example.org">write</a><a href="mailto:s@example.org">s@example.org</a><img alt="Photo of Bo"><input value="v@example.org"><abbr title="Example SARL">E</abbr><a href="https://example.org/u?mail=q%40example.org">off</a>',
  );
  for (const said of [
    'Ada Author',
    'm@example.org',
    'Photo of Bo',
    'v@example.org',
    'Example SARL',
    'mail=q@example.org',
  ]) {
    expect(text).toContain(said);
  }
  expect(text.split('s@example.org')).toHaveLength(2);
});

test('a table with headings and rows enough is records', async () => {
  const { tables, text } = await read(page);
  expect([...tables]).toEqual([
    [
      'table 1',
      {
        columns: ['Name', 'Mail'],
        rows: [
          ['Bo <', 'write bo@example.org'],
          ['Cy', 'cy@example.org'],
        ],
      },
    ],
  ]);
  expect(text).toContain('in a <box>');
});

test('merged cells are empty but for the first, and push the others on', async () => {
  const { tables } = await read(
    '<table><tr><th>name<th>mail<th>city<tr><td rowspan=2>Ada<td>a@example.org<td>Lyon<tr><td>b@example.org<td>Paris<tr><td colspan=2>Bo<td>Nice</table>',
  );
  expect(tables.get('table 1')?.rows).toEqual([
    ['Ada', 'a@example.org', 'Lyon'],
    [null, 'b@example.org', 'Paris'],
    ['Bo', null, 'Nice'],
  ]);
});

test('tables for layout are text, with tabs between cells and lines within them', async () => {
  const { tables, text } = await read(
    '<table><tr><td>logo</td><td><table><tr><td>Ada Test<br>1 rue X<br>75001 Paris</td><td>right</td></tr></table></td></tr></table>after',
  );
  expect(tables.size).toBe(0);
  expect(text).toBe('logo\nAda Test\n1 rue X\n75001 Paris\tright\nafter');
});

test('images written into the page are members', async () => {
  const image = Buffer.alloc(400, 7);
  const { members } = await read(
    `<p><img src="data:image/png;base64,${image.toString('base64')}"><img src="data:image/gif;base64,AAAA">`,
  );
  expect(members).toEqual([{ path: 'image 1.png', bytes: image }]);
});

test('text is read in the charset that mark, meta or the bytes themselves state', async () => {
  const html = (charset: string): string => `<html><meta charset="${charset}"><p>Zoé €`;
  const latin = Buffer.from(html('iso-8859-1').replace('€', '\u0080'), 'latin1');
  expect(await textOf(latin)).toContain('Zoé €');
  expect(await textOf(Buffer.from(html('latin1')))).toContain('Zoé €');
  expect(await textOf(Buffer.from('<html><p>Zo\u00e9', 'latin1'))).toContain('Zoé');
  expect(await textOf(Buffer.from(`\uFEFF${html('utf-8')}`, 'utf16le'))).toContain('Zoé €');
  const japanese = Buffer.concat([
    Buffer.from('<meta charset="shift_jis"><p>'),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
  ]);
  expect(await textOf(japanese)).toContain('日本');
});

test('nesting without end and tags without end take no longer than reading', async () => {
  const deep = await textOf(`${'<div><font>'.repeat(200_000)}deep@example.org`);
  expect(deep).toContain('deep@example.org');
  expect(await textOf(`${'<a '.repeat(200_000)}x@example.org`)).toContain('x@example.org');
  expect(await textOf(`${'<a b="'.repeat(100_001)}y@example.org`)).toContain('y@example.org');
  expect(await textOf(`${'<'.repeat(500_000)}z@example.org`)).toContain('z@example.org');
  expect(await textOf(`<!--${'- '.repeat(200_000)}w@example.org`)).toContain('w@example.org');
});

test('a script that never ends is told', async () => {
  const { skipped } = await read('<p>a</p><script>lost');
  expect(skipped.map(({ reason }) => reason)).toEqual(['a script that does not end']);
});

test('cutting into pieces never changes what is read', async () => {
  const long = `${page}<p>${'word '.repeat(40_000)}</p>${page}`;
  for (const html of [page, long]) {
    const whole = await read(html);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: html === page ? 1 : 900, max: 4000 }), async (size) => {
        expect(await read(html, size)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  }
});

test('random damage never fails', async () => {
  const edits = fc.array(fc.record({ at: fc.nat(), to: fc.constantFrom(...'<>/"\'&;!-= a\0') }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(edits, fc.nat(), async (changes, end) => {
      const copy = [...page];
      for (const { at, to } of changes) copy[at % copy.length] = to;
      const html = copy.join('').slice(0, end % 2 === 0 ? end % page.length : undefined);
      expect((await read(html)).isAscending).toBe(true);
    }),
    { numRuns: 400, seed: 3 },
  );
});
