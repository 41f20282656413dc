import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { callOut, CallFailed } from './call-out.ts';
import { fetchPage } from './fetch-page.ts';
import { isPublicAddress } from './public-address.ts';

async function listening(
  answer: RequestListener,
): Promise<{ url: string; [Symbol.asyncDispose](): Promise<void> }> {
  const server: Server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const call = { method: 'GET', timeoutMs: 5000, maxBytes: 1000, allowPrivateNetwork: true } as const;

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '192.0.0.8',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2001::1',
  'x',
  '',
])('%s is not the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.0.1.1', '2606:4700::1', '2a01:e0a::1'])(
  '%s is the open internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test('nothing on a private network is called unless that is allowed, however its address is written', async () => {
  let calls = 0;
  await using server = await listening((_, answer) => {
    calls++;
    answer.end('secret');
  });
  const port = new URL(server.url).port;
  for (const host of [
    '127.0.0.1',
    'localhost',
    '0x7f000001',
    '2130706433',
    '127.1',
    '[::ffff:127.0.0.1]',
    '[::1]',
  ])
    await expect(callOut(`http://${host}:${port}/`, { ...call, allowPrivateNetwork: false })).rejects.toThrow(
      'the address is of a private network',
    );
  expect(calls).toBe(0);
  expect(await callOut(`${server.url}/`, call)).toMatchObject({ status: 200, text: 'secret' });
});

test('other protocols than HTTP are refused', async () => {
  for (const url of ['ftp://example.org/', 'file:///etc/passwd', 'x', 'javascript:1'])
    await expect(callOut(url, call)).rejects.toThrow(CallFailed);
});

test('of a long answer only the beginning is taken, also where it never ends', async () => {
  await using server = await listening((_, answer) => {
    const timer = setInterval(() => answer.write('x'.repeat(500)), 1);
    answer.on('close', () => clearInterval(timer));
  });
  expect((await callOut(server.url, call)).text).toBe('x'.repeat(1000));
});

test('an answer that does not come in time is given up, also one that comes by drops', async () => {
  await using silent = await listening(() => {});
  await using slow = await listening((_, answer) => {
    const timer = setInterval(() => answer.write('.'), 20);
    answer.on('close', () => clearInterval(timer));
  });
  for (const { url } of [silent, slow])
    await expect(callOut(url, { ...call, timeoutMs: 200 })).rejects.toThrow('no answer in time');
});

test('a redirect is an answer like others: nothing is sent a second time', async () => {
  let asked = 0;
  await using server = await listening((_, answer) => {
    asked++;
    answer.writeHead(302, { location: '/other' }).end();
  });
  expect(await callOut(server.url, call)).toMatchObject({ status: 302 });
  expect(asked).toBe(1);
});

test('an error names neither address nor path', async () => {
  const gone = await listening(() => {});
  await gone[Symbol.asyncDispose]();
  const error = await callOut(`${gone.url}/secret-path`, call).catch((cause: Error) => cause);
  expect((error as Error).message).toBe('ECONNREFUSED');
});

test('a page is fetched through redirects of its own host, and through none to another', async () => {
  await using other = await listening((_, answer) => void answer.end('other'));
  await using server = await listening(({ url }, answer) => {
    if (url === '/a') answer.writeHead(301, { location: '/b' }).end();
    else if (url === '/b') answer.end('page');
    else if (url === '/loop') answer.writeHead(301, { location: '/loop' }).end();
    else if (url === '/away')
      answer.writeHead(301, { location: other.url.replace('127.0.0.1', 'localhost') }).end();
    else answer.writeHead(404).end('nothing');
  });
  const allow = { allowPrivateNetwork: true };
  expect(await fetchPage(`${server.url}/a`, allow)).toEqual({ state: 'page', text: 'page' });
  for (const [path, why] of [
    ['/loop', 'it leads from one address to the next without an end'],
    ['/away', 'it leads to another host'],
    ['/none', 'it answered 404'],
  ] as const)
    expect(await fetchPage(server.url + path, allow)).toEqual({ state: 'none', why });
});

test('a page that nobody was asked for is told apart from one that is not there, with the reason', async () => {
  const gone = await listening(() => {});
  const why = async (url: string, allowPrivateNetwork: boolean) => {
    const fetched = await fetchPage(url, { allowPrivateNetwork });
    return fetched.state === 'unreached' ? fetched.why : fetched.state;
  };
  expect(await why(gone.url, false)).toBe('the address is of a private network');
  await gone[Symbol.asyncDispose]();
  expect(await why(gone.url, true)).toBe('the connection was refused');
});

test('a server that answers with another protocol ends the call', async () => {
  await using server = await listening((_, answer) => {
    answer.socket!.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
  });
  await expect(callOut(server.url, call)).rejects.toThrow(CallFailed);
});
