// Everything that `tocsin serve` answers, as one application. In: its context. Out: an application that Node's server
// or a test may call. What belongs together is in a folder of its own.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { apiAnswers } from './api/api-routes.ts';
import { answerError, tell } from './guard/answer-error.ts';
import type { AnswerDirectly } from './guard/direct-answer.ts';
import { otherMethods } from './guard/other-methods.ts';
import { sameSite } from './guard/same-site.ts';
import { metricsRoutes } from './metrics/index.ts';
import { passwordsAnswers } from './passwords/passwords-routes.ts';
import { portalRoutes } from './portal/portal-routes.ts';
import { operatorRoutes } from './operators/index.ts';
import { privateRoutes } from './private/private-routes.ts';
import type { WebContext } from './web-context.ts';

/** Of a form, and of what programs send: some hundred prefixes or domains. */
const maxBodyBytes = 256 * 1024;

export interface Answers {
  app: Hono;
  /** What is asked most, answered before the application; the application would answer the same. */
  direct: readonly AnswerDirectly[];
}

export function createApp(context: WebContext): Hono {
  return createAnswers(context).app;
}

export function createAnswers(context: WebContext): Answers {
  const app = new Hono({ strict: false });
  const api = apiAnswers(context);
  const passwords = passwordsAnswers(context);
  app.post(
    '*',
    bodyLimit({ maxSize: maxBodyBytes, onError: (c) => tell(context, c, 413, 'too much was sent') }),
  );
  app.post('*', sameSite(context));
  app.onError((error, c) => answerError(context, error, c));
  app.route('/', passwords.routes);
  app.route('/', api.routes);
  app.route('/', portalRoutes(context));
  app.route('/', privateRoutes(context));
  app.route('/', operatorRoutes(context));
  app.route('/', metricsRoutes(context));
  app.notFound(
    (c) => otherMethods(context, app, c) ?? tell(context, c, 404, 'there is nothing at this address'),
  );
  return { app, direct: [api.direct, passwords.direct] };
}
