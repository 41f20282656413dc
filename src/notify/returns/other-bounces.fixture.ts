/*
 * Bounces of Postfix that are no plain failure, of gateways and lists: each with what it says.
 */
import {
  bouncedAddress,
  bouncedHeader,
  bouncedId,
  bouncedMail,
  reportMail,
  toSender,
  type ServerBounce,
} from './bounced-mail.fixture.ts';

export const otherBounces: readonly ServerBounce[] = [
  {
    by: 'Postfix, delayed',
    outcome: 'delayed',
    code: '4.4.1',
    hasToken: true,
    mail: reportMail(
      `Return-Path: <>\nFrom: MAILER-DAEMON@mx.sender.example (Mail Delivery System)\nSubject: Delayed Mail (still being retried)\n${toSender}Auto-Submitted: auto-replied\n`,
      {
        text: `Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.sender.example.

####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<${bouncedAddress}>: connect to mx.receiver.example[192.0.2.25]:25:
    Connection timed out
`,
        status: `Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.sender.example
X-Postfix-Queue-ID: 4B7A91C2D3
X-Postfix-Sender: rfc822; notices@sender.example
Arrival-Date: Mon, 23 Nov 2026 05:12:43 +0000 (UTC)

Final-Recipient: rfc822; ${bouncedAddress}
Original-Recipient: rfc822;${bouncedAddress}
Action: delayed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mx.receiver.example[192.0.2.25]:25:
    Connection timed out
Will-Retry-Until: Sat, 28 Nov 2026 05:12:43 +0000 (UTC)
`,
        back: `Content-Type: text/rfc822-headers\n\n${bouncedHeader}`,
      },
    ),
  },
  {
    by: 'Postfix, relayed',
    outcome: 'relayed',
    code: '2.0.0',
    hasToken: true,
    mail: reportMail(
      `Return-Path: <>\nFrom: MAILER-DAEMON@mx.sender.example\nSubject: Successful Mail Delivery Report\n${toSender}`,
      {
        text: `Content-Type: text/plain

This is the mail system at host mx.sender.example.

Your message was successfully delivered to the destination(s)
listed below. If the message was delivered to mailbox you will
receive no further notifications. Otherwise you may still receive
notifications of mail delivery errors from other systems.
`,
        status: `Content-Type: message/delivery-status

Reporting-MTA: dns; mx.sender.example

Final-Recipient: rfc822; ${bouncedAddress}
Action: relayed
Status: 2.0.0
Diagnostic-Code: smtp; 250 2.0.0 Ok: queued as 7C1D22
`,
        back: `Content-Type: text/rfc822-headers\n\n${bouncedHeader}`,
      },
    ),
  },
  {
    by: 'a gateway that has the report within a mixed mail',
    outcome: 'bounced',
    code: '5.4.4',
    hasToken: true,
    mail: `From: postmaster@relay.example
${toSender}Subject: Delivery failure
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: text/plain

Delivery failed.
--outer
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

${Buffer.from(
  `Reporting-MTA: dns; relay.example\r\n\r\nFinal-Recipient: rfc822; ${bouncedAddress}\r\nAction: failed\r\nStatus: 5.4.4 (no route to host)\r\n`,
).toString('base64')}
--outer
Content-Type: message/rfc822

${bouncedMail}
--outer--
`,
  },
  {
    by: 'a list server that went through two mailboxes, of which one was there',
    outcome: 'delivered',
    code: '2.1.5',
    hasToken: true,
    mail: reportMail(`Return-Path: <>\nFrom: MAILER-DAEMON@lists.example\n${toSender}Subject: Report\n`, {
      text: 'Content-Type: text/plain\n\nA report.',
      status: `Content-Type: message/delivery-status

Reporting-MTA: dns; lists.example

Final-Recipient: rfc822; first@lists.example
Action: failed
Status: 5.1.1

Final-Recipient: rfc822; second@lists.example
Action: delivered
Status: 2.1.5
`,
    }),
  },
  {
    by: 'a server of no known form',
    outcome: 'bounced',
    code: '5.1.2',
    hasToken: true,
    mail: `Return-Path: <>
From: Postmaster <postmaster@relay.example>
${toSender}Subject: message not delivered

We could not deliver what you wrote to ${bouncedAddress} (5.1.2).

Message-ID: ${bouncedId}
`,
  },
];
