import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createMailSplitter, type MailPiece } from './mail-splitter.ts';
import { readMailbox } from './read-mailbox.ts';
import { maxReturnBytes } from './read-return.ts';
import { arfFor, dsnFor, mboxOf } from './returned-mails.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-returns-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const mails = [
  dsnFor('<a@x>', 'dana@receiver.example', '5.1.1', { id: 'one' }),
  arfFor('<b@x>', 'eli@receiver.example', 'abuse', { id: 'two' }),
  'From: kim@receiver.example\nSubject: a letter\n\nI write from home.\nFrom here on it rains.\n\nFrom London with love, at 10 o’clock\n',
];

function split(bytes: Buffer, cuts: readonly number[] = []): MailPiece[] {
  const splitter = createMailSplitter();
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  const pieces = places.slice(1).flatMap((end, i) => splitter.push(bytes.subarray(places[i], end)));
  return [...pieces, ...splitter.end()];
}

async function allOf(path: string, stdin?: Readable) {
  const found: { file: string; offset: number; text: string; isCut: boolean }[] = [];
  const unreadable: string[] = [];
  for await (const batch of readMailbox(path, stdin ? { stdin } : {})) {
    if (batch.unreadable !== null) unreadable.push(batch.file);
    for (const { offset, bytes, isCut } of batch.mails)
      found.push({ file: batch.file, offset, text: bytes.toString(), isCut });
  }
  return { found, unreadable };
}

test('a mailbox is cut where its mails begin, and nowhere else', () => {
  const box = Buffer.from(mboxOf(mails));
  const pieces = split(box);
  expect(pieces.map(({ bytes }) => /^Subject: (.*)$/mu.exec(bytes.toString())?.[1])).toEqual([
    'Undelivered Mail Returned to Sender',
    'complaint about message from 192.0.2.10',
    'a letter',
  ]);
  for (const { offset, isCut } of pieces) {
    expect(box.toString('latin1', offset, offset + 5)).toBe('From ');
    expect(isCut).toBe(false);
  }
});

test('lines that begin with From, and that nobody quoted, do not cut a mail', () => {
  const box = `From a@b Mon Nov 23 09:12:44 2026\n${mails[2]}\nFrom c@d Mon Nov 23 09:12:45 2026\nSubject: next\n\nx\n`;
  const pieces = split(Buffer.from(box));
  expect(pieces).toHaveLength(2);
  expect(pieces[0]!.bytes.toString()).toContain('London');
});

test('a length that a sender wrote hides no other mail', () => {
  const box = mboxOf(['From: a@b\nContent-Length: 400\n\nshort\n', ...mails]);
  expect(split(Buffer.from(box))).toHaveLength(4);
});

test('pieces cut anywhere give the same mails', () => {
  for (const text of [mboxOf(mails), `\n\n${mboxOf(mails).replaceAll('\n', '\r\n')}`, mails[0]!]) {
    const bytes = Buffer.from(text);
    const whole = split(bytes);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 40 }), (cuts) => {
        expect(split(bytes, cuts)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  }
});

test('one mail alone is one mail, whatever is in it', () => {
  const pieces = split(Buffer.from(`${mails[0]}\n\nFrom x@y Mon Nov 23 09:12:44 2026\nA: b\n`));
  expect(pieces).toMatchObject([{ offset: 0 }]);
});

test('of a huge mail the beginning is kept, and the mail behind it is found', () => {
  const huge = `From: a@b\n\n${'x'.repeat(70)}\n`.concat(`${'y'.repeat(79)}\n`.repeat(20_000));
  const pieces = split(Buffer.from(mboxOf([huge, mails[1]!])), [1e6, 1.3e6]);
  expect(pieces.map(({ isCut, bytes }) => [isCut, bytes.length <= maxReturnBytes])).toEqual([
    [true, true],
    [false, true],
  ]);
});

test('a folder gives each file, with what cannot be read by its name', async () => {
  const maildir = join(folder, 'maildir');
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, name), { recursive: true });
  writeFileSync(join(maildir, 'new', '1'), mails[0]!);
  writeFileSync(join(maildir, 'cur', '2:2,S'), mails[1]!);
  writeFileSync(join(maildir, 'cur', '.hidden'), mails[1]!);
  writeFileSync(join(maildir, 'tmp', '3'), mails[2]!);
  const { found, unreadable } = await allOf(maildir);
  expect(found.map(({ file, text }) => [file, text])).toEqual([
    [join('new', '1'), mails[0]],
    [join('cur', '2:2,S'), mails[1]],
  ]);
  expect(unreadable).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)('a file without rights is told, and the rest is read', async () => {
  const plain = join(folder, 'plain');
  mkdirSync(plain);
  writeFileSync(join(plain, 'a.eml'), mails[0]!);
  writeFileSync(join(plain, 'b.eml'), mails[1]!);
  chmodSync(join(plain, 'a.eml'), 0);
  const { found, unreadable } = await allOf(plain);
  expect([found.length, unreadable]).toEqual([1, ['a.eml']]);
  rmSync(plain, { recursive: true, force: true });
});

test('a folder of mailboxes and of mails is read as both', async () => {
  const both = join(folder, 'both');
  mkdirSync(both);
  writeFileSync(join(both, 'box.mbox'), mboxOf(mails));
  writeFileSync(join(both, 'one.eml'), mails[0]!);
  expect((await allOf(both)).found).toHaveLength(4);
});

test('standard input is a mailbox, or one mail', async () => {
  const input = (text: string) =>
    Readable.from(text.match(/[^]{1,7}/gu)?.map((piece) => Buffer.from(piece)) ?? []);
  expect((await allOf('-', input(mboxOf(mails)))).found).toHaveLength(3);
  expect((await allOf('-', input(mails[0]!))).found).toMatchObject([
    { file: '-', offset: 0, text: mails[0] },
  ]);
  expect((await allOf('-', input(''))).found).toEqual([]);
});

test('where nothing is, it says so', async () => {
  await expect(allOf(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'INPUT_NOT_FOUND' });
});

test('a pipe from which nothing comes can be stopped', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  const reading = Array.fromAsync(readMailbox('-', { stdin: new PassThrough(), signal: stop.signal }));
  setImmediate(() => stop.abort(reason));
  await expect(reading).rejects.toBe(reason);
});
