/*
 * A folder of made-up documents of many kinds, in which identifiers stand in rows, in fields, in texts and outside of
 * all rows. Each file has addresses and numbers of its own, so that one that is lost says where.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipFile } from '../../samples/formats/zip-file.ts';
import { mailTree, type MadeMail, writeCompoundFile } from '../../src/read/mail/compound-file.fixture.ts';
import { writePst } from '../../src/read/mail/pst-file.fixture.ts';
import { zipOf } from '../../src/read/office/office-file.fixture.ts';
import { textPdf } from '../../src/read/pdf/pdf-file.fixture.ts';

export interface PlantedIdentifier {
  kind: 'email' | 'phone' | 'nir' | 'username';
  text: string;
  /** The file that it stands in. */
  file: string;
}

/** Writes the folder and tells all that is in it. */
export function plantDocuments(folder: string): PlantedIdentifier[] {
  const planted: PlantedIdentifier[] = [];
  const write = (file: string, content: (plant: Plant) => string | Uint8Array) => {
    const path = join(folder, file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content(planter(file, planted)));
  };
  write('note.txt', note);
  write('letter.txt', (plant) => letter(plant).join('\r\n'));
  write('letter.pdf', (plant) => textPdf([letter(plant), [`Copie : ${plant.email()}`]]));
  write('letter.docx', (plant) => word(letter(plant)));
  write('page.html', (plant) => `<!DOCTYPE html><html><body>${paragraphs('p', letter(plant))}</body></html>`);
  write('letter.rtf', (plant) => String.raw`{\rtf1\ansi ${letter(plant).join(String.raw`\par `)}}`);
  write('sent.eml', mail);
  write('inbox.mbox', (plant) => mailbox(plant, 3));
  write('saved.msg', (plant) => writeCompoundFile(mailTree(outlook(plant))));
  write('store.pst', (plant) => writePst({ folders: [{ name: 'Inbox', mails: [outlook(plant)] }] }));
  write('in/papers.zip', (plant) =>
    Buffer.concat([
      ...zipFile([
        { name: 'deep/old.mbox', content: mailbox(plant, 2) },
        { name: 'deep/note.txt', content: note(plant) },
      ]),
    ]),
  );
  write('tickets.csv', tickets);
  write('dump.sql', dump);
  write('accounts.ndjson', accounts);
  return planted;
}

interface Plant {
  email: () => string;
  phone: () => string;
  nir: () => string;
  username: () => string;
}

/** Each identifier of the folder is another one. */
function planter(file: string, planted: PlantedIdentifier[]): Plant {
  const plant = (kind: PlantedIdentifier['kind'], text: string): string => {
    planted.push({ kind, text, file });
    return text;
  };
  const word = file.replaceAll(/[^a-z]/gu, '.');
  return {
    email: () =>
      plant('email', `${names[planted.length % names.length]}.${planted.length}@${word}.example.org`),
    phone: () =>
      plant('phone', `06 39 98 ${pair(Math.floor(planted.length / 100))} ${pair(planted.length % 100)}`),
    nir: () => {
      const number = `2${pair(40 + (planted.length % 50))}0675056${String(1 + planted.length).padStart(3, '0')}`;
      return plant('nir', `${number}${pair(97 - Number(BigInt(number) % 97n))}`);
    },
    username: () => plant('username', `${names[planted.length % names.length]}_${planted.length}`),
  };
}

const names = ['ada', 'bea', 'carl', 'dora', 'emil', 'fay', 'gus', 'hana', 'ivo', 'jane', 'kai'];

function pair(number: number): string {
  return String(number).padStart(2, '0');
}

function note({ email, phone, nir }: Plant): string {
  return [
    'Dear all,',
    '',
    `please write to ${email()} or to ${email()} (not to ${email().toUpperCase()}), or call ${phone()}.`,
    `His social security number is ${nir()}, he says.`,
    '',
    'Carl',
  ].join('\n');
}

