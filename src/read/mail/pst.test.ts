import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MadeMail } from './compound-file.fixture.ts';
import { outlookContact, outlookMail, tableOf, unpackFile } from './mail-file.fixture.ts';
import type { PstCipher } from './pst-cipher.ts';
import { writePst } from './pst-file.fixture.ts';
import { openPst } from './pst.ts';

const plain = (i: number): MadeMail => ({
  texts: {
    0x001a: 'IPM.Note',
    0x0037: `subject ${i}`,
    0x0c1a: `P${i}`,
    0x5d01: `p${i}@example.com`,
    0x1000: `body ${i}\n`,
  },
  recipients: [{ texts: { 0x3001: 'Bea', 0x39fe: 'bea@example.org' } }],
});

describe('a mail store', () => {
  test.each(['none', 'permute', 'cyclic'] satisfies PstCipher[])(
    'disguised as %s gives its mails, contacts and attachments',
    async (cipher) => {
      const store = writePst({
        cipher,
        folders: [
          { name: 'Boîte de réception', mails: [outlookMail, plain(2)] },
          { name: '../Contacts', mails: [outlookContact] },
        ],
      });
      const found = await unpackFile(openPst, store);
      expect(found.broken).toBe(null);
      expect(tableOf(found, 'mail messages')).toEqual([
        ['2016-11-08T10:00:00.000Z', 'Adélaïde Byron', 'ada@example.com', 'RE: Réunion'],
        [null, 'Zoe', 'zoe@example.com', 'inside'],
        [null, 'P2', 'p2@example.com', 'subject 2'],
      ]);
      expect(tableOf(found, 'mail recipients')).toEqual([
        ['Bea Lovelace', 'bea@example.org'],
        [null, 'carl@example.net'],
        [null, 'zoe@example.com'],
        ['Bea', 'bea@example.org'],
      ]);
      expect(found.text).toContain('06 39 98 12 34');
      expect(found.text).toContain('Mobile: 07700 900123');
      expect(found.members.map(({ path, bytes }) => [path, bytes.length])).toEqual([
        ['Boîte de réception/message 1/liste_des gens.csv', 31],
        ['Boîte de réception/message 1/LONG.BIN', 20_000],
        ['Boîte de réception/message 1/enclosed/deep.txt', 4],
      ]);
      expect(found.skipped).toEqual([]);
    },
  );

  test('of many mails is read through trees of several levels', async () => {
    const mails = Array.from({ length: 200 }, (_, i) => plain(i));
    const found = await unpackFile(openPst, writePst({ folders: [{ name: 'Inbox', mails }] }));
    expect(tableOf(found, 'mail messages').map((row) => row[3])).toEqual(mails.map((_, i) => `subject ${i}`));
  });

  test('one mail that is lost costs no other', async () => {
    const store = writePst({
      cipher: 'none',
      folders: [{ name: 'Inbox', mails: [plain(1), plain(2), plain(3)] }],
    });
    const at = store.indexOf(Buffer.from('subject 2', 'utf16le'));
    // the sign of the heap that the subject lies in
    const sign = store.lastIndexOf(Buffer.from([0xec, 0xbc]), at);
    store[sign] = 0;
    const found = await unpackFile(openPst, store);
    expect(tableOf(found, 'mail messages').map((row) => row[3])).toEqual(['subject 1', 'subject 3']);
    expect(found.skipped).toEqual([
      { reason: 'message 2 cannot be read: its properties are damaged', text: '' },
    ]);
  });

  test('of a form that is not known, or of nothing, is told', async () => {
    expect((await unpackFile(openPst, Buffer.from('!BDN'))).broken).toMatch(/form/u);
    const sealed = writePst({ folders: [] });
    sealed[513] = 0x10;
    expect((await unpackFile(openPst, sealed)).broken).toMatch(/protected/u);
  });

  test('whose trees lead in circles ends', async () => {
    const store = writePst({
      folders: [{ name: 'Inbox', mails: Array.from({ length: 40 }, (_, i) => plain(i)) }],
    });
    const root = Number(store.readBigUInt64LE(224));
    // every page of nodes leads to the root again, as if it lay below
    for (let p = root; p < root + 480; p += 24) store.writeBigUInt64LE(BigInt(root), p + 16);
    expect((await unpackFile(openPst, store)).broken).not.toBe(null);
  });

  test('cut off anywhere gives what it has, or says why not', async () => {
    const store = writePst({ folders: [{ name: 'Inbox', mails: [outlookMail, plain(2)] }] });
    for (let end = 0; end < store.length; end += 999) {
      const found = await unpackFile(openPst, store.subarray(0, end));
      expect(found.broken ?? found.skipped[0]?.reason).toBeDefined();
    }
  });

  test('damaged anywhere never fails otherwise than told', async () => {
    const store = writePst({
      cipher: 'none',
      folders: [{ name: 'Inbox', mails: [plain(1), outlookContact] }],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(store.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (changes) => {
          const damaged = Buffer.from(store);
          for (const [at, byte] of changes) damaged[at] = byte;
          expect((await unpackFile(openPst, damaged)).isAscending).toBe(true);
        },
      ),
      { numRuns: 400, seed: 6 },
    );
  });
});
