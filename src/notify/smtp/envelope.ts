// The commands before a body and what their answers mean. In: a mail, what a server offers, its replies. Out: lines to
// send, and whether the body may follow.

import { parseMailAddress } from './mail-address.ts';
import type { Session } from './open-session.ts';
import { ProtocolFault, type SmtpReply } from './reply-parser.ts';
import type { OutgoingMail, SmtpOutcome } from './sender-types.ts';

export type Verdict = Pick<SmtpOutcome, 'result' | 'about' | 'code' | 'reply'>;

export interface Envelope {
  /** MAIL and RCPT; DATA follows them. */
  mail: string;
  rcpt: string;
}

type Offers = Pick<Session, 'hasDsn' | 'hasUtf8' | 'sizeLimit'>;

/** A verdict where the server cannot be asked at all. `mail.from` may be empty: no bounces are wanted. */
export function envelopeOf(mail: OutgoingMail, { hasDsn, hasUtf8, sizeLimit }: Offers): Envelope | Verdict {
  const to = parseMailAddress(mail.to);
  const from = mail.from === '' ? null : parseMailAddress(mail.from);
  if (to === null) return refusal('recipient', '553 5.1.3', 'not an address that mail can be sent to');
  if (from === null && mail.from !== '') return refusal('sender', '553 5.1.7', 'the sender is no address');
  const needsUtf8 = to.needsUtf8 || from?.needsUtf8 === true;
  if (needsUtf8 && !hasUtf8)
    return refusal('recipient', '553 5.6.7', 'the server takes no addresses beyond ASCII');
  if (sizeLimit !== null && mail.bytes.length > sizeLimit)
    return refusal('sender', '552 5.3.4', 'the server takes no mail as long as this');
  const parameters = [
    ...(sizeLimit === null ? [] : [`SIZE=${mail.bytes.length}`]),
    ...(needsUtf8 ? ['SMTPUTF8', 'BODY=8BITMIME'] : []),
    ...(hasDsn ? ['RET=HDRS', `ENVID=${xtext(mail.token)}`] : []),
  ];
  const original = needsUtf8 ? `utf-8;${utf8Text(to.address)}` : `rfc822;${xtext(to.address)}`;
  return {
    mail: `MAIL FROM:<${from?.address ?? ''}>${parameters.map((text) => ` ${text}`).join('')}\r\n`,
    rcpt: `RCPT TO:<${to.address}>${hasDsn ? ` NOTIFY=FAILURE,DELAY ORCPT=${original}` : ''}\r\n`,
  };
}

/** What the answers to MAIL, RCPT and DATA say; null: the body may follow. Throws ProtocolFault. */
export function verdictOf(mail: SmtpReply, rcpt: SmtpReply | null, data: SmtpReply | null): Verdict | null {
  if (!isOf(mail, 200)) return answered('sender', mail);
  if (rcpt !== null && !isOf(rcpt, 200)) return answered('recipient', rcpt);
  if (data !== null && data.code !== 354) return answered('body', data);
  return null;
}

/** Of the reply to a body. Throws ProtocolFault. */
export function verdictOfBody(reply: SmtpReply): Verdict {
  if (isOf(reply, 200)) return { result: 'accepted', about: 'body', ...said(reply) };
  return answered('body', reply);
}

function answered(about: Verdict['about'], reply: SmtpReply): Verdict {
  if (reply.code < 400) throw new ProtocolFault('an answer to something else');
  return { result: reply.code < 500 ? 'deferred' : 'refused', about, ...said(reply) };
}

function said({ code, status, text }: SmtpReply): { code: string; reply: string } {
  return { code: status === null ? String(code) : `${code} ${status}`, reply: text };
}

function refusal(about: Verdict['about'], code: string, reply: string): Verdict {
  return { result: 'refused', about, code, reply };
}

function isOf({ code }: SmtpReply, hundred: number): boolean {
  return code >= hundred && code < hundred + 100;
}

/** RFC 3461, 4. */
function xtext(text: string): string {
  return text.replaceAll(
    /[^!-*,-<>-~]/gu,
    (sign) => `+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** RFC 6533, 3: utf-8-addr-unitext, which only needs `\`, `+` and `=` escaped. */
function utf8Text(text: string): string {
  return text.replaceAll(/[\\+=]/gu, (sign) => `\\x{${sign.charCodeAt(0).toString(16).toUpperCase()}}`);
}
