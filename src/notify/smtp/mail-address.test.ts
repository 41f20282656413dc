import { describe, expect, test } from 'vitest';
import { saying, startScriptedServer } from './scripted-server.fixture.ts';
import { mail, send } from './sending.fixture.ts';

const verbs = (heard: string[]) => heard.map((line) => line.split(/[ :]/u)[0]!);
const envelope = ['MAIL', 'RCPT', 'DATA'];

describe('an address', () => {
  test.each([
    'a b@example.net',
    'a@example.net>\r\nRCPT TO:<c@example.net',
    'a@example.net\nDATA',
    '<a@example.net>',
    'a@b@example.net',
    'a"b@example.net',
    'a@[127.0.0.1]',
    '@example.net',
    'a@',
    'a@exa mple.net',
    'a@example.net ORCPT=x',
    `${'a'.repeat(65)}@example.net`,
    'a\u0000@example.net',
    'a\u2028@example.net',
  ])('such as %j is refused and never reaches the wire', async (to) => {
    await using server = await startScriptedServer();
    const outcomes = await send(server.url, [mail(1, { to }), mail(2)]);
    expect(outcomes).toMatchObject([
      { id: 1, result: 'refused', about: 'recipient', code: '553 5.1.3' },
      { id: 2, result: 'accepted' },
    ]);
    expect(verbs(server.heard)).toEqual(['EHLO', ...envelope, 'body', 'QUIT']);
  });

  test('beyond ASCII is for servers that take it; a domain is written in ASCII for all', async () => {
    const mails = () => [mail(1, { to: 'zoé@example.net' }), mail(2, { to: 'zoe@exämple.test' })];
    await using plain = await startScriptedServer();
    expect(await send(plain.url, mails())).toMatchObject([{ code: '553 5.6.7' }, { result: 'accepted' }]);
    expect(plain.heard[2]).toBe('RCPT TO:<zoe@xn--exmple-cua.test>');
    await using modern = await startScriptedServer(
      saying({ EHLO: '250-here\r\n250-8BITMIME\r\n250 SMTPUTF8' }),
    );
    expect(await send(modern.url, mails())).toMatchObject([{ result: 'accepted' }, { result: 'accepted' }]);
    expect(modern.heard[1]).toBe('MAIL FROM:<b@example.org> SMTPUTF8 BODY=8BITMIME');
  });
});
