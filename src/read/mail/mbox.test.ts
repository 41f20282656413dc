import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackStream } from '../markup/collect-unpacked.fixture.ts';
import { letter, mail, tableOf } from './mail-file.fixture.ts';
import { openMbox } from './mbox.ts';

const from = 'From ada@example.com Tue Nov  8 10:00:00 2016\n';

const mailbox = [
  `${from}From: Ada <ada@example.com>\nTo: bea@example.org\nSubject: one\n\nFirst.\nFrom here on it is mine.\n\nFrom what I hear, 2016 was good.\n>From quoted\n\n`,
  `${from}${letter}\n`,
  `From carl@example.net 2016-11-08 10:00\nFrom: carl@example.net\nSubject: three\n\nLast.\n`,
].join('');

describe('a mailbox', () => {
  test('gives its mails one after the other', async () => {
    const found = await unpackStream(openMbox, mailbox);
    expect(tableOf(found, 'mail messages').map((row) => row[3])).toEqual(['one', 'Réunion demain', 'three']);
    expect(found.text).toContain('From here on it is mine.');
    expect(found.text).toContain('From what I hear, 2016 was good.');
    expect(found.text).toContain('Last.');
    expect(found.members.map(({ path }) => path)).toEqual([
      'message 2/café.png',
      'message 2/liste des gens.csv',
      'message 2/attachment 3.eml',
    ]);
    expect(found.isAscending).toBe(true);
  });

  test('is the same however it is cut into pieces', async () => {
    const whole = await unpackStream(openMbox, mailbox);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        expect(await unpackStream(openMbox, mailbox, size)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  test('with line ends of Windows and without blank lines between mails is split too', async () => {
    const dense = mail(
      from.trim(),
      'From: a@example.com',
      '',
      'one',
      from.trim(),
      'From: b@example.com',
      '',
      'two',
    );
    const found = await unpackStream(openMbox, dense);
    expect(tableOf(found, 'mail messages').map((row) => row[2])).toEqual(['a@example.com', 'b@example.com']);
  });

  test('a part without an end ends with its mail', async () => {
    const broken = `${from}From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: a/b; name=x\nContent-Transfer-Encoding: base64\n\nQUJD\n\n`;
    const found = await unpackStream(openMbox, broken + mailbox);
    expect(found.members[0]).toEqual({ path: 'message 1/x', bytes: Buffer.from('ABC') });
    expect(tableOf(found, 'mail messages')).toHaveLength(4);
  });

  test('a member that nobody reads to its end loses no mail', async () => {
    const { createCollector, unpackOptions, inPieces } =
      await import('../markup/collect-unpacked.fixture.ts');
    const { sink, found } = createCollector();
    const unread = { ...sink, member: async () => {} };
    await openMbox(inPieces(Buffer.from(mailbox), 100), unread, unpackOptions);
    expect(found.tables.get('mail messages')?.rows).toHaveLength(3);
  });

  test('lines before the first mail are told', async () => {
    const found = await unpackStream(openMbox, `\nstray ada@example.com\n\n${mailbox}`);
    expect(found.skipped).toEqual([
      { reason: 'a line before the first mail', text: 'stray ada@example.com' },
    ]);
    expect(tableOf(found, 'mail messages')).toHaveLength(3);
  });

  test('of separators alone is read in time', async () => {
    const found = await unpackStream(openMbox, `${from}\n`.repeat(5000));
    expect(found.tables.size).toBe(0);
  });

  test('damaged anywhere never fails otherwise than told', async () => {
    const valid = Buffer.from(mailbox);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 2000 }),
        async (changes, size) => {
          const damaged = Buffer.from(valid);
          for (const [at, byte] of changes) damaged[at] = byte;
          expect((await unpackStream(openMbox, damaged, size)).isAscending).toBe(true);
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });
});
