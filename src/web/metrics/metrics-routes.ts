// GET /metrics: for whoever has the token; where there is none, for this machine alone. In: a request. Out: text for
// Prometheus. To all others there is no such page.

import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { tell } from '../guard/answer-error.ts';
import { clientAddress } from '../guard/client-address.ts';
import type { WebContext } from '../web-context.ts';

export function metricsRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.get('/metrics', async (c) => {
    if (!isAllowed(context, c)) return tell(context, c, 404, 'there is nothing at this address');
    return c.body(await context.metrics.text(), 200, {
      'content-type': context.metrics.contentType,
      'cache-control': 'no-store',
    });
  });
  return app;
}

/** Behind a proxy, which a public URL elsewhere tells of, every connection is of this machine: there it takes the token. */
function isAllowed({ settings, publicUrl }: WebContext, c: Context): boolean {
  if (settings.metricsToken !== null) {
    const given = /^bearer (.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    return timingSafeEqual(hashOf(given), hashOf(settings.metricsToken));
  }
  const isForwarded =
    c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined;
  if (settings.trustProxy || isForwarded || !isHere(new URL(publicUrl).hostname)) return false;
  return /^(?:127\.|::1$)/u.test(clientAddress({ settings }, c));
}

function isHere(host: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/u.test(host);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
