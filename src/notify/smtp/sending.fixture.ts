/*
 * Mails to send and a sender that gives back the outcomes, for tests.
 */
import { runSender } from './run-sender.ts';
import type { OutgoingMail, SenderOptions, SmtpOutcome } from './sender-types.ts';

export function mail(id: number, of: Partial<OutgoingMail> = {}): OutgoingMail {
  const bytes = Buffer.from(`Subject: ${id}\r\n\r\n.one\r\n..two\r\nthree ${id}\r\n`);
  const envelope = { from: 'b@example.org', to: `p${id}@example.net`, domain: 'example.net' };
  return { id, ...envelope, token: `t${id}`, bytes, ...of };
}

export function many(count: number): OutgoingMail[] {
  return Array.from({ length: count }, (_, i) => mail(i + 1));
}

/** Sends all, and gives the outcomes in the order in which they came. */
export async function send(
  url: string,
  mails: OutgoingMail[],
  options: Partial<SenderOptions> = {},
): Promise<SmtpOutcome[]> {
  const outcomes: SmtpOutcome[] = [];
  const waiting = [...mails];
  await runSender({
    url,
    connections: 1,
    take: () => Promise.resolve(waiting.shift() ?? null),
    beforeBody: () => Promise.resolve(),
    onOutcome: (outcome) => void outcomes.push(outcome),
    ...options,
  });
  return outcomes;
}
