// What a report means for the person. In: action, code and what the other server said. Out: one of six outcomes, or null
// where it says nothing that is understood. What is about us, not about the person, is told apart: nobody is given up
// because our mail server was not liked.

import type { RecipientReport } from './delivery-status.ts';
import { codeOfReply, enhancedCode } from './status-code.ts';

/**
 * `bounced`: it does not reach him there. `full`: his mailbox was full for as long as it was tried. `policy`: we, or the
 * mail, are refused. `delayed`: it is still being tried. `relayed`: it went on to where nothing is reported from.
 */
export type Outcome = 'bounced' | 'full' | 'policy' | 'delayed' | 'delivered' | 'relayed';

export interface DeliveryOutcome {
  outcome: Outcome;
  /** Of RFC 3463; null where none was given. */
  code: string | null;
}

/**
 * Under 5.7, but about the mailbox: disabled, of another owner now (RFC 5248, RFC 7293), or open to few senders, as
 * Exchange Online says it.
 */
const aboutMailbox = new Set(['13', '17', '18', '124', '129', '133', '134', '135']);
/** Elsewhere, but about us: a bad sender (RFC 3463 3.2), or a limit of how much we may send. */
const aboutSender = new Set(['1.7', '1.8', '1.90', '4.5']);
/** Full, or more than the reader may get in an hour. */
const fullMailbox = new Set(['2.2', '2.121', '2.122']);

const saysNobody =
  /user unknown|unknown user|no such (?:user|recipient|mailbox|address|person)|(?:user|mailbox|recipient|account|address)[^.]{0,40}(?:not (?:found|exist)|does ?n['o]t exist|unknown|unavailable|disabled|inactive|closed|suspended)|doesn['o]t have an? [^ ]{1,60} account|invalid (?:recipient|mailbox)|unrouteable address/iu;
const saysFull =
  /(?:mailbox|account|inbox|quota)[^.]{0,40}(?:is full|full|exceeded|over (?:its )?quota)|over ?quota|quota exceeded|out of storage|insufficient (?:disk|storage)/iu;
const saysPolicy =
  /spam|blocked|block ?list|black ?list|deny ?list|reputation|policy|\bspf\b|dkim|dmarc|unsolicited|rate.?limit|too many (?:messages|connections)|not authenticated|unauthenticated/iu;

/** Only that much of what a server said is looked at. */
const maxSaidChars = 2_000;

export function deliveryOutcome({
  action,
  status,
  diagnostic,
}: Pick<RecipientReport, 'action' | 'status' | 'diagnostic'>): DeliveryOutcome | null {
  const said = (diagnostic ?? '').slice(0, maxSaidChars);
  const code = finestCode(status, said);
  switch (action) {
    case 'delivered':
    case 'relayed':
      // a report that contradicts itself says nothing
      return code !== null && !code.startsWith('2') ? null : { outcome: action, code };
    case 'expanded':
      return { outcome: 'relayed', code };
    case 'delayed':
      return code?.startsWith('2') ? null : { outcome: 'delayed', code };
    case 'failed':
      return code?.startsWith('2') ? null : { outcome: failureOf(code, said), code };
    default:
      return null;
  }
}

/** A report often says x.0.0 where the server that refused said more. */
function finestCode(status: string | null, said: string): string | null {
  const quoted = enhancedCode(said);
  if (status !== null && !status.endsWith('.0.0')) return status;
  if (quoted !== null && (status === null || status[0] === quoted[0])) return quoted;
  return status ?? codeOfReply(said);
}

/** It was given up: 4.x.x then means that it was tried for days. */
function failureOf(code: string | null, said: string): 'bounced' | 'full' | 'policy' {
  const [sort, subject, detail] = code?.split('.') ?? [];
  const kind = `${subject}.${detail}`;
  if (subject === '7') return aboutMailbox.has(detail!) || saysNobody.test(said) ? 'bounced' : 'policy';
  if (aboutSender.has(kind)) return 'policy';
  if (fullMailbox.has(kind)) return sort === '5' ? 'full' : 'bounced';
  const isVague = code === null || subject === '0' || subject === '5' || kind === '3.0';
  if (!isVague || saysNobody.test(said)) return 'bounced';
  if (saysFull.test(said)) return 'full';
  return saysPolicy.test(said) ? 'policy' : 'bounced';
}
