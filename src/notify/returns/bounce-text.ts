// Bounces from before delivery reports had a form, and of servers that still write none: by the sentences that each
// program is known by. In: the first text of a mail that comes from a mail server. Out: what it says, or null where no
// form fits or it says more than one thing; nothing is guessed.

import { enhancedCodes } from './status-code.ts';

export interface TextBounce {
  action: 'failed' | 'delayed';
  /** Of RFC 3463; null where none is in the text, or several are. */
  status: string | null;
  /** What was said about the recipient. */
  diagnostic: string;
  /** Whom it was not delivered to, as far as the form says where that stands; in lower case. */
  addresses: string[];
}

interface BounceForm {
  /** The program that writes it, for whoever reads this. */
  by: string;
  failed: RegExp;
  delayed?: RegExp;
  /** The mail itself follows; what it says is nothing of the server's. */
  copy: RegExp;
}

const forms: readonly BounceForm[] = [
  {
    by: 'qmail, and others in its form (QSBMF)',
    failed: /^Hi\. This is the [^\n]{1,200}\n[\s\S]{0,400}?(?:wasn't able to deliver|permanent error)/u,
    copy: /^--- (?:Below this line is a copy|Enclosed is a copy)/mu,
  },
  {
    by: 'Yahoo',
    failed: /^Sorry, we were unable to deliver your message to the following address/u,
    copy: /^--- (?:Below this line is a copy|Original message follows)/mu,
  },
  {
    by: 'Exim',
    failed: /A message that you sent could not be delivered to one or more of its\s{1,4}recipients/u,
    delayed:
      /has not (?:yet )?been delivered to (?:all of its recipients|one or more of its\s{1,4}recipients) after/u,
    copy: /^-{4,8} This is a copy of (?:the|your) message/mu,
  },
  {
    by: 'sendmail',
    failed:
      /----- The following addresses (?:had permanent (?:fatal|delivery) errors|had delivery problems|have delivery problems) -----/u,
    delayed:
      /----- The following addresses had transient non-fatal errors -----|THIS IS A WARNING MESSAGE ONLY|could not send message for past/u,
    copy: /^ {0,4}-{3,6} (?:Original message follows|Message header follows|Unsent message follows) -{3,6}|^ {0,4}-{3,6} Original message/imu,
  },
  {
    by: 'Gmail',
    failed: /^Delivery to the following recipients? (?:has )?failed permanently/mu,
    delayed:
      /^(?:This is an automatically generated Delivery Status Notification\s{1,6})?THIS IS A WARNING MESSAGE ONLY|^Delivery to the following recipients? has been delayed/mu,
    copy: /^-{3,6} (?:Original message|Message header follows) -{3,6}/mu,
  },
  {
    by: 'Exchange',
    failed:
      /did not reach the following recipient\(s\):|The following recipient\(s\) (?:could|cannot) (?:not )?be reached|Delivery has failed to these recipients/u,
    delayed: /Delivery (?:is|has been) delayed to these recipients/u,
    copy: /^-{3,20} ?Original (?:message|Message)|^Original message headers:|^Diagnostic information for administrators:/mu,
  },
  {
    by: 'Postfix',
    failed: /This is the (?:Postfix program|mail system) at host[\s\S]{0,300}?could not\s{1,4}be delivered/u,
    delayed:
      /This is the (?:Postfix program|mail system) at host[\s\S]{0,600}?(?:has not been delivered yet|could not be delivered for|delayed)/u,
    copy: /^--[\w./+-]{1,100}\nContent-(?:Description: Undelivered Message|Type: (?:message|text)\/rfc822)/mu,
  },
];

/** What a program says is at the beginning; a long transcript need not be read to its end. */
const maxChars = 16_384;

/** `text`: decoded, its lines end with a line feed alone. */
export function parseBounceText(text: string): TextBounce | null {
  const said = text.slice(0, maxChars).trimStart();
  for (const { failed, delayed, copy } of forms) {
    const own = said.slice(0, placeOf(copy, said));
    const isDelayed = delayed?.test(own) ?? false;
    // a warning that something may fail later is one of a delay
    if (isDelayed || failed.test(own)) return bounceOf(own, isDelayed ? 'delayed' : 'failed');
  }
  return null;
}

/** From a mail server, of no known form: only where all its codes are of one sort. */
export function parseCodesOnly(text: string, copyAt: number): TextBounce | null {
  const own = text.slice(0, Math.min(copyAt, maxChars));
  const codes = enhancedCodes(own);
  const kinds = new Set(codes.map((code) => code[0]));
  if (kinds.size !== 1 || kinds.has('2')) return null;
  const hasFailed =
    /\b(?:undeliver|not (?:be )?deliver|could not|failed|failure|returned|rejected|refused)/iu.test(own);
  if (kinds.has('5')) return hasFailed ? bounceOf(own, 'failed') : null;
  return /\b(?:delay|later|retry|retried|still (?:being )?tr)/iu.test(own) ? bounceOf(own, 'delayed') : null;
}

function bounceOf(own: string, action: 'failed' | 'delayed'): TextBounce {
  const codes = enhancedCodes(own);
  return {
    action,
    status: codes.length === 1 ? codes[0]! : null,
    diagnostic: saidOf(own),
    addresses: recipientsOf(own),
  };
}

function placeOf(sign: RegExp, text: string): number {
  const at = text.search(sign);
  return at < 0 ? text.length : at;
}

const maxAddresses = 20;

/** Lines that are an address alone, with or without angle brackets and a colon, as all these programs write them. */
function recipientsOf(own: string): string[] {
  const addresses = new Set<string>();
  for (const line of own.split('\n')) {
    const found = /^[ \t]{0,8}<?([^\s<>@:;,"()]{1,64}@[\w.-]{1,255}?)>?(?::|$|[ \t]{1,4}on |:? host )/u.exec(
      line.slice(0, 400),
    );
    if (found) addresses.add(found[1]!.toLowerCase());
    if (addresses.size === maxAddresses) break;
  }
  return [...addresses];
}

const maxSaid = 600;

/** From the first reply code on, or from behind the address. */
function saidOf(own: string): string {
  const at = own.search(/(?<![\d.])[45]\d\d[ -](?!\d{1,2} )|Remote host said|#[45]\.\d/u);
  return own
    .slice(Math.max(at, 0), Math.max(at, 0) + maxSaid)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
