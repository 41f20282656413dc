import { describe, expect, test } from 'vitest';
import { runSender } from './run-sender.ts';
import { saying, startScriptedServer } from './scripted-server.fixture.ts';
import { many, mail, send } from './sending.fixture.ts';

const verbs = (heard: string[]) => heard.map((line) => line.split(/[ :]/u)[0]!);
const envelope = ['MAIL', 'RCPT', 'DATA'];

describe('what goes over the wire', () => {
  test('the next envelope goes out with a body, and is heard before that is answered', async () => {
    let heard: string[] | null = null;
    await using server = await startScriptedServer((command, { say }) => {
      // the answer to the first body is given when the third envelope command after it is here
      if (command === 'body' && heard === null) return null;
      if (command === 'DATA' && server.heard.includes('body') && heard === null) {
        heard = server.heard.slice(5);
        setImmediate(() => say('250 2.0.0 taken'));
      }
      return undefined;
    });
    const outcomes = await send(server.url, many(2));
    expect(outcomes.map(({ id, result }) => [id, result])).toEqual([
      [1, 'accepted'],
      [2, 'accepted'],
    ]);
    expect(heard).toEqual(['MAIL FROM:<b@example.org> SIZE=36', 'RCPT TO:<p2@example.net>', 'DATA']);
    expect(verbs(server.heard)).toEqual(['EHLO', ...envelope, 'body', ...envelope, 'body', 'QUIT']);
  });

  test('without pipelining each command waits for the answer to the one before', async () => {
    await using server = await startScriptedServer(
      saying({ EHLO: '250 here', 'RCPT TO:<p1@': '550 5.1.1 nobody' }),
    );
    const outcomes = await send(server.url, many(2));
    expect(outcomes.map(({ result }) => result)).toEqual(['refused', 'accepted']);
    expect(verbs(server.heard)).toEqual(['EHLO', 'MAIL', 'RCPT', 'RSET', ...envelope, 'body', 'QUIT']);
  });

  test('a server too old for EHLO takes mails too', async () => {
    await using server = await startScriptedServer(saying({ EHLO: '502 what', HELO: '250 here' }));
    expect((await send(server.url, many(2))).map(({ result }) => result)).toEqual(['accepted', 'accepted']);
  });

  test('dots that begin a line are doubled, also after a line end that lacks its CR', async () => {
    await using server = await startScriptedServer();
    await send(server.url, [mail(1, { bytes: Buffer.from('.a\r\n.\r\nb\n.\nc') })]);
    expect(server.bodies).toEqual(['..a\r\n..\r\nb\n..\nc']);
  });

  test('notices of failures are asked for where the server gives them', async () => {
    await using server = await startScriptedServer(saying({ EHLO: '250-here\r\n250 DSN' }));
    await send(server.url, [mail(1, { to: 'a+b=c@example.net', from: 'b+t1@example.org' })]);
    expect(server.heard.slice(1, 3)).toEqual([
      'MAIL FROM:<b+t1@example.org> RET=HDRS ENVID=t1',
      'RCPT TO:<a+b=c@example.net> NOTIFY=FAILURE,DELAY ORCPT=rfc822;a+2Bb+3Dc@example.net',
    ]);
  });

  test('a connection takes as many mails as it should, and then comes another', async () => {
    await using server = await startScriptedServer();
    const outcomes = await send(`${server.url}?max=3`, many(8));
    expect(outcomes).toHaveLength(8);
    expect(server.connections()).toBe(3);
    expect(verbs(server.heard).filter((verb) => verb === 'QUIT')).toHaveLength(3);
  });
});

describe('the ledger comes first', () => {
  test('a body goes out after its lease and after what was told before on the connection', async () => {
    const order: string[] = [];
    await using server = await startScriptedServer((command) => {
      if (command === 'body') order.push(`body ${server.bodies.length}`);
      return undefined;
    });
    await send(server.url, many(3), {
      beforeBody: async (id) => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        order.push(`kept ${id}`);
      },
      onOutcome: ({ id }) => void order.push(`told ${id}`),
    });
    expect(order).toEqual([1, 2, 3].flatMap((id) => [`kept ${id}`, `body ${id}`, `told ${id}`]));
  });

  test('a mail that is held back is never sent, and has no outcome', async () => {
    await using server = await startScriptedServer();
    const outcomes = await send(server.url, many(3), { beforeBody: (id) => Promise.resolve(id !== 2) });
    expect(outcomes.map(({ id, result }) => [id, result])).toEqual([
      [1, 'accepted'],
      [3, 'accepted'],
    ]);
    expect(server.bodies.map((body) => body.split('\r\n')[0])).toEqual(['Subject: 1', 'Subject: 3']);
  });

  test('a fault of the ledger ends all, with an outcome for what was taken', async () => {
    await using server = await startScriptedServer();
    const outcomes: unknown[] = [];
    const sending = send(server.url, many(9), {
      beforeBody: (id) => (id === 2 ? Promise.reject(new Error('the disk is full')) : Promise.resolve()),
      onOutcome: ({ id, result, isMailGone }) => void outcomes.push([id, result, isMailGone]),
    });
    await expect(sending).rejects.toThrow('the disk is full');
    expect(outcomes).toEqual([
      [1, 'accepted', false],
      [2, 'lost', false],
      [3, 'lost', false],
    ]);
    expect(server.bodies).toHaveLength(1);
  });
});

