// One mail that came back. In: its bytes, or as much of it as is kept. Out: what it is (a delivery report, a complaint, an
// answer by itself, or nothing that is understood), what it says, and by which signs the send may be found. It trusts
// nothing: whose send it is, the ledger decides. Linear in the length, whatever the bytes are.

import { parseBounceText, parseCodesOnly, type TextBounce } from './bounce-text.ts';
import { type DeliveryOutcome, deliveryOutcome, type Outcome } from './delivery-outcome.ts';
import { addressesOf, parseDeliveryReport, type RecipientReport } from './delivery-status.ts';
import {
  decodedBody,
  leavesOf,
  type MailHeader,
  type MailPart,
  parseHeader,
  parseMail,
} from './mail-part.ts';
import { isAutomatic } from './is-automatic.ts';
import { tokensIn } from './tokens-in.ts';

export type Returned =
  | ReturnedReport
  | ReturnedComplaint
  | { sort: 'auto-reply' }
  | { sort: 'unknown'; why: UnknownWhy };

interface ReturnedAbout {
  /** What looks like a token of ours, in the order in which it stands; unproven. */
  tokens: string[];
  /** The mail is named by a Message-ID or an envelope, ours or not: then it is found by that or not at all. */
  isNamed: boolean;
  /** Whom it is about, in lower case, where it says so. */
  addresses: string[];
  /** By what the report is known again: its own Message-ID and date. */
  id: string;
}

export interface ReturnedReport extends ReturnedAbout {
  sort: 'report';
  outcome: Outcome;
  code: string | null;
  /** What the other server said; addresses may be in it. */
  reply: string | null;
  /** It has the form of RFC 3464: said field by field, not in sentences. */
  isStructured: boolean;
}

export interface ReturnedComplaint extends ReturnedAbout {
  sort: 'complaint';
  /** Such as `abuse`. */
  feedback: string;
  /** False of one that takes a complaint back, or is about signatures: nobody complained. */
  isComplaint: boolean;
}

export const unknownWhys = {
  'no mail': 'it has no header of a mail',
  'no report': 'a delivery report in which nothing is said of a recipient',
  'cut off': 'a report that is cut off before it says all',
  contradictory: 'a delivery report that contradicts itself',
  'other text': 'neither a report of a form that is known, nor an automatic answer',
} as const;

export type UnknownWhy = keyof typeof unknownWhys;

/** A mail of which more than this is there is read up to here: reports say what they have to say first. */
export const maxReturnBytes = 512 << 10;

export function readReturn(bytes: Buffer): Returned {
  const text = bytes.toString('latin1', 0, maxReturnBytes).replaceAll('\r\n', '\n');
  const mail = parseMail(text);
  if (mail.header.size === 0) return { sort: 'unknown', why: 'no mail' };
  const leaves = [...leavesOf(mail)];
  // its own Message-ID says nothing of the mail that it is about
  const own = tokensIn(mail.header.first('message-id') ?? '');
  const tokens = tokensIn(text).filter((token) => !own.includes(token));
  const isNamed = tokens.length > 0 || hasMessageId(leaves);
  const about = { tokens, isNamed, id: idOf(mail.header) };
  const isCutOff = leaves.some(({ type, isOpen }) => isOpen && isSaying(type));
  if (isCutOff) return { sort: 'unknown', why: 'cut off' };
  const feedback = leaves.find(({ type }) => type === 'message/feedback-report');
  if (feedback) return complaintOf(feedback, leaves, about);
  const status = leaves.filter(({ type }) => isStatus(type));
  if (status.length > 0) return reportOf(status, leaves, about);
  if (mail.reportType === 'disposition-notification') return { sort: 'auto-reply' };
  const isWithoutEnd = mail.parts.length === 0 || leaves.some(({ isOpen }) => isOpen);
  if (mail.reportType !== null && isWithoutEnd) return { sort: 'unknown', why: 'cut off' };
  const bounce = textBounceOf(mail.header, leaves);
  if (bounce) {
    const outcome = deliveryOutcome(bounce);
    if (outcome === null) return { sort: 'unknown', why: 'contradictory' };
    const addresses = [...bounce.addresses, ...failedRecipients(mail.header)];
    return { sort: 'report', ...outcome, reply: bounce.diagnostic, isStructured: false, ...about, addresses };
  }
  return isAutomatic(mail.header) ? { sort: 'auto-reply' } : { sort: 'unknown', why: 'other text' };
}

function isStatus(type: string): boolean {
  return type === 'message/delivery-status' || type === 'message/global-delivery-status';
}

function isSaying(type: string): boolean {
  return isStatus(type) || type === 'message/feedback-report';
}

