/*
 * Bounces of Exim, qmail and sendmail: each with what it says.
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

export const unixBounces: readonly ServerBounce[] = [
  {
    by: 'Exim with a report',
    outcome: 'bounced',
    code: '5.0.0',
    hasToken: true,
    mail: reportMail(
      `Return-path: <>\nX-Failed-Recipients: ${bouncedAddress}\nAuto-Submitted: auto-replied\nFrom: Mail Delivery System <Mailer-Daemon@mail.sender.example>\nSubject: Mail delivery failed: returning message to sender\n${toSender}`,
      {
        text: `Content-type: text/plain; charset=us-ascii

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${bouncedAddress}
    Unrouteable address
`,
        status: `Content-type: message/delivery-status

Reporting-MTA: dns; mail.sender.example

Action: failed
Final-Recipient: rfc822;${bouncedAddress}
Status: 5.0.0
`,
      },
    ),
  },
  {
    by: 'Exim without a report',
    outcome: 'bounced',
    code: '5.1.1',
    hasToken: true,
    mail: `Return-path: <>
X-Failed-Recipients: ${bouncedAddress}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mail.sender.example>
${toSender}Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${bouncedAddress}
    SMTP error from remote mail server after RCPT TO:<${bouncedAddress}>:
    host mx.receiver.example [192.0.2.25]: 550 5.1.1 <${bouncedAddress}>:
    Recipient address rejected: User unknown in virtual mailbox table

------ This is a copy of the message, including all the headers. ------

${bouncedMail}`,
  },
  {
    by: 'Exim, delayed',
    outcome: 'delayed',
    code: null,
    hasToken: true,
    mail: `Return-path: <>
From: Mail Delivery System <Mailer-Daemon@mail.sender.example>
${toSender}Subject: Warning: message 1pKx2a-0007Qb-Le delayed 24 hours

This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mail.sender.example.

The message identifier is:     1pKx2a-0007Qb-Le
Message-ID:                    ${bouncedId}

The address to which the message has not yet been delivered is:

  ${bouncedAddress}
    Delay reason: Connection timed out

No action is required on your part. Delivery attempts will continue for
some time, and this warning may be repeated at intervals if the message
remains undelivered.
`,
  },
  {
    by: 'qmail',
    outcome: 'bounced',
    code: '5.1.1',
    hasToken: true,
    mail: `Return-Path: <>
From: MAILER-DAEMON@mx.receiver.example
${toSender}Subject: failure notice

Hi. This is the qmail-send program at mx.receiver.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${bouncedAddress}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <notices@sender.example>
${bouncedMail}`,
  },
  {
    by: 'qmail, mailbox full',
    outcome: 'full',
    code: '5.2.2',
    hasToken: true,
    mail: `Return-Path: <>
From: MAILER-DAEMON@mx.receiver.example
${toSender}Subject: failure notice

Hi. This is the qmail-send program at mx.receiver.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${bouncedAddress}>:
The users mailfolder is over the allowed quota (size). (#5.2.2)

--- Below this line is a copy of the message.

Return-Path: <notices@sender.example>
${bouncedMail}`,
  },
  {
    by: 'sendmail with a report',
    outcome: 'bounced',
    code: '5.1.1',
    hasToken: true,
    mail: reportMail(
      `Return-Path: <MAILER-DAEMON>\nFrom: Mail Delivery Subsystem <MAILER-DAEMON@mail.sender.example>\nSubject: Returned mail: see transcript for details\n${toSender}Auto-Submitted: auto-generated (failure)\n`,
      {
        text: `
The original message was received at Mon, 23 Nov 2026 09:12:43 GMT
from localhost [127.0.0.1]

   ----- The following addresses had permanent fatal errors -----
<${bouncedAddress}>
    (reason: 550 5.1.1 <${bouncedAddress}>... User unknown)

   ----- Transcript of session follows -----
... while talking to mx.receiver.example.:
>>> DATA
<<< 550 5.1.1 <${bouncedAddress}>... User unknown
550 5.1.1 <${bouncedAddress}>... User unknown
<<< 503 5.0.0 Need RCPT (recipient)
`,
        status: `Content-Type: message/delivery-status

Reporting-MTA: dns; mail.sender.example
Received-From-MTA: DNS; localhost
Arrival-Date: Mon, 23 Nov 2026 09:12:43 GMT

Final-Recipient: RFC822; ${bouncedAddress}
Action: failed
Status: 5.1.1
Remote-MTA: DNS; mx.receiver.example
Diagnostic-Code: SMTP; 550 5.1.1 <${bouncedAddress}>... User unknown
Last-Attempt-Date: Mon, 23 Nov 2026 09:12:44 GMT
`,
      },
    ),
  },
  {
    by: 'sendmail of old',
    outcome: 'bounced',
    code: '5.0.0',
    hasToken: true,
    mail: `From: Mail Delivery Subsystem <MAILER-DAEMON@mail.sender.example>
${toSender}Subject: Returned mail: User unknown

The original message was received at Mon, 23 Nov 2026 09:12:43 GMT
from localhost [127.0.0.1]

   ----- The following addresses had delivery problems -----
<${bouncedAddress}>  (unrecoverable error)

   ----- Transcript of session follows -----
... while talking to mx.receiver.example.:
>>> RCPT To:<${bouncedAddress}>
<<< 550 <${bouncedAddress}>... User unknown
550 <${bouncedAddress}>... User unknown

   ----- Original message follows -----

${bouncedMail}`,
  },
  {
    by: 'sendmail of old, delayed',
    outcome: 'delayed',
    code: null,
    hasToken: true,
    mail: `From: Mail Delivery Subsystem <MAILER-DAEMON@mail.sender.example>
${toSender}Subject: Warning: could not send message for past 4 hours

    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

The original message was received at Mon, 23 Nov 2026 05:12:43 GMT
from localhost [127.0.0.1]

   ----- The following addresses had transient non-fatal errors -----
<${bouncedAddress}>

   ----- Transcript of session follows -----
<${bouncedAddress}>... Deferred: Connection timed out with mx.receiver.example.
Warning: message still undelivered after 4 hours
Will keep trying until message is 5 days old

   ----- Message header follows -----
${bouncedHeader}`,
  },
];
