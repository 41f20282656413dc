/*
 * Bounces of large providers, of Exchange and Domino: each with what it says.
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

export const providerBounces: readonly ServerBounce[] = [
  {
    by: 'Gmail',
    outcome: 'bounced',
    code: '5.1.1',
    hasToken: true,
    mail: `Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
${toSender}Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
References: ${bouncedId}
In-Reply-To: ${bouncedId}
X-Failed-Recipients: ${bouncedAddress}
Content-Type: multipart/report; boundary="000000000000a1"; report-type=delivery-status

--000000000000a1
Content-Type: multipart/related; boundary="000000000000b2"

--000000000000b2
Content-Type: multipart/alternative; boundary="000000000000c3"

--000000000000c3
Content-Type: text/plain; charset="UTF-8"

** Address not found **

Your message wasn't delivered to ${bouncedAddress} because the address couldn't be found, or is unable to receive mail.

The response was:

550 5.1.1 The email account that you tried to reach does not exist.
--000000000000c3
Content-Type: text/html; charset="UTF-8"

<html><body><p>Address not found</p></body></html>
--000000000000c3--
--000000000000b2
Content-Type: image/png; name="icon.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--000000000000b2--
--000000000000a1
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Arrival-Date: Mon, 23 Nov 2026 01:12:43 -0800 (PST)
X-Original-Message-ID: ${bouncedId}

Final-Recipient: rfc822; ${bouncedAddress}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
 550 5.1.1 Please try double-checking the recipient's email address for typos
Last-Attempt-Date: Mon, 23 Nov 2026 01:12:44 -0800 (PST)

--000000000000a1
Content-Type: message/rfc822

${bouncedMail}
--000000000000a1--
`,
  },
  {
    by: 'Gmail of old',
    outcome: 'bounced',
    code: '5.1.1',
    hasToken: true,
    mail: `Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
${toSender}Subject: Delivery Status Notification (Failure)

Delivery to the following recipient failed permanently:

     ${bouncedAddress}

Technical details of permanent failure:
Google tried to deliver your message, but it was rejected by the recipient domain.
The error that the other server returned was: 550 550 5.1.1 <${bouncedAddress}>:
Recipient address rejected: User unknown (state 14).

   ----- Original message -----

${bouncedMail}`,
  },
  {
    by: 'Exchange',
    outcome: 'bounced',
    code: '5.1.1',
    hasToken: true,
    mail: reportMail(
      `From: <postmaster@receiver.example>\n${toSender}X-MS-Exchange-Message-Is-Ndr:\nContent-Language: en-GB\nSubject: Undeliverable: Your data was in a file that got out\nIn-Reply-To: ${bouncedId}\n`,
      {
        text: `Content-Type: multipart/alternative; differences=Content-Type; boundary="=_in"

--=_in
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

Delivery has failed to these recipients or groups:

${bouncedAddress}<mailto:${bouncedAddress}>
The e-mail address you entered couldn't be found. Please check the recipient=
's e-mail address and try to resend the message.

Diagnostic information for administrators:

Generating server: mx.receiver.example

${bouncedAddress}
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

--=_in
Content-Type: text/html; charset="us-ascii"

<html><body>Delivery has failed</body></html>
--=_in--`,
        status: `Content-Type: message/delivery-status

Reporting-MTA: dns;mx.receiver.example
Received-From-MTA: dns;sender.example
Arrival-Date: Mon, 23 Nov 2026 09:12:43 +0000

Final-Recipient: rfc822;${bouncedAddress}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp;550 5.1.1 RESOLVER.ADR.RecipNotFound; not found
`,
      },
    ),
  },
  {
    by: 'Exchange of old',
    outcome: 'bounced',
    code: null,
    hasToken: false,
    mail: `From: System Administrator <postmaster@receiver.example>
${toSender}Subject: Undeliverable: Your data was in a file that got out

Your message

  To:      ${bouncedAddress}
  Subject: Your data was in a file that got out
  Sent:    Mon, 23 Nov 2026 09:12:43 +0000

did not reach the following recipient(s):

${bouncedAddress} on Mon, 23 Nov 2026 09:12:44 +0000
    The recipient name is not recognized
	The MTS-ID of the original message is: c=gb;a= ;p=receiver;l=MAIL0-261123
    MSEXCH:IMS:RECEIVER:SITE:MAIL 0 (000C05A6) Unknown Recipient
`,
  },
  {
    by: 'Office 365',
    outcome: 'bounced',
    code: '5.1.10',
    hasToken: true,
    mail: reportMail(
      `From: <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@receiver.example>\n${toSender}Message-ID: <a1b2c3d4-0000-4000-8000-000000000001@AM0EX01.receiver.example>\nX-MS-Exchange-Message-Is-Ndr:\nSubject: Undeliverable: Your data was in a file that got out\n`,
      {
        text: `Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PGh0bWw+PGJvZHk+WW91ciBtZXNzYWdlIGNvdWxkbid0IGJlIGRlbGl2ZXJlZC48L2JvZHk+PC9odG1sPg==
`,
        status: `Content-Type: message/delivery-status

Reporting-MTA: dns;AM0EX01.receiver.example
Received-From-MTA: dns;sender.example
Arrival-Date: Mon, 23 Nov 2026 09:12:43 +0000

Original-Recipient: rfc822;${bouncedAddress}
Final-Recipient: rfc822;${bouncedAddress}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
`,
      },
    ),
  },
  {
    by: 'Office 365, refused because of who sends',
    outcome: 'policy',
    code: '5.7.606',
    hasToken: true,
    mail: reportMail(
      `Return-Path: <>\nFrom: MAILER-DAEMON@mx.sender.example\n${toSender}Subject: Undelivered Mail\n`,
      {
        text: 'Content-Type: text/plain\n\nIt was not delivered.',
        status: `Content-Type: message/delivery-status

Reporting-MTA: dns; mx.sender.example

Final-Recipient: rfc822; ${bouncedAddress}
Action: failed
Status: 5.7.606
Remote-MTA: dns; receiver-example.mail.receiver.example
Diagnostic-Code: smtp; 550 5.7.606 Access denied, banned sending IP [192.0.2.10]
`,
      },
    ),
  },
  {
    by: 'Yahoo',
    outcome: 'bounced',
    code: '5.0.0',
    hasToken: true,
    mail: `From: MAILER-DAEMON@mta1.receiver.example
${toSender}Subject: Failure Notice

Sorry, we were unable to deliver your message to the following address.

<${bouncedAddress}>:
Remote host said: 554 delivery error: dd This user doesn't have a receiver.example account (${bouncedAddress}) [0] - mta1.receiver.example [BODY]

--- Below this line is a copy of the message.

${bouncedMail}`,
  },
  {
    by: 'Domino',
    outcome: 'bounced',
    code: '5.0.0',
    hasToken: true,
    mail: reportMail(
      `From: Postmaster@receiver.example\n${toSender}Subject: DELIVERY FAILURE: User dana.example (dana.example@receiver.example) not listed in Domino Directory\n`,
      {
        text: `Content-Type: text/plain; charset=us-ascii

Your message

  Subject: Your data was in a file that got out

was not delivered to:

  ${bouncedAddress}

because:

  User dana.example (${bouncedAddress}) not listed in Domino Directory
`,
        status: `Content-Type: message/delivery-status

Reporting-MTA: dns;mail.receiver.example

Final-Recipient: rfc822;${bouncedAddress}
Action: failed
Status: 5.0.0
Diagnostic-Code: X-Notes; User dana.example (${bouncedAddress}) not listed in Domino Directory
`,
        back: `Content-Type: text/rfc822-headers\n\n${bouncedHeader}`,
      },
    ),
  },
];