function complaintOf(part: MailPart, leaves: MailPart[], about: Omit<ReturnedAbout, 'addresses'>): Returned {
  const fields = parseHeader(decodedBody(part).replace(/^\n+/u, ''));
  const feedback = /[\w-]{1,40}/u.exec(fields.first('feedback-type') ?? '')?.[0].toLowerCase() ?? 'other';
  const isComplaint = !['not-spam', 'auth-failure', 'dmarc'].includes(feedback);
  const addresses = fields.all('original-rcpt-to').flatMap(addressesOf);
  // loops that leave the recipient out of their report often leave him in the mail
  const returned = headerOfReturned(leaves);
  return {
    sort: 'complaint',
    feedback,
    isComplaint,
    ...about,
    addresses:
      addresses.length > 0 ? addresses : addressesOf(returned?.first('x-hmxmroriginalrecipient') ?? null),
  };
}

function headerOfReturned(leaves: MailPart[]): MailHeader | null {
  const part = leaves.find(({ type }) => /^(?:message|text)\/rfc822(?:-headers)?$/u.test(type));
  return part ? parseHeader(decodedBody(part).replace(/^\n+/u, '').split('\n\n', 1)[0]!) : null;
}

function reportOf(status: MailPart[], leaves: MailPart[], about: Omit<ReturnedAbout, 'addresses'>): Returned {
  const reports = status.map((part) => parseDeliveryReport(decodedBody(part)));
  const said = reports
    .flatMap(({ recipients }) => recipients)
    .map((recipient) => ({ recipient, result: deliveryOutcome(recipient) }));
  if (said.length === 0) return { sort: 'unknown', why: 'no report' };
  const decisive = decisiveOf(said);
  if (decisive === null)
    return {
      sort: 'unknown',
      why: said.some(({ recipient }) => recipient.action) ? 'contradictory' : 'no report',
    };
  const { recipient, result } = decisive;
  const envelope = reports.flatMap(({ envelopeId }) => tokensIn(`${envelopeId ?? ''}@`));
  const isNamed = about.isNamed || reports.some(({ envelopeId }) => envelopeId !== null);
  return {
    sort: 'report',
    ...result,
    reply: recipient.diagnostic ?? firstText(leaves)?.slice(0, 400) ?? null,
    isStructured: true,
    isNamed,
    tokens: [...new Set([...envelope, ...about.tokens])],
    id: about.id,
    addresses: [...new Set(said.flatMap(({ recipient: { addresses } }) => addresses))],
  };
}

/** Of the mail that came back, in a part of its own or behind what a server wrote. */
function hasMessageId(leaves: MailPart[]): boolean {
  if (headerOfReturned(leaves)?.first('message-id')) return true;
  return /^[ \t>]{0,8}message-id:/imu.test(firstText(leaves) ?? '');
}

interface Said {
  recipient: RecipientReport;
  result: DeliveryOutcome | null;
}

const order: readonly Outcome[] = ['delivered', 'bounced', 'full', 'policy', 'delayed', 'relayed'];

/** Of a mail that was sent on to several: it reached him where it reached one of them. */
function decisiveOf(said: readonly Said[]): { recipient: RecipientReport; result: DeliveryOutcome } | null {
  for (const outcome of order) {
    const found = said.find(({ result }) => result?.outcome === outcome);
    if (found?.result) return { recipient: found.recipient, result: found.result };
  }
  return null;
}

/** Of a mail server, by who it says it is; a person who quotes a bounce in a question is not. */
function textBounceOf(header: MailHeader, leaves: MailPart[]): TextBounce | null {
  const text = firstText(leaves);
  if (text === null || !isFromServer(header)) return null;
  return parseBounceText(text) ?? parseCodesOnly(text, copyPlace(text));
}

function isFromServer(header: MailHeader): boolean {
  return (
    /mailer-?daemon|postmaster@|mail delivery|^"?mail administrator/iu.test(header.first('from') ?? '') ||
    header.first('return-path')?.trim() === '<>' ||
    header.first('x-failed-recipients') !== null
  );
}

/** Whatever follows a line that looks like a header of the mail itself is not the server's. */
function copyPlace(text: string): number {
  const at = text.search(/^(?:Received|Return-Path|Message-ID|DKIM-Signature):[ \t]/imu);
  return at < 0 ? text.length : at;
}

function firstText(leaves: MailPart[]): string | null {
  const part = leaves.find(({ type }) => type === 'text/plain');
  return part ? decodedBody(part).trimStart() : null;
}

function failedRecipients(header: MailHeader): string[] {
  return header
    .all('x-failed-recipients')
    .flatMap((field) => field.split(',').slice(0, 20).flatMap(addressesOf));
}

function idOf(header: MailHeader): string {
  return `${header.first('message-id') ?? ''}\n${header.first('date') ?? ''}`;
}
