// Whether a form was sent from a page of ours. In: a request. Out: 403 for one that another site has sent. Pages have no
// referrer, so that browsers send `Origin: null` from them: what is not said proves nothing here, and where a session
// exists its form also carries a token.

import type { Context, MiddlewareHandler } from 'hono';
import type { WebContext } from '../web-context.ts';
import { isData } from './secure-headers.ts';

/** For everything but what programs call. */
export function sameSite(context: Pick<WebContext, 'publicUrl'>): MiddlewareHandler {
  const ours = new URL(context.publicUrl).origin;
  return async (c, next) => {
    if (isReading(c.req.method) || isData(c.req.path) || isFromUs(c, ours)) return next();
    return c.text('this form was sent from another site', 403);
  };
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function isFromUs(c: Context, ours: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return true;
  return origin === ours || (URL.canParse(origin) && new URL(origin).host === c.req.header('host'));
}