describe('what a server answers', () => {
  test.each([
    ['MAIL FROM', '451 4.3.0 later', 'deferred', 'sender', '451 4.3.0'],
    ['MAIL FROM', '550 5.7.1 not you', 'refused', 'sender', '550 5.7.1'],
    ['RCPT TO', '550-5.1.1 nobody\r\n550 5.1.1 here', 'refused', 'recipient', '550 5.1.1'],
    ['RCPT TO', '452 full', 'deferred', 'recipient', '452'],
    ['DATA', '554 5.5.1 no', 'refused', 'body', '554 5.5.1'],
    ['body', '554 5.7.1 spam', 'refused', 'body', '554 5.7.1'],
    ['body', '451 4.7.1 wait', 'deferred', 'body', '451 4.7.1'],
  ])('%s answered with %s is %s, about the %s', async (command, answer, result, about, code) => {
    await using server = await startScriptedServer(saying({ [command]: answer }, 1));
    const outcomes = await send(server.url, many(3));
    expect(outcomes[0]).toMatchObject({ id: 1, result, about, code, isMailGone: false });
    expect(outcomes.slice(1).map((outcome) => outcome.result)).toEqual(['accepted', 'accepted']);
    expect(server.connections()).toBe(1);
  });

  test('a server that wants text although nobody is to get it gets a dot, and no mail', async () => {
    await using server = await startScriptedServer((command) => {
      if (command.startsWith('RCPT TO:<p1@')) return '550 5.1.1 nobody';
      return command === 'body' && server.bodies.at(-1) === '' ? '554 5.5.1 no recipients' : undefined;
    });
    const outcomes = await send(server.url, many(2));
    expect(outcomes.map(({ id, result }) => [id, result])).toEqual([
      [1, 'refused'],
      [2, 'accepted'],
    ]);
    expect(server.bodies.map((body) => body.slice(0, 10))).toEqual(['', 'Subject: 2']);
  });

  test('an answer holds no control characters and no more than a line', async () => {
    const long = `550-5.7.1 ${'x'.repeat(3000)}\r\n550 5.7.1 \u0007\u001b[31m\u00e9 end`;
    await using server = await startScriptedServer(saying({ 'RCPT TO': long }));
    const [outcome] = await send(server.url, [mail(1)]);
    expect(outcome!.reply).toMatch(/^5\.7\.1 x{494}$/u);
  });

  test.each(['MAIL FROM', 'RCPT TO', 'DATA'])(
    '421 to %s ends the connection, not the run',
    async (command) => {
      await using server = await startScriptedServer(saying({ [command]: '421 4.3.2 going down' }, 1));
      const outcomes = await send(server.url, many(2));
      expect(outcomes[0]).toMatchObject({ id: 1, result: 'deferred', code: '421 4.3.2' });
      expect(outcomes[1]).toMatchObject({ id: 2, result: 'accepted' });
      expect(server.connections()).toBe(2);
    },
  );
});

describe('stopping', () => {
  test('waits for the answer to a body on its way, and begins nothing new', async () => {
    const stop = new AbortController();
    await using server = await startScriptedServer((command, { say }) => {
      if (command !== 'body') return undefined;
      stop.abort();
      setTimeout(() => say('250 2.0.0 taken'), 50);
      return null;
    });
    const outcomes = await send(server.url, many(5), { signal: stop.signal });
    expect(outcomes.map(({ id, result, isMailGone }) => [id, result, isMailGone])).toEqual([
      [1, 'accepted', false],
      [2, 'lost', false],
    ]);
    expect(server.bodies).toHaveLength(1);
  });

  test('does not wait for a server that says nothing, and tells that the mail may be there', async () => {
    const stop = new AbortController();
    await using server = await startScriptedServer((command) => {
      if (command !== 'body') return undefined;
      stop.abort();
      return null;
    });
    const outcomes = await send(server.url, many(2), { signal: stop.signal, graceMs: 50 });
    expect(outcomes[0]).toMatchObject({ id: 1, result: 'lost', isMailGone: true });
  });
});

test('whoever has nothing to give for long does not hold up the end', async () => {
  await using server = await startScriptedServer(
    saying({ EHLO: '250-here\r\n250 AUTH PLAIN', AUTH: '535 5.7.8 no' }),
  );
  const mails = many(1);
  const sending = send(server.url.replace('//', '//a:b@'), [], {
    connections: 2,
    take: () => (mails.length > 0 ? Promise.resolve(mails.shift()!) : new Promise(() => {})),
  });
  await expect(sending).rejects.toMatchObject({ code: 'SMTP_LOGIN' });
});

test('a URL that is none is a fault of whoever called', async () => {
  const never = {
    take: () => Promise.resolve(null),
    beforeBody: () => Promise.resolve(),
    onOutcome: () => {},
  };
  await expect(runSender({ url: 'smtp://x?max=no', connections: 1, ...never })).rejects.toMatchObject({
    code: 'USAGE',
  });
});
