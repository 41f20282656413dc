/*
 * What comes back for a mail, as mail servers write it: failed and delayed deliveries, complaints, all about invented
 * people. Lines end as in a mailbox on a disk.
 */
import { randomUUID } from 'node:crypto';

export interface ReturnedAbout {
  /** With its angle brackets, as in the mail that was sent. */
  messageId: string;
  /** Whom the mail was sent to. */
  address: string;
}

/** RFC 3464, as Postfix writes it. `code`: of RFC 3463; `reply`: what the other server said. */
export function dsnFor(
  messageId: string,
  address: string,
  code: string,
  {
    action = code.startsWith('2') ? 'delivered' : code.startsWith('4') ? 'delayed' : 'failed',
    reply = `550 ${code} <${address}>: not accepted`,
    sentTo = 'notices@sender.example',
    envelopeId = null,
    id = randomUUID(),
  }: {
    action?: string;
    reply?: string;
    /** Where it comes back to: the return path of the mail. */
    sentTo?: string;
    envelopeId?: string | null;
    /** Of the report itself. */
    id?: string;
  } = {},
): string {
  const boundary = `4B7A91C2D3.${id.slice(0, 8)}/mx.sender.example`;
  const envelope = envelopeId === null ? '' : `Original-Envelope-Id: ${envelopeId}\n`;
  return `Return-Path: <>
Received: by mx.sender.example (Postfix)
	id 4B7A91C2D3; Mon, 23 Nov 2026 09:12:44 +0000 (UTC)
Date: Mon, 23 Nov 2026 09:12:44 +0000 (UTC)
From: MAILER-DAEMON@mx.sender.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${sentTo}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="${boundary}"
Content-Transfer-Encoding: 8bit
Message-Id: <${id}@mx.sender.example>

This is a MIME-encapsulated message.

--${boundary}
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.sender.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

                   The mail system

<${address}>: host mx.receiver.example[192.0.2.25] said: ${reply} (in reply to
    RCPT TO command)

--${boundary}
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.sender.example
${envelope}X-Postfix-Queue-ID: 4B7A91C2D3
X-Postfix-Sender: rfc822; ${sentTo}
Arrival-Date: Mon, 23 Nov 2026 09:12:43 +0000 (UTC)

Final-Recipient: rfc822; ${address}
Original-Recipient: rfc822;${address.replaceAll('+', '+2B')}
Action: ${action}
Status: ${code}
Remote-MTA: dns; mx.receiver.example
Diagnostic-Code: smtp; ${reply}

--${boundary}
Content-Description: Undelivered Message
Content-Type: message/rfc822
Content-Transfer-Encoding: 8bit

${sentMail({ messageId, address })}
--${boundary}--
`;
}

export type Feedback = 'abuse' | 'fraud' | 'virus' | 'other' | 'opt-out' | 'not-spam' | 'auth-failure';

/** RFC 5965, as a feedback loop writes it. */
export function arfFor(
  messageId: string,
  address: string,
  feedback: Feedback = 'abuse',
  { id = randomUUID() }: { id?: string } = {},
): string {
  const boundary = `part-${id}`;
  return `Return-Path: <feedback@receiver.example>
From: <feedback@receiver.example>
To: <complaints@sender.example>
Subject: complaint about message from 192.0.2.10
Date: Mon, 23 Nov 2026 10:15:00 +0000
Message-ID: <${id}@receiver.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report;
     boundary="${boundary}"

--${boundary}
Content-Type: text/plain; charset="US-ASCII"
Content-Transfer-Encoding: 7bit

This is an email abuse report for an email message received from IP
192.0.2.10 on Mon, 23 Nov 2026 09:12:43 +0000.

--${boundary}
Content-Type: message/feedback-report

Feedback-Type: ${feedback}
User-Agent: ReceiverLoop/2.1
Version: 1
Original-Mail-From: <notices@sender.example>
Original-Rcpt-To: <${address}>
Arrival-Date: Mon, 23 Nov 2026 09:12:43 +0000
Reported-Domain: sender.example
Source-IP: 192.0.2.10

--${boundary}
Content-Type: message/rfc822
Content-Disposition: inline

${sentMail({ messageId, address })}
--${boundary}--
`;
}

/** The mail that came back. */
export function sentMail({ messageId, address }: ReturnedAbout): string {
  return `Received: from sender.example (localhost [127.0.0.1])
	by mx.sender.example (Postfix) with ESMTP id 4B7A91C2D3
	for <${address}>; Mon, 23 Nov 2026 09:12:43 +0000 (UTC)
From: Example Jobs <notices@sender.example>
To: <${address}>
Subject: Your data was in a file that got out
Date: Mon, 23 Nov 2026 09:12:43 +0000
Message-ID: ${messageId}
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dear Dana Example,

A file with data of yours got out. This is what it holds of you.
`;
}

/** An mbox as a mail server writes it: lines that begin with From are quoted, a blank line behind each mail. */
export function mboxOf(mails: readonly string[]): string {
  return mails
    .map((mail) => {
      const quoted = mail.replaceAll(/^(>*From )/gmu, '>$1').replace(/\n*$/u, '\n');
      return `From MAILER-DAEMON Mon Nov 23 09:12:44 2026\n${quoted}\n`;
    })
    .join('');
}
