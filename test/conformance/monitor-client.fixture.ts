/*
 * A k-anonymity client in the manner of Mozilla Monitor: it reads the body as JSON before it looks at the status, sends the
 * key of an enterprise, and hands its subscription to fetch in a way that loses method and body.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface RangeAnswer {
  hashSuffix: string;
  websites: string[];
}

export interface CatalogueBreach {
  Name: string;
  Domain: string;
  AddedDate: string;
  IsSensitive: boolean;
  IsRetired: boolean;
  IsSpamList: boolean;
  IsFabricated: boolean;
  IsVerified: boolean;
}

export function monitorClient({
  apiRoot,
  kAnonRoot,
  token,
}: {
  apiRoot: string;
  kAnonRoot: string;
  token: string;
}) {
  const kAnon = (path: string, options: object = {}) =>
    readJson(`${kAnonRoot}${path}`, {
      headers: { 'Content-Type': 'application/json', Accept: '*/*', 'Hibp-Enterprise-Api-Key': token },
      ...options,
    });
  return {
    allBreaches: () =>
      readJson(`${apiRoot}/breaches`, { headers: { 'User-Agent': 'monitor/1.0.0' } }) as Promise<
        CatalogueBreach[]
      >,
    /** Its fetch knows no `Method` and no `Body`. */
    subscribeAsWritten: (address: string) =>
      kAnon('/range/subscribe', { Method: 'POST', Body: { hashPrefix: prefixOf(address) } }),
    subscribe: (address: string) =>
      kAnon('/range/subscribe', {
        method: 'POST',
        body: JSON.stringify({ hashPrefix: prefixOf(address) }),
      }),
    /** Undefined where there is nothing. */
    async breachesOf(address: string, all: CatalogueBreach[], withSensitive: boolean) {
      const range = (await kAnon(`/range/search/${prefixOf(address)}`)) as RangeAnswer[] | undefined;
      const mine = range?.find(
        ({ hashSuffix }) => sha1(address).toUpperCase() === prefixOf(address) + hashSuffix,
      );
      return mine && all.filter((breach) => isShown(breach, mine, withSensitive)).map(({ Name }) => Name);
    },
  };
}

function isShown(breach: CatalogueBreach, { websites }: RangeAnswer, withSensitive: boolean): boolean {
  return (
    websites.includes(breach.Name) &&
    breach.IsVerified &&
    !breach.IsRetired &&
    !breach.IsSpamList &&
    !breach.IsFabricated &&
    breach.Domain !== '' &&
    (withSensitive || !breach.IsSensitive)
  );
}

async function readJson(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const body: unknown = await response.json();
  if (response.ok) return body;
  if (response.status === 404) return undefined;
  throw body;
}

function prefixOf(address: string): string {
  return sha1(address).slice(0, 6).toUpperCase();
}

function sha1(address: string): string {
  return createHash('sha1').update(address.toLowerCase()).digest('hex');
}

export interface Notified {
  authorization: string | undefined;
  body: unknown;
}

/** Where the callback arrives; it refuses the first call as one whose queue is full does. */
export async function startNotifyEndpoint() {
  const calls: Notified[] = [];
  let refused = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const isFull = refused++ === 0;
      if (!isFull)
        calls.push({
          authorization: request.headers.authorization,
          body: JSON.parse(Buffer.concat(parts).toString()),
        });
      response.writeHead(isFull ? 429 : 200, { 'Retry-After': '0', 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ success: !isFull }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/hibp/notify`,
    calls,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