function letter({ email, phone, nir }: Plant): string[] {
  return [
    'Zoe Muller',
    '3, rue du Four',
    '69002 LYON',
    phone(),
    email(),
    '',
    'Madame, Monsieur,',
    '',
    `Mon numero de securite sociale est le ${nir()}. Vous pouvez aussi joindre mon frere :`,
    `${email()}, ou ${email()}, ou encore ${email()}.`,
    `Son telephone : ${phone()}.`,
    '',
    'Cordialement,',
  ];
}

function paragraphs(tag: string, lines: string[]): string {
  return lines.map((line) => `<${tag}>${line}</${tag}>`).join('');
}

function word(lines: string[]): Uint8Array {
  const text = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document><w:body>${text}</w:body></w:document>`,
  });
}

function mail({ email, phone, nir }: Plant): string {
  return [
    `From: Ada Byron <${email()}>`,
    `To: Bea <${email()}>, ${email()}`,
    `Cc: "Carl, the third" <${email()}>`,
    `Reply-To: ${email()}`,
    'Date: Tue, 8 Nov 2016 11:00:00 +0100',
    'Subject: the list',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `My number is ${phone()}; write to ${email()} too.`,
    `NIR ${nir()}`,
    '',
    `-- Ada, ${email()}`,
    '',
  ].join('\r\n');
}

function mailbox(plant: Plant, count: number): string {
  const separator = 'From ada@example.com Tue Nov  8 11:00:00 2016\r\n';
  return Array.from({ length: count }, () => `${separator}${mail(plant)}\r\n`).join('');
}

function outlook({ email, phone }: Plant): MadeMail {
  return {
    texts: {
      0x001a: 'IPM.Note',
      0x0037: 'The list',
      0x0c1a: 'Ada Byron',
      0x5d01: email(),
      0x1000: `My number is ${phone()}, my brother is ${email()}.\r\n`,
    },
    recipients: [{ texts: { 0x3001: 'Bea', 0x39fe: email() } }],
  };
}

/** A column of texts, and one with more than one address in a value. */
function tickets({ email, phone, nir }: Plant): string {
  const rows = Array.from({ length: 40 }, (_, i) =>
    [
      i,
      names[i % names.length],
      i % 7 === 0 ? `"${email()}; ${email()}"` : email(),
      i % 3 === 0
        ? `"He asked to be called at ${phone()} or written to at ${email()}, his NIR is ${nir()}."`
        : '"Nothing else was said of it, really nothing."',
    ].join(','),
  );
  return `${['id,first_name,email,comment', ...rows].join('\n')}\n`;
}

function dump({ email, phone, username, nir }: Plant): string {
  const note = () =>
    `It\\'s what was said when the parcel did not come: ask \\'${email()}\\' about it,\\r\\nor call ${phone()} in the morning.`;
  const step = () =>
    `looked up the person with the NIR ${nir()} and sent an answer about it all to ${email()}`;
  const rows = Array.from(
    { length: 30 },
    (_, i) =>
      `(${i}, '${username()}', '${i % 2 === 0 ? email() : ''}', '${note()}', '{\\"steps\\":[\\"${step()}\\",\\"${step()}\\"]}')`,
  );
  return [
    '-- MySQL dump 10.13  Distrib 5.7.44',
    `-- made by ${email()}`,
    '',
    'CREATE TABLE `users` (`id` int NOT NULL, `username` varchar(60), `email` varchar(90), `note` text, `data` text, PRIMARY KEY (`id`));',
    `INSERT INTO \`users\` VALUES ${rows.join(',\n')};`,
    `INSERT INTO \`users\` VALUES (900, 'broken, '${email()}', 'no end`,
    '',
  ].join('\n');
}

function accounts({ email, phone, username }: Plant): string {
  const rows = Array.from({ length: 30 }, () =>
    JSON.stringify({
      username: username(),
      contact: { email: email(), phone: phone() },
      history: [
        { text: `wrote a long letter about the parcel that did not come, from ${email()}` },
        { text: `called about the same parcel from ${phone()}, in the last week of the year` },
      ],
    }),
  );
  return `${rows.join('\n')}\n`;
}
