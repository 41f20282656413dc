// Mails of made-up people for tests, whatever they lie in; and what an opener of files finds in bytes.

import { createCollector, type Unpacked, unpackOptions } from '../markup/collect-unpacked.fixture.ts';
import type { RandomAccess } from '../random-access.ts';
import type { OpenFile } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { MadeMail } from './compound-file.fixture.ts';

/** Lines as a mail program writes them. */
export function mail(...lines: string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}

export const letter = mail(
  'Return-Path: <ada@example.com>',
  'Received: from mx.example.net by mail.example.org; Tue, 8 Nov 2016 10:00:00 +0000',
  'From: =?iso-8859-1?Q?Ad=E9la=EFde_Byron?= <ada@example.com>',
  'To: "Lovelace, Bea" <bea@example.org>, team: carl@example.net,',
  '\tDora <dora@example.net>;',
  'Cc: =?utf-8?B?w4lsaXNl?= <elise@example.test>',
  'Subject: =?utf-8?Q?R=C3=A9union_?=',
  ' =?utf-8?Q?demain?=',
  'Date: Tue, 8 Nov 2016 11:00:00 +0100',
  'X-Originating-IP: [192.0.2.44]',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  '--outer',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Bonjour B=E9a, le dossier est au 06 39 98 12 34, tr=',
  '=E8s urgent.',
  '--inner',
  'Content-Type: multipart/related; boundary=rel',
  '',
  '--rel',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<style>p {color: red}</style><p>Bonjour Béa, le dossier est au 06 39 98 12 34, très urgent.</p>',
  '--rel',
  'Content-Type: image/png; name="=?utf-8?Q?caf=C3=A9.png?="',
  'Content-Transfer-Encoding: base64',
  '',
  'iVBORw0K',
  'Ggo=',
  '--rel--',
  '--inner--',
  '--outer',
  'Content-Type: text/csv',
  'Content-Disposition: attachment; filename*0*=utf-8\'\'liste%20; filename*1="des gens.csv"',
  '',
  'name,email',
  'Ada,ada@example.com',
  '--outer',
  'Content-Type: message/rfc822',
  '',
  'From: Zoe <zoe@example.com>',
  'Subject: inside',
  '',
  'inner text',
  '--outer--',
);

/** The same in the properties of Outlook. */
export const outlookMail: MadeMail = {
  texts: {
    0x001a: 'IPM.Note',
    0x0037: '\u0001\u0005RE: Réunion',
    0x0042: 'Adélaïde Byron',
    0x0065: '/O=EXAMPLE/CN=ADA',
    0x5d02: 'ada@example.com',
    0x1000: 'Le dossier est au 06 39 98 12 34.\r\n',
    0x007d:
      'From: Ada <ada@example.com>\r\nX-Originating-IP: [192.0.2.44]\r\nTo: bea@example.org,\r\n\tzoe@example.com\r\n',
  },
  times: { 0x0039: new Date('2016-11-08T10:00:00Z') },
  recipients: [
    { texts: { 0x3001: 'Bea Lovelace', 0x39fe: 'bea@example.org' } },
    { texts: { 0x3001: 'carl@example.net', 0x39fe: 'carl@example.net' } },
  ],
  attachments: [
    {
      texts: { 0x3707: 'liste/des gens.csv' },
      bytes: { 0x3701: Buffer.from('name,email\nAda,ada@example.com\n') },
    },
    { texts: { 0x3704: 'LONG.BIN' }, bytes: { 0x3701: Buffer.alloc(20_000, 7) } },
    {
      texts: { 0x3001: 'enclosed' },
      enclosed: {
        texts: {
          0x001a: 'IPM.Note',
          0x0037: 'inside',
          0x0c1a: 'Zoe',
          0x0c1f: 'zoe@example.com',
          0x1000: 'inner text',
        },
        attachments: [{ texts: { 0x3707: 'deep.txt' }, bytes: { 0x3701: Buffer.from('deep') } }],
      },
    },
    { texts: { 0x3707: 'cloud.docx' } },
  ],
};

export const outlookContact: MadeMail = {
  texts: {
    0x001a: 'IPM.Contact',
    0x3001: 'Dora Lind',
    0x3a1c: '07700 900123',
    0x8005: 'dora@example.net',
    0x8006: 'SMTP',
  },
  times: { 0x3a42: new Date('1980-02-29T00:00:00Z') },
};

/** Mails, addresses and all else found, by name. */
export function tableOf(found: Unpacked, name: string): unknown[][] {
  return found.tables.get(name)?.rows ?? [];
}

export async function unpackFile(
  open: OpenFile,
  bytes: Buffer,
): Promise<Unpacked & { broken: string | null }> {
  const { sink, found } = createCollector();
  let broken: string | null = null;
  try {
    await open(accessOf(bytes), sink, unpackOptions);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    broken = error.message;
  }
  return { ...found, broken };
}

function accessOf(bytes: Buffer): RandomAccess {
  const readSync = (offset: number, length: number): Uint8Array =>
    Uint8Array.from(bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length)));
  return {
    sizeBytes: bytes.length,
    path: 'made-up',
    readSync,
    read: async (offset, length) => readSync(offset, length),
    async *stream(offset = 0) {
      yield readSync(offset, bytes.length);
    },
  };
}
