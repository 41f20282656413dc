import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompoundTree, mailTree, writeCompoundFile } from './compound-file.fixture.ts';
import { outlookContact, outlookMail, tableOf, unpackFile } from './mail-file.fixture.ts';
import { openMsg } from './msg.ts';

const saved = writeCompoundFile(mailTree(outlookMail));

describe('a mail that Outlook saved', () => {
  test('gives sender, recipients, text and attachments', async () => {
    const found = await unpackFile(openMsg, saved);
    expect(found.broken).toBe(null);
    expect(tableOf(found, 'mail messages')).toEqual([
      ['2016-11-08T10:00:00.000Z', 'Adélaïde Byron', 'ada@example.com', 'RE: Réunion'],
      [null, 'Zoe', 'zoe@example.com', 'inside'],
    ]);
    expect(tableOf(found, 'mail recipients')).toEqual([
      ['Bea Lovelace', 'bea@example.org'],
      [null, 'carl@example.net'],
      [null, 'zoe@example.com'],
    ]);
    expect(found.text).toContain('06 39 98 12 34');
    expect(found.text).toContain('inner text');
    expect(found.members.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['liste_des gens.csv', 31],
      ['LONG.BIN', 20_000],
      ['enclosed/deep.txt', 4],
    ]);
    expect(found.unread).toEqual([
      { path: 'cloud.docx', reason: 'its bytes are not in the mail: it was attached as a link' },
    ]);
  });

  test('in a code page comes out as text', async () => {
    const narrow = {
      0x001a: Buffer.from('IPM.Note'),
      0x1000: Buffer.from([0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
    };
    const found = await unpackFile(
      openMsg,
      writeCompoundFile(mailTree({ narrow, numbers: { 0x3ffd: 1251 } })),
    );
    expect(found.text).toBe('привет');
  });

  test('with a body in HTML alone is told as it reads', async () => {
    const found = await unpackFile(
      openMsg,
      writeCompoundFile(
        mailTree({ texts: { 0x001a: 'IPM.Note' }, bytes: { 0x1013: Buffer.from('<p>Dear <i>Bea</i></p>') } }),
      ),
    );
    expect(found.text.trim()).toBe('Dear Bea');
  });

  test('with a body in packed RTF alone is told as it reads', async () => {
    // the example of [MS-OXRTFCP] 3.1
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232' +
        '0af32068656c090020627705b06c647d0a800fa0',
      'hex',
    );
    const found = await unpackFile(
      openMsg,
      writeCompoundFile(mailTree({ texts: { 0x001a: 'IPM.Note' }, bytes: { 0x1009: packed } })),
    );
    expect(found.text.trim()).toBe('hello world');
  });

  test('a contact is told line by line, with its addresses', async () => {
    const found = await unpackFile(openMsg, writeCompoundFile(mailTree(outlookContact)));
    expect(found.text).toBe(
      '\nName: Dora Lind\nDate of birth: 1980-02-29\nMobile: 07700 900123\nE-mail: dora@example.net\n',
    );
    expect(found.tables.size).toBe(0);
  });

  test('an old document is told to be none', async () => {
    const found = await unpackFile(openMsg, writeCompoundFile({ WordDocument: Buffer.alloc(5000) }));
    expect(found.broken).toMatch(/no mail/u);
  });

  test('cut off anywhere is told to be broken', async () => {
    for (let end = 0; end < saved.length - 1024; end += 1111) {
      const found = await unpackFile(openMsg, saved.subarray(0, end));
      expect(found.broken === null && found.members.length === 3).toBe(false);
    }
  });

  test('whose sectors lead in circles ends', async () => {
    // every entry of the allocation table leads to the first sector
    const circular = Buffer.from(saved);
    const table = (circular.readUInt32LE(76) + 1) * 512;
    for (let p = table; p + 4 <= circular.length; p += 4) circular.writeUInt32LE(0, p);
    const found = await unpackFile(openMsg, circular);
    expect(found.broken).not.toBe(null);
  });

  test('whose entries are their own children ends', async () => {
    const circular = Buffer.from(saved);
    const directory = (circular.readUInt32LE(48) + 1) * 512;
    for (let p = directory; p + 128 <= circular.length && circular[p + 66]! > 0; p += 128)
      for (const link of [68, 72, 76]) circular.writeUInt32LE(0, p + link);
    expect((await unpackFile(openMsg, circular)).broken).toMatch(/no mail/u);
  });

  test('that lies about the length of its streams gives what there is', async () => {
    const lying = Buffer.from(saved);
    const directory = (lying.readUInt32LE(48) + 1) * 512;
    for (let p = directory + 128; p + 128 <= lying.length && lying[p + 66]! > 0; p += 128)
      lying.writeUInt32LE(0x7fff_ffff, p + 120);
    expect((await unpackFile(openMsg, lying)).broken).not.toBe(null);
  });

  test('of mails inside each other is read as deep as real ones go', async () => {
    let mail = outlookContact;
    for (let i = 0; i < 40; i++)
      mail = {
        texts: { 0x001a: 'IPM.Note', 0x0037: `s${i}`, 0x5d01: 'a@example.com' },
        attachments: [{ enclosed: mail }],
      };
    const found = await unpackFile(openMsg, writeCompoundFile(mailTree(mail)));
    expect(tableOf(found, 'mail messages')).toHaveLength(21);
    expect(found.unread).toHaveLength(1);
  });

  test('damaged anywhere never fails otherwise than told', async () => {
    const small = writeCompoundFile(
      mailTree({ ...outlookMail, attachments: outlookMail.attachments!.slice(0, 1) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (changes) => {
          const damaged = Buffer.from(small);
          for (const [at, byte] of changes) damaged[at] = byte;
          expect((await unpackFile(openMsg, damaged)).isAscending).toBe(true);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});

test('a long directory and table are read whole', async () => {
  const tree: CompoundTree = mailTree({ ...outlookMail, attachments: [] });
  for (let i = 0; i < 300; i++) tree[`filler ${i}`] = Buffer.alloc(4096 + i, i);
  const found = await unpackFile(openMsg, writeCompoundFile(tree));
  expect(found.broken).toBe(null);
  expect(tableOf(found, 'mail messages')).toHaveLength(1);
});
