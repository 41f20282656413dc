// The ranges that an enterprise asks for, as Mozilla Monitor calls them: `range/search/{6 digits}` and `range/subscribe`,
// below /enterprise, at the root, and at the root of a host name of their own, where no page is. In: what answers the API.
// Out: routes. Sensitive breaches are in these answers: who asks shows them to the owner of an address only.

import { type Context, Hono } from 'hono';
import { notFound, noUserAgent } from '../api/api-answer.ts';
import type { ApiParts } from '../api/api-parts.ts';
import { type Target, targetBelow } from '../api/api-request.ts';
import { apiRequest, asResponse, rawTarget } from '../api/on-the-wire.ts';
import { answerEnterprise } from './answer-enterprise.ts';

export function enterpriseRoutes(parts: ApiParts): Hono {
  const app = new Hono({ strict: false });
  const ownHost = parts.sources.context.settings.enterpriseHost?.toLowerCase() ?? null;
  app.use('*', async (c, next) => {
    const target = rawTarget(c);
    const below = targetBelow('/enterprise', target);
    const found = below ?? targetBelow('', target);
    if (found !== null && rangePath.test(found.path)) return answer(parts, found, c);
    const isOwn = ownHost !== null && hostOf(c) === ownHost;
    return isOwn || below !== null ? asResponse(notFound) : next();
  });
  return app;
}

const rangePath = /^range\/(?:search(?:\/|$)|subscribe$)/iu;

async function answer(parts: ApiParts, target: Target, c: Context): Promise<Response> {
  const request = apiRequest(parts.sources.context, target, c);
  const isNamed = request.header('user-agent')?.trim();
  return asResponse(isNamed ? await answerEnterprise(parts, request) : noUserAgent);
}

function hostOf(c: Context): string {
  return (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/u, '');
}
