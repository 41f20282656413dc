import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MailSink, startMailSink } from '../mail-sink.fixture.ts';
import { startScriptedServer } from './scripted-server.fixture.ts';
import { many, send } from './sending.fixture.ts';

const password = 'Geheim%:@1';
const login = `anna:${encodeURIComponent(password)}@`;

describe('with a real mail server that offers TLS and asks for a password', () => {
  let sink: MailSink;
  beforeAll(async () => {
    sink = await startMailSink({ user: 'anna', password, options: { disabledCommands: [] } });
  });
  afterAll(() => sink[Symbol.asyncDispose]());
  test('mails go over TLS after the login', async () => {
    const outcomes = await send(sink.url, many(20), { connections: 3 });
    expect(outcomes.filter(({ result }) => result === 'accepted')).toHaveLength(20);
    const subjects = await Promise.all(many(20).map(() => sink.next()));
    expect(new Set(subjects.map(({ subject }) => subject))).toEqual(
      new Set(many(20).map(({ id }) => String(id))),
    );
  });

  test('a wrong password ends it at once; it stands in no message', async () => {
    const outcomes: string[] = [];
    const sending = send(sink.url.replace('%401@', '%402@'), many(3), {
      onOutcome: ({ result }) => void outcomes.push(result),
    });
    await expect(sending).rejects.toMatchObject({
      code: 'SMTP_LOGIN',
      message: expect.not.stringContaining('Geheim'),
    });
    expect(outcomes).toEqual(['lost']);
  });

  test('a certificate is looked at where TLS is asked for, and not where that is said', async () => {
    await expect(send(`${sink.url}?tls=required`, many(1))).rejects.toMatchObject({ code: 'SMTP_TLS' });
    expect(await send(`${sink.url}?tls=required&insecure`, many(1))).toMatchObject([{ result: 'accepted' }]);
  });
});

test('nothing goes out in clear where TLS is asked for and not offered', async () => {
  await using server = await startScriptedServer();
  await expect(send(`${server.url}?tls=required`, many(1))).rejects.toMatchObject({ code: 'SMTP_TLS' });
  expect(server.heard.map((line) => line.slice(0, 4))).toEqual(['EHLO']);
});

test('what a server says in clear after STARTTLS is never taken for an answer over TLS', async () => {
  await using server = await startScriptedServer((command) => {
    if (command.startsWith('EHLO')) return '250-here\r\n250 STARTTLS';
    return command === 'STARTTLS' ? '220 go\r\n250-here\r\n250 AUTH PLAIN' : undefined;
  });
  const reasons: string[] = [];
  const sending = send(server.url, many(1), {
    giveUpMs: 1,
    onConnection: ({ reason }) => void reasons.push(reason),
  });
  await expect(sending).rejects.toMatchObject({ code: 'SMTP_UNREACHABLE' });
  expect(server.heard.filter((line) => line.startsWith('MAIL'))).toEqual([]);
});

test('LOGIN is spoken where PLAIN is not', async () => {
  await using server = await startScriptedServer((command) => {
    if (command.startsWith('EHLO')) return '250-here\r\n250 AUTH LOGIN';
    if (command === 'AUTH LOGIN') return '334 VXNlcm5hbWU6';
    if (command === Buffer.from('anna').toString('base64')) return '334 UGFzc3dvcmQ6';
    return command === Buffer.from(password).toString('base64') ? '235 2.7.0 ok' : undefined;
  });
  const url = server.url.replace('smtp://', `smtp://${login}`);
  expect(await send(url, many(1))).toMatchObject([{ result: 'accepted' }]);
});
