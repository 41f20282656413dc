// The API of Have I Been Pwned, version 3, below /api/v3, and the ranges of enterprises. In: the context of the server. Out:
// routes. Paths are taken apart as they came on the wire, before anybody decodes them; their letters may be of any case.

import type { IncomingMessage } from 'node:http';
import { type Context, Hono } from 'hono';
import { enterpriseRoutes } from '../enterprise/enterprise-routes.ts';
import type { AnswerDirectly } from '../guard/direct-answer.ts';
import type { WebContext } from '../web-context.ts';
import { answerApi } from './answer-api.ts';
import { type ApiAnswer, notFound } from './api-answer.ts';
import { type ApiParts, apiParts } from './api-parts.ts';
import { type Target, targetBelow } from './api-request.ts';
import { findEndpoint } from './find-endpoint.ts';
import { apiRequest, asResponse, directRequest, rawTarget } from './on-the-wire.ts';

const root = '/api/v3';

/** `direct` answers what `routes` would, for requests without a body. */
export function apiAnswers(context: WebContext): { routes: Hono; direct: AnswerDirectly } {
  const app = new Hono({ strict: false });
  const parts = apiParts(context);
  app.use('*', async (c, next) => {
    const target = targetBelow(root, rawTarget(c));
    return target === null ? next() : asResponse(await answer(parts, target, c));
  });
  app.route('/', enterpriseRoutes(parts));
  return { routes: app, direct: (incoming) => answerDirectly(parts, incoming) };
}

function answerDirectly(parts: ApiParts, incoming: IncomingMessage): Promise<ApiAnswer> | ApiAnswer | null {
  const target = incoming.url?.startsWith('/') ? targetBelow(root, incoming.url) : null;
  if (target === null) return null;
  const found = findEndpoint(target.path);
  if (found === null) return notFound;
  return answerApi(parts, found, directRequest(parts.sources.context, target, incoming));
}

async function answer(parts: ApiParts, target: Target, c: Context): Promise<ApiAnswer> {
  const found = findEndpoint(target.path);
  if (found === null) return notFound;
  if (c.req.method === 'OPTIONS' && found.endpoint.isOpen) return preflight;
  return answerApi(parts, found, apiRequest(parts.sources.context, target, c));
}

/** What a page of another site asks before it asks. */
const preflight: ApiAnswer = {
  status: 204,
  headers: {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'User-Agent, Content-Type',
    'Access-Control-Max-Age': '86400',
  },
  body: '',
};
