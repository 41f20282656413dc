import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxReturnBytes, readReturn } from './read-return.ts';
import { arfFor, dsnFor, type Feedback, sentMail } from './returned-mails.fixture.ts';
import { bouncedAddress, bouncedToken } from './bounced-mail.fixture.ts';
import { otherBounces } from './other-bounces.fixture.ts';
import { providerBounces } from './provider-bounces.fixture.ts';
import { unixBounces } from './unix-bounces.fixture.ts';

const messageId = `<${bouncedToken}@sender.example>`;
const serverBounces = [...unixBounces, ...providerBounces, ...otherBounces];
const read = (mail: string) => readReturn(Buffer.from(mail));

test.each(serverBounces)('the bounce of $by is understood', ({ mail, outcome, code, hasToken }) => {
  for (const form of [mail, mail.replaceAll('\n', '\r\n')]) {
    const returned = readReturn(Buffer.from(form));
    expect(returned).toMatchObject({ sort: 'report', outcome, code, tokens: hasToken ? [bouncedToken] : [] });
    // a mail that comes back names itself, so that no address has to stand for it
    expect(returned).toMatchObject({ isNamed: hasToken });
  }
});

test('a bounce that gives no mail back says whom it is about', () => {
  const unnamed = serverBounces.filter(({ hasToken }) => !hasToken);
  expect(unnamed.length).toBeGreaterThan(0);
  for (const { mail } of unnamed) expect(read(mail)).toMatchObject({ addresses: [bouncedAddress] });
});

test('the envelope and the return path name the mail where nothing else does', () => {
  const bare = (mail: string) => mail.replace(/^Message-ID: .*\n/mu, '');
  const options = { envelopeId: bouncedToken };
  expect(read(bare(dsnFor(messageId, bouncedAddress, '5.1.1', options)))).toMatchObject({
    tokens: [bouncedToken],
  });
  const path = { sentTo: `b+${bouncedToken}@sender.example` };
  expect(read(bare(dsnFor(messageId, bouncedAddress, '5.1.1', path)))).toMatchObject({
    tokens: [bouncedToken],
  });
});

test('the number of the report itself is none of a mail of ours', () => {
  const own = dsnFor('<some.mail@sender.example>', bouncedAddress, '5.1.1', { id: bouncedToken });
  expect(read(own)).toMatchObject({ sort: 'report', tokens: [], isNamed: true });
});

test('an address in xtext is meant decoded and as it stands', () => {
  expect(read(dsnFor(messageId, 'dana+jobs@receiver.example', '5.1.1'))).toMatchObject({
    addresses: ['dana+jobs@receiver.example', 'dana+2bjobs@receiver.example'],
  });
});

test.each<[Feedback, boolean]>([
  ['abuse', true],
  ['fraud', true],
  ['virus', true],
  ['opt-out', true],
  ['other', true],
  ['not-spam', false],
  ['auth-failure', false],
])('feedback of the type %s is a complaint: %s', (feedback, isComplaint) => {
  const returned = read(arfFor(messageId, bouncedAddress, feedback));
  const addresses = [bouncedAddress];
  expect(returned).toMatchObject({
    sort: 'complaint',
    feedback,
    isComplaint,
    addresses,
    tokens: [bouncedToken],
  });
});

test.each([
  ['Auto-Submitted: auto-replied', 'Auto: away'],
  ['X-Autoreply: yes', 'Re: your mail'],
  ['Precedence: auto_reply', 'Re: your mail'],
  ['X-Mailer: any', 'Out of Office: your mail'],
  ['X-Mailer: any', 'Réponse automatique : absence'],
  ['X-Mailer: any', '=?utf-8?Q?R=C3=A9ponse_automatique_:?= absence'],
  ['X-Mailer: any', '=?iso-8859-1?B?QWJ3ZXNlbmhlaXRzbm90aXo=?='],
])('an answer that nobody wrote (%s) is neither bounce nor complaint', (field, subject) => {
  const mail = `From: <${bouncedAddress}>\n${field}\nSubject: ${subject}\nIn-Reply-To: ${messageId}\n\nBack on the 5.1.1 of May.\n`;
  expect(read(mail)).toEqual({ sort: 'auto-reply' });
});

test('a receipt that somebody read the mail is an automatic answer', () => {
  const mail = `From: ${bouncedAddress}\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: text/plain\n\nIt was displayed.\n--b\nContent-Type: message/disposition-notification\n\nOriginal-Message-ID: ${messageId}\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n`;
  expect(read(mail)).toEqual({ sort: 'auto-reply' });
});

