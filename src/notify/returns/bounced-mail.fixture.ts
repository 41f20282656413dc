/*
 * Bounces as mail servers of many makes write them, each about an invented person: what they have in common, and what is
 * expected of each. They come from the forms that the programs are known for, written anew.
 */
import { sentMail } from './returned-mails.fixture.ts';
import type { Outcome } from './delivery-outcome.ts';

export const bouncedToken = '6f1e0c44a9b27d35816a02fe93c7d4b8';
export const bouncedAddress = 'dana.example@receiver.example';

export const bouncedId = `<${bouncedToken}@sender.example>`;
export const bouncedMail = sentMail({ messageId: bouncedId, address: bouncedAddress });
export const bouncedHeader = bouncedMail.slice(0, bouncedMail.indexOf('\n\n') + 1);

export interface ServerBounce {
  by: string;
  mail: string;
  outcome: Outcome;
  code: string | null;
  /** It gives back the mail, or its header. */
  hasToken: boolean;
}

/** A report of the form of RFC 3464 around what the server says in each part. */
export function reportMail(
  header: string,
  {
    text,
    status,
    back = `Content-Type: message/rfc822\n\n${bouncedMail}`,
  }: { text: string; status: string; back?: string },
): string {
  return `${header}MIME-Version: 1.0
Content-Type: multipart/report; report-type="delivery-status"; boundary="=_b1"

--=_b1
${text}
--=_b1
${status}
--=_b1
${back}
--=_b1--
`;
}

/** Fields that all of them have. */
export const toSender = 'To: <notices@sender.example>\nDate: Mon, 23 Nov 2026 09:12:44 +0000\n';
