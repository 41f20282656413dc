import { expect, test } from 'vitest';
import { mailTree, writeCompoundFile } from './compound-file.fixture.ts';
import { letter, outlookMail } from './mail-file.fixture.ts';
import { mailKindOf } from './mail-kind.ts';
import { writePst } from './pst-file.fixture.ts';

const kindOf = (text: string | Buffer): string | null => mailKindOf(Buffer.from(text));

test('mails, mailboxes and stores are told by how they begin', () => {
  expect(kindOf(letter)).toBe('eml');
  expect(kindOf(`\u{feff}${letter}`)).toBe('eml');
  expect(kindOf(`1234      \n${letter}`)).toBe('eml');
  expect(kindOf(`From ada@example.com Tue Nov  8 10:00:00 2016\n${letter}`)).toBe('mbox');
  expect(kindOf(writeCompoundFile(mailTree(outlookMail)))).toBe('msg');
  expect(kindOf(writePst({ folders: [] }))).toBe('pst');
});

test('a mail with a line of rubbish in a long header is one', () => {
  expect(kindOf(letter.replace('MIME-Version: 1.0', 'rubbish'))).toBe('eml');
});

test.each([
  ['', 'nothing'],
  ['From: Ada\nTo be done', 'a note'],
  ['date: 2016-11-08\nname: Ada\nemail: ada@example.com\n', 'settings'],
  ['From here on it is mine, since 2016\nand: yours\n', 'a letter'],
  ['from,to,subject\na@example.com,b@example.com,hi\n', 'a table'],
  ['HTTP/1.1 200 OK\nDate: Tue, 8 Nov 2016 10:00:00 GMT\nServer: x\n\n', 'an answer of a web server'],
])('%j is no mail but %s', (text) => {
  expect(kindOf(text)).toBe(null);
});

test('an old document is no mail', () => {
  expect(kindOf(writeCompoundFile({ WordDocument: Buffer.alloc(5000), Table: Buffer.alloc(10) }))).toBe(null);
});

test('the directory of a mail may lie out of sight', () => {
  const saved = writeCompoundFile(mailTree(outlookMail));
  const directory = (saved.readUInt32LE(48) + 1) * 512;
  expect(mailKindOf(saved.subarray(0, directory))).toBe('msg');
});
