import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackStream } from '../markup/collect-unpacked.fixture.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { openEml } from './eml.ts';
import { letter, mail, tableOf } from './mail-file.fixture.ts';

const body = (...lines: string[]): string => mail('From: a@example.com', 'To: b@example.com', ...lines);

describe('a mail', () => {
  test('gives sender, recipients, text and attachments', async () => {
    const found = await unpackStream(openEml, letter);
    expect(tableOf(found, 'mail messages')).toEqual([
      ['2016-11-08T10:00:00.000Z', 'Adélaïde Byron', 'ada@example.com', 'Réunion demain'],
    ]);
    expect(tableOf(found, 'mail origins')).toEqual([['Adélaïde Byron', 'ada@example.com', '192.0.2.44']]);
    expect(tableOf(found, 'mail recipients')).toEqual([
      ['Lovelace, Bea', 'bea@example.org'],
      [null, 'carl@example.net'],
      ['Dora', 'dora@example.net'],
      ['Élise', 'elise@example.test'],
    ]);
    // the HTML says no more than the plain text, so it is not told again
    expect(found.text).toBe('Bonjour Béa, le dossier est au 06 39 98 12 34, très urgent.');
    expect(found.members.map(({ path, bytes }) => [path, bytes.toString('latin1')])).toEqual([
      ['café.png', '\u0089PNG\r\n\u001a\n'],
      ['liste des gens.csv', 'name,email\r\nAda,ada@example.com'],
      ['attachment 3.eml', 'From: Zoe <zoe@example.com>\r\nSubject: inside\r\n\r\ninner text'],
    ]);
    expect(found.skipped).toEqual([]);
    expect(found.isAscending).toBe(true);
  });

  test('is the same however it is cut into pieces', async () => {
    const whole = await unpackStream(openEml, letter);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
        expect(await unpackStream(openEml, letter, size)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  test('cut off anywhere gives what came before', async () => {
    for (let end = 0; end < letter.length; end += 37) {
      const found = await unpackStream(openEml, letter.slice(0, end));
      expect(found.members.length).toBeLessThanOrEqual(3);
      expect(tableOf(found, 'mail recipients').length >= (end > 600 ? 4 : 0)).toBe(true);
    }
  });

  test('of a faulty stream is told up to the fault', async () => {
    async function* faulty(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(letter.slice(0, 1500));
      throw new UnreadableError('the rest is lost');
    }
    const { createCollector, unpackOptions } = await import('../markup/collect-unpacked.fixture.ts');
    const { sink, found } = createCollector();
    await expect(openEml(faulty(), sink, unpackOptions)).rejects.toThrow('the rest is lost');
    expect(found.text).toContain('Bonjour Béa');
  });

  test('in HTML alone is told as it reads, tables too', async () => {
    const found = await unpackStream(
      openEml,
      body(
        'Content-Type: text/html',
        '',
        '<p>Dear <b>Bea</b>,</p><table><tr><th>n</th></tr><tr><td>5</td></tr></table>',
      ),
    );
    expect(found.text).toContain('Dear Bea,');
    expect(found.text).toMatch(/n\s+5/u);
    expect([...found.tables.keys()]).toEqual(['mail messages', 'mail recipients']);
  });

  test('that says more in HTML is told from there', async () => {
    const found = await unpackStream(
      openEml,
      body(
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        '',
        'Your program shows no HTML.',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>Dear Bea, the papers of Carl Holm, who lives at 5 Mill Lane, have come in, call 07700 900123.</p>',
        '--b--',
      ),
    );
    expect(found.text).toContain('no HTML');
    expect(found.text).toContain('Carl Holm');
  });

  test('gives addresses that stand in the HTML alone', async () => {
    const words = 'the papers of Carl Holm have come in and are ready to be read by everybody who wants to';
    const found = await unpackStream(
      openEml,
      body(
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        '',
        words,
        '--b',
        'Content-Type: text/html',
        '',
        `<p>${words}</p><p><a href="mailto:carl@example.net">Carl</a></p>`,
        '--b--',
      ),
    );
    expect(found.text.split('papers')).toHaveLength(2);
    expect(found.text).toContain('carl@example.net');
  });

  test.each([
    ['iso-2022-jp', Buffer.from('1b2442255625342824471b2842', 'hex')],
    ['windows-1252', Buffer.from('caf\u00e9', 'latin1')],
    ['x-unheard-of', Buffer.from('caf\u00e9', 'latin1')],
    ['us-ascii', Buffer.from('café')],
    ['utf-16le', Buffer.from('café', 'utf16le')],
  ])('in %s comes out as text', async (charset, bytes) => {
    const head = body(
      `Content-Type: text/plain; charset=${charset}`,
      'Content-Transfer-Encoding: base64',
      '',
    );
    const found = await unpackStream(openEml, head + bytes.toString('base64'));
    expect(found.text).toBe(charset === 'iso-2022-jp' ? new TextDecoder(charset).decode(bytes) : 'café');
  });

  test('keeps raw bytes beyond ASCII in its header', async () => {
    const found = await unpackStream(
      openEml,
      Buffer.from(mail('From: Ren\u00e9 <rene@example.com>', 'Subject: d\u00e9j\u00e0', ''), 'latin1'),
    );
    expect(tableOf(found, 'mail messages')).toEqual([[null, 'René', 'rene@example.com', 'déjà']]);
  });

  test('with a uuencoded part gives its bytes', async () => {
    const found = await unpackStream(
      openEml,
      body(
        'Content-Type: application/zip; name=a.zip',
        'Content-Transfer-Encoding: x-uuencode',
        '',
        'begin 644 a.zip',
        '#0V%T',
        '`',
        'end',
      ),
    );
    expect(found.members[0]?.bytes.toString()).toBe('Cat');
  });

  test('with a file uuencoded in its text gives both', async () => {
    const line = Buffer.from(Array.from({ length: 45 }, (_, i) => i * 5));
    const coded = `M${line.toString('base64').replace(/./gu, (sign) => {
      const value = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(sign);
      return String.fromCharCode(value === 0 ? 0x60 : value + 0x20);
    })}`;
    const found = await unpackStream(
      openEml,
      body(
        '',
        'see below',
        'begin 644 my file.dat',
        coded,
        coded,
        '#0V%T',
        '`',
        'end',
        'begin with this',
        'bye',
      ),
      50,
    );
    expect(found.members).toEqual([
      { path: 'my file.dat', bytes: Buffer.concat([line, line, Buffer.from('Cat')]) },
    ]);
    expect(found.text.replaceAll('\r\n', '|')).toBe('see below|begin 644 my file.dat|begin with this|bye|');
  });

  test('that is encrypted is told as unread', async () => {
    const found = await unpackStream(
      openEml,
      body('Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', '', 'AAAA'),
    );
    expect(found.unread).toEqual([
      {
        path: 'smime.p7m',
        reason: 'encrypted with S/MIME: the recipient can open it with his key and export it',
      },
    ]);
  });

  test('of Apple Mail ends where its count says', async () => {
    const message = body('', 'hello', '');
    const found = await unpackStream(openEml, `${message.length}\n${message}<plist>flags</plist>`, 7);
    expect(found.text).toBe('hello\r\n\r\n');
    expect(tableOf(found, 'mail messages')).toHaveLength(1);
  });

  test('names no path outside', async () => {
    const part = (name: string): string[] => ['--b', `Content-Type: a/b; name="${name}"`, '', 'x'];
    const found = await unpackStream(
      openEml,
      body(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        ...['../../etc/x', 'C:\\\\y', '..', '\u202efdp.exe', 'a', 'a'].flatMap(part),
        '--b--',
      ),
    );
    expect(found.members.map(({ path }) => path)).toEqual([
      '_.._etc_x',
      'C:_y',
      'attachment 3.bin',
      'fdp.exe',
      'a',
      '6 a',
    ]);
  });
});

describe('a hostile mail', () => {
  test('with a hundred thousand parts inside each other is read as far as real ones go', async () => {
    const nested = Array.from(
      { length: 100_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    );
    const found = await unpackStream(openEml, `From: a@example.com\n${nested.join('')}\nlast words`);
    expect(found.text).toContain('last words');
  });

  test('of one line without end takes no more memory than a piece', async () => {
    const { createCollector, unpackOptions } = await import('../markup/collect-unpacked.fixture.ts');
    const { sink } = createCollector();
    let longest = 0;
    let chars = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('From: a@example.com\n\n');
      for (let i = 0; i < 64; i++) yield Buffer.alloc(1 << 20, 'x');
    }
    const counting = {
      ...sink,
      text: (_: number, text: string) => {
        longest = Math.max(longest, text.length);
        chars += text.length;
      },
    };
    await openEml(endless(), counting, unpackOptions);
    expect(chars).toBe(64 << 20);
    expect(longest).toBeLessThanOrEqual(1 << 20);
  });

  test('whose header has no end gives its first part and tells the rest', async () => {
    const found = await unpackStream(
      openEml,
      `From: a@example.com\nTo: ${'b@example.com,\n '.repeat(400_000)}`,
    );
    expect(tableOf(found, 'mail recipients')).toEqual([[null, 'b@example.com']]);
    expect(found.skipped.map(({ reason }) => reason)).toContain('the end of a header longer than any is');
  });

  test('with thousands of recipients gives each one', async () => {
    const list = Array.from({ length: 5000 }, (_, i) => `"P${i}, Q" <p${i}@example.com>`).join(', ');
    const found = await unpackStream(openEml, `From: a@example.com\nTo: ${list}\n\n`);
    expect(tableOf(found, 'mail recipients')).toHaveLength(5000);
  });

  test('of boundaries that are none is read in time', async () => {
    const found = await unpackStream(
      openEml,
      body('Content-Type: multipart/mixed; boundary=b', '', '\n--'.repeat(200_000)),
    );
    expect(found.text.length).toBeGreaterThan(500_000);
  });

  test('damaged anywhere never fails otherwise than told', async () => {
    const valid = Buffer.from(letter);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 2000 }),
        async (changes, size) => {
          const damaged = Buffer.from(valid);
          for (const [at, byte] of changes) damaged[at] = byte;
          const found = await unpackStream(openEml, damaged, size);
          expect(found.isAscending).toBe(true);
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });
});
