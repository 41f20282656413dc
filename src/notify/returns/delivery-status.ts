// What a delivery report says (RFC 3464). In: the body of a message/delivery-status part. Out: what became of the mail for
// each recipient, and the number of the envelope. Fields that are missing or make no sense are null.

import { parseHeader } from './mail-part.ts';
import { enhancedCode } from './status-code.ts';

export interface DeliveryReport {
  /** As we gave it when the mail was handed over (RFC 3461). */
  envelopeId: string | null;
  recipients: RecipientReport[];
}

export interface RecipientReport {
  /** In lower case: failed, delayed, delivered, relayed, expanded; null where it is none of them. */
  action: string | null;
  /** Of RFC 3463, such as 5.1.1. */
  status: string | null;
  /** What the other server said. */
  diagnostic: string | null;
  /** Final and original recipient, in lower case, in every way in which they may be meant. */
  addresses: string[];
}

/** A mail of ours has one recipient; a list that it was sent on to may have many. */
const maxRecipients = 500;
const actions = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);

export function parseDeliveryReport(body: string): DeliveryReport {
  const report: DeliveryReport = { envelopeId: null, recipients: [] };
  for (let at = 0; at < body.length && report.recipients.length < maxRecipients;) {
    const found = body.indexOf('\n\n', at);
    const end = found < 0 ? body.length : found;
    const group = parseHeader(body.slice(at, end).replace(/^\n+/u, ''));
    at = end + 2;
    report.envelopeId ??= group.first('original-envelope-id');
    const [final, original] = [group.first('final-recipient'), group.first('original-recipient')];
    const action =
      group
        .first('action')
        ?.toLowerCase()
        .match(/[a-z]+/u)?.[0] ?? null;
    if (action === null && final === null) continue;
    const diagnostic = group.first('diagnostic-code');
    report.recipients.push({
      action: action !== null && actions.has(action) ? action : null,
      status: enhancedCode(group.first('status') ?? ''),
      diagnostic: diagnostic === null ? null : diagnostic.replace(/^\s*[\w.-]{1,40}\s*;\s*/u, ''),
      addresses: [...new Set([...addressesOf(final), ...addressesOf(original)])],
    });
  }
  return report;
}

/** `rfc822; <dana+2Bjobs@example.org>`: whether it is xtext (RFC 3461) is not said, so both are meant. */
export function addressesOf(field: string | null): string[] {
  if (field === null) return [];
  const address = field
    .replace(/^[^;]{0,40};/u, '')
    .trim()
    .replace(/^<(.*)>$/u, '$1')
    .toLowerCase();
  if (!address.includes('@') || address.length > 320) return [];
  const decoded = address.replaceAll(/\+([0-9a-f]{2})/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)).toLowerCase(),
  );
  return decoded === address ? [address] : [decoded, address];
}
