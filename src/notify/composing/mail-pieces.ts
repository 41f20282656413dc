// A variant as a mail, cut where a name or a reference is filled in. In: texts with marks. Out: its headers, and the
// stretches of its body between what differs by person. nodemailer composes it, once.

import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { nameMark, referenceMark } from '../wording/notice-types.ts';
import type { MailBody } from '../wording/render-mail.ts';
import type { MailSender } from './composer-types.ts';

export type Slot = 'name' | 'reference';
type Part = 'text' | 'html';

/**
 * A stretch that is the same for all; a value in quoted-printable; or a whole part in base64, which is encoded anew for
 * each person: texts at even places, what follows them at odd ones.
 */
export type MailPiece =
  | { is: 'fixed'; text: string }
  | { is: 'value'; slot: Slot; part: Part }
  | { is: 'base64'; part: Part; texts: string[]; slots: Slot[] };

export interface MailPieces {
  /** Fields in order, each with its CRLF; those of a person (To, Date, Message-ID) are not among them. */
  headers: string[];
  /** From the empty line after the headers on, without it. */
  body: MailPiece[];
}

export interface PiecesOf {
  language: string;
  subject: string;
  body: MailBody;
  from: MailSender;
}

const ofPerson = /^(?:to|date|message-id):/iu;

export async function mailPieces({ language, subject, body, from }: PiecesOf): Promise<MailPieces> {
  const marker = `Q${randomBytes(9).toString('hex')}`;
  const markers: Record<Slot, string> = { name: `${marker}N`, reference: `${marker}R` };
  const marked = (text: string) =>
    text
      .replaceAll(/\r?\n|\r/gu, '\r\n')
      .replaceAll(nameMark, markers.name)
      .replaceAll(referenceMark, markers.reference);
  const composed = await new MailComposer({
    from: { name: from.name ?? '', address: from.address },
    to: { name: '', address: 'person@example.org' },
    subject,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    alternatives: [alternative('text/plain', marked(body.text)), alternative('text/html', marked(body.html))],
  })
    .compile()
    .build();
  const message = composed.toString('latin1');
  const end = message.indexOf('\r\n\r\n');
  return {
    headers: fields(message.slice(0, end + 2)).filter((field) => !ofPerson.test(field)),
    body: cut(message.slice(end + 4).replace(/(?:\r\n)*$/u, '\r\n'), markers),
  };
}

function alternative(contentType: string, content: string) {
  return {
    contentType: `${contentType}; charset=utf-8`,
    content,
    contentTransferEncoding: shorterEncoding(content),
  };
}

/** Quoted-printable where it is no longer than base64: it can be read by who looks at the source. */
function shorterEncoding(text: string): 'quoted-printable' | 'base64' {
  const bytes = Buffer.byteLength(text);
  const plain = text.replaceAll(/[^\n -<>-~]/gu, '').length;
  return plain + 3 * (bytes - plain) > (bytes * 4) / 3 ? 'base64' : 'quoted-printable';
}

function fields(headers: string): string[] {
  return headers.split(/(?<=\r\n)(?![ \t])/u).filter((field) => field !== '');
}

function cut(body: string, markers: Record<Slot, string>): MailPiece[] {
  const boundary = /^--[^\r\n]+/u.exec(body)?.[0] ?? '';
  const parts = body.split(new RegExp(`(?<=\\r\\n)(?=${RegExp.escape(boundary)})`, 'u'));
  return parts.flatMap((part) => cutPart(part, markers));
}

function cutPart(part: string, markers: Record<Slot, string>): MailPiece[] {
  const end = part.indexOf('\r\n\r\n') + 4;
  const [head, content] = [part.slice(0, end), part.slice(end)];
  const name: Part = /^content-type: text\/html/imu.test(head) ? 'html' : 'text';
  if (/^content-transfer-encoding: base64/imu.test(head)) {
    const text = Buffer.from(content, 'base64').toString('utf8');
    const { texts, slots } = split(text, markers, '');
    return [fixed(head), { is: 'base64', part: name, texts, slots }];
  }
  const { texts, slots } = split(part, markers, '(?:=\\r\\n)?');
  return texts.flatMap((text, i) =>
    i === 0 ? [fixed(text)] : [{ is: 'value', slot: slots[i - 1]!, part: name }, fixed(text)],
  );
}

/** `between`: what may stand between two signs of a marker. */
function split(text: string, markers: Record<Slot, string>, between: string) {
  const spread = (marker: string) => [...marker].join(between);
  const either = `(${spread(markers.name)}|${spread(markers.reference)})`;
  const found = text.split(new RegExp(either, 'u'));
  return {
    texts: found.filter((_, i) => i % 2 === 0),
    slots: found
      .filter((_, i) => i % 2 === 1)
      .map((marker): Slot => (marker.endsWith('N') ? 'name' : 'reference')),
  };
}

function fixed(text: string): MailPiece {
  return { is: 'fixed', text };
}