const notUnderstood = {
  'a question that quotes a bounce': `From: ${bouncedAddress}\nSubject: What is this?\n\n> This is the Postfix program at host mx.\n> could not be delivered 550 5.1.1\n`,
  'codes of two sorts': 'Return-Path: <>\nFrom: MAILER-DAEMON\n\nfailed: 4.2.1 and then 5.1.1\n',
  'a reply code alone': 'Return-Path: <>\nFrom: MAILER-DAEMON\n\nthe message failed: 550 no\n',
  'an address of a network': 'Return-Path: <>\nFrom: MAILER-DAEMON\n\nfailed to reach 5.1.1.9\n',
  'a code within the mail that came back': `Return-Path: <>\nFrom: MAILER-DAEMON\n\nfailed somehow\n\nReceived: by mx\n\n${sentMail({ messageId, address: bouncedAddress })}5.1.1\n`,
  'a report that says both': dsnFor(messageId, bouncedAddress, '2.0.0', { action: 'failed', reply: 'ok' }),
  'a report of an unknown action': dsnFor(messageId, bouncedAddress, '5.1.1', { action: 'pondered' }),
  'no mail': '\n\n\nsome text without a header',
  nothing: '',
};

test.each(Object.entries(notUnderstood))('%s is not understood, and never guessed', (_, mail) => {
  expect(read(mail)).toMatchObject({ sort: 'unknown' });
});

test('a report that is cut off says the same as the whole, or is not understood', () => {
  const reports = [
    ...serverBounces.map(({ mail }) => mail).filter((mail) => mail.includes('delivery-status')),
    dsnFor(messageId, bouncedAddress, '5.2.2'),
    dsnFor(messageId, bouncedAddress, '5.7.1', { reply: '550 5.7.1 no' }),
    arfFor(messageId, bouncedAddress),
    arfFor(messageId, bouncedAddress, 'not-spam'),
  ];
  const said = (mail: string) => {
    const { tokens: _, isNamed: __, id: ___, ...rest } = { tokens: 0, isNamed: 0, id: 0, ...read(mail) };
    return rest;
  };
  fc.assert(
    fc.property(fc.constantFrom(...reports), fc.double({ min: 0, max: 1, noNaN: true }), (mail, share) => {
      const cut = said(mail.slice(0, Math.floor(mail.length * share)));
      // the header alone is one of any mail that nobody wrote
      const verdict = cut.sort === 'unknown' || cut.sort === 'auto-reply' ? 'nothing' : cut;
      expect(['nothing', said(mail)]).toContainEqual(verdict);
    }),
    { numRuns: 600 },
  );
});

test('a bounce in sentences that is cut off anywhere does not throw, and names no other mail', () => {
  const texts = serverBounces.map(({ mail }) => mail);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), (mail, share) => {
      const cut = { tokens: [] as string[], ...read(mail.slice(0, Math.floor(mail.length * share))) };
      expect([bouncedToken]).toEqual(expect.arrayContaining(cut.tokens));
    }),
    { numRuns: 400 },
  );
});

test('bytes that mean nothing, or that are mixed up, never throw', () => {
  const lines = serverBounces.flatMap(({ mail }) => mail.split('\n'));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 60 }), (some) => {
      read(some.join('\n'));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
      readReturn(Buffer.from(bytes));
    }),
  );
});

test('mails that were made to be slow are read all the same', () => {
  const hostile = [
    `Content-Type: multipart/report; boundary="-"\n\n${'----\n'.repeat(100_000)}`,
    `Content-Type: multipart/mixed; ${'boundary '.repeat(50_000)}\n\nx`,
    `From: MAILER-DAEMON\n\n${'5.1.1 '.repeat(80_000)}`,
    `From: MAILER-DAEMON\n\n${'4'.repeat(maxReturnBytes)}`,
    `From: MAILER-DAEMON\n\nHi. This is the ${'account '.repeat(60_000)}`,
    `From: MAILER-DAEMON\n\n${'a'.repeat(31)}@${'f'.repeat(32)}@`.repeat(4_000),
    `A: ${'\n b'.repeat(200_000)}`,
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(10_000),
    `Content-Type: message/delivery-status\n\n${'Action: failed\nFinal-Recipient: x\n\n'.repeat(15_000)}`,
    `Content-Type: message/delivery-status\n\nAction: failed\nDiagnostic-Code: smtp; ${'mailbox '.repeat(60_000)}`,
  ];
  // what is not linear does not end within the time of a test
  for (const mail of hostile) expect(read(mail).sort).toMatch(/report|auto-reply|unknown/u);
});
