// Who asks, as far as limits need it: the address of the connection, or what a trusted proxy says, and the network it
// is of. In: a request. Out: text that is kept in memory only.

import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { WebContext } from '../web-context.ts';

type Site = Pick<WebContext, 'settings'>;

/** `unknown` where there is no connection, as in a test without a server. */
export function clientAddress(site: Site, c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  return addressOf(site, incoming?.socket?.remoteAddress, c.req.header('x-forwarded-for'));
}

function addressOf({ settings }: Site, remote: string | undefined, forwardedFor: string | undefined): string {
  const direct = plainAddress(remote ?? '') ?? 'unknown';
  if (!settings.trustProxy) return direct;
  // the proxy writes its client last; what stands before that anybody may have written
  const forwarded = forwardedFor?.split(',').at(-1)?.trim();
  return plainAddress(forwarded ?? '') ?? direct;
}

/** What one household or office has: /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.');
  if (!isIPv6(address)) return address;
  const [left = '', right] = address.split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const gap = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

export function clientNetwork(site: Site, c: Context): string {
  return networkOf(clientAddress(site, c));
}

/** The same of Node's own request. */
export function networkOfRequest(site: Site, { socket, headers }: IncomingMessage): string {
  const forwardedFor = headers['x-forwarded-for'];
  return networkOf(addressOf(site, socket.remoteAddress, forwardedFor?.toString()));
}

/** IPv4 within IPv6 becomes IPv4, a zone is left out; null for no address. */
function plainAddress(text: string): string | null {
  const address = text.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '');
  return isIPv4(address) || isIPv6(address) ? address : null;
}
