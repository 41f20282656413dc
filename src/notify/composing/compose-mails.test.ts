import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { nameInText } from '../wording/render-mail.ts';
import type { MailOrder } from './composer-types.ts';
import { createMailWriter } from './compose-mails.ts';
import { messages, order, sender, signer, variants, verified } from './composing.fixture.ts';

const keys = [signer('rsa-sha256'), signer('ed25519-sha256')];
const [signed, signedShort] = keys.map((dkim) => createMailWriter({ variants, from: sender, dkim }));
const unsigned = createMailWriter({ variants, from: sender, dkim: null });

async function one(of: Partial<MailOrder>, write = unsigned): Promise<Buffer> {
  return messages(await write([order(of)]))[0]!;
}

/** What a leak may hold where a name should be. */
const hostileName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 130 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '=?UTF-8?B?',
        '?=',
        '"',
        '\\',
        '<x@example.org>',
        'Bcc: ',
        '.',
        ' ',
        '=',
        '\u2028',
        '\ue000',
        'é',
        '👩‍👩‍👧',
        '&amp;',
        '<b>',
        ',',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

describe('a name from a leak', () => {
  test('reads back as it was cleaned, in the header, the text and the HTML, in both encodings', async () => {
    await fc.assert(
      fc.asyncProperty(hostileName, fc.constantFrom(1, 2), async (name, variant) => {
        const message = await one({ name, variant });
        const mail = await PostalMime.parse(message);
        const shown = nameInText(name).replaceAll(/\s+/gu, ' ').trim();
        const isNamed = shown !== '' && shown.length <= 120;
        expect(mail.to).toEqual([{ name: isNamed ? shown : '', address: 'zoe@example.net' }]);
        const { text, html } = variants[variant - 1]![isNamed ? 'named' : 'unnamed'];
        const filled = (body: string, value: string) =>
          body.replaceAll('\ue000', () => value).replaceAll('\ue001', '1234 5678 9012 3');
        expect(plainLines(mail.text!)).toEqual(plainLines(filled(text, shown)));
        const asHtml = shown
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;');
        expect(plainLines(mail.html!)).toEqual(plainLines(filled(html, asHtml)));
        expect(mail.headers.map(({ key }) => key)).toEqual(usualHeaders);
      }),
      { numRuns: 400 },
    );
  });

  test('never makes a line too long, a bare line end, or a byte beyond ASCII', async () => {
    await fc.assert(
      fc.asyncProperty(hostileName, fc.constantFrom(1, 2), async (name, variant) => {
        const text = (await one({ name, variant })).toString('latin1');
        expect(text).toMatch(/^[\t\r\n -~]*$/u);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
        expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(400);
        const body = text.slice(text.indexOf('\r\n\r\n'));
        expect(Math.max(...body.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['RSA', 0],
    ['Ed25519', 1],
  ])('leaves a signature of %s that an independent library takes', async (_, i) => {
    const write = [signed, signedShort][i]!;
    await fc.assert(
      fc.asyncProperty(hostileName, fc.constantFrom(1, 2), async (name, variant) => {
        expect(await verified(await one({ name, variant }, write), keys[i]!)).toEqual(['pass']);
      }),
      { numRuns: 60 },
    );
  });
});

const usualHeaders = [
  'auto-submitted',
  'x-auto-response-suppress',
  'content-language',
  'from',
  'subject',
  'mime-version',
  'content-type',
  'to',
  'date',
  'message-id',
];

function plainLines(text: string): string[] {
  return text.trimEnd().split(/\r?\n/u);
}

describe('a signature', () => {
  let message: string;
  beforeAll(async () => {
    message = (await one({}, signed)).toString('latin1');
  });

  test.each([
    ['another subject', (text: string) => text.replace('Subject: =?UTF-8?Q?Vos', 'Subject: =?UTF-8?Q?Nos')],
    ['another word', (text: string) => text.replace('une ligne', 'une Ligne')],
    ['another name', (text: string) => text.replace('Zo=C3=A9=20Dubois', 'Zo=C3=A9=20Dubais')],
    ['one more From', (text: string) => text.replace('\r\nFrom:', '\r\nFrom: <x@example.com>\r\nFrom:')],
  ])('does not hold where a mail has %s', async (_, change) => {
    const changed = change(message);
    expect(changed).not.toBe(message);
    expect(await verified(Buffer.from(changed, 'latin1'), keys[0]!)).not.toContain('pass');
  });

  test('holds where a relay folds a header and trims a line', async () => {
    const changed = message
      .replace('To: ', 'To:\r\n\t')
      .replace('Date: ', 'date:  ')
      .replace(/(?:\r\n)*$/u, '\r\n\r\n\r\n');
    expect(changed).not.toBe(message);
    expect(await verified(Buffer.from(changed, 'latin1'), keys[0]!)).toEqual(['pass']);
  });
});

test('the headers say that nobody wrote it by hand, and offer no way to leave a list', async () => {
  const mail = await PostalMime.parse(await one({}));
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('x-auto-response-suppress')).toBe('All');
  expect(headers.get('content-language')).toBe('fr');
  expect(headers.get('date')).toBe('Mon, 23 Nov 2026 10:00:00 +0000');
  expect(headers.has('list-unsubscribe')).toBe(false);
  expect(mail.from).toEqual(sender);
  expect(mail.subject).toBe(variants[0]!.subject);
  expect(mail.messageId).toBe(`<${'0f'.repeat(16)}@example.org>`);
});

test('an address beyond ASCII stands in the header as it is', async () => {
  const message = await one({ to: 'zoé@exämple.org' }, signed);
  expect(message.toString('utf8')).toContain('<zoé@xn--exmple-cua.org>\r\n');
  expect(await verified(message, keys[0]!)).toEqual(['pass']);
});

test('a variant nobody gave is refused', async () => {
  await expect(unsigned([order({ variant: 9 })])).rejects.toMatchObject({ code: 'NOTICE_NOT_COMPOSED' });
});
