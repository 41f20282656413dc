// From what Hono hands over to a request of the API, and back. In: Hono's context. Out: the request as it came on the wire,
// and the answer as it goes.

import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { clientNetwork, networkOfRequest } from '../guard/client-address.ts';
import type { WebContext } from '../web-context.ts';
import type { ApiAnswer } from './api-answer.ts';
import type { ApiRequest, Target } from './api-request.ts';

/** The target of the request line, as it came; a proxy may have written a whole URL into it. */
export function rawTarget(c: Context): string {
  const raw = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.url;
  if (raw?.startsWith('/')) return raw;
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

export function apiRequest(context: WebContext, { path, query }: Target, c: Context): ApiRequest {
  return {
    method: c.req.method === 'HEAD' ? 'GET' : c.req.method,
    path,
    query,
    header: (name) => c.req.header(name),
    network: () => clientNetwork(context, c),
    body: () => c.req.text(),
  };
}

/** The same of Node's own request, where there is no body. */
export function directRequest(
  context: WebContext,
  { path, query }: Target,
  incoming: IncomingMessage,
): ApiRequest {
  return {
    method: 'GET',
    path,
    query,
    header: (name) => incoming.headers[name.toLowerCase()]?.toString(),
    network: () => networkOfRequest(context, incoming),
    body: () => Promise.resolve(''),
  };
}

export function asResponse({ status, headers, body }: ApiAnswer): Response {
  return new Response(body === '' ? null : body, { status, headers });
}
