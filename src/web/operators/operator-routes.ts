// Everything under /operators, in the order in which it is asked: what needs no session first. In: the context. Out:
// routes.

import { type Context, Hono, type Next } from 'hono';
import { appendCustody } from '../../custody/index.ts';
import { endSession } from '../../register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import type { WebContext } from '../web-context.ts';
import { tell } from '../guard/answer-error.ts';
import { accessRoutes } from './access-routes.ts';
import { enrolRoutes } from './enrol-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { logInRoutes } from './log-in-routes.ts';
import { logRoutes } from './log-routes.ts';
import type { OperatorEnv } from './operator-context.ts';
import { requireSession } from './operator-env.ts';
import { overviewRoutes } from './overview-routes.ts';
import { passkeyScriptRoutes } from './passkey-scripts.ts';
import { dropSession } from './session-cookie.ts';
import { userRoutes } from './user-routes.ts';

export function operatorRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.on('POST', '/operators/*', readableForm(context));
  app.route('/', passkeyScriptRoutes());
  app.route('/', logInRoutes(context));
  app.route('/', enrolRoutes(context));
  app.route('/', sessionRoutes(context));
  return app;
}

/** What claims to be a form and is none is told so; it is read once, here. */
function readableForm(context: WebContext): (c: Context, next: Next) => Promise<Response | void> {
  return async (c, next) => {
    try {
      await c.req.parseBody();
    } catch (error) {
      if (error instanceof TypeError) return tell(context, c, 400, 'the request was not understood');
      throw error;
    }
    return next();
  };
}

function sessionRoutes(context: WebContext): Hono<OperatorEnv> {
  const app = new Hono<OperatorEnv>();
  app.use('/operators', requireSession(context));
  app.use('/operators/*', requireSession(context));
  app.post('/operators/log-out', async (c) => {
    const { user, tokenHash } = c.get('session');
    await endSession(context.register, tokenHash);
    appendCustody(context.home, { who: user.name, case: null, what: 'web.log-out', result: 'done' });
    dropSession(context, c);
    return c.redirect(linkTo(pageRequest(c), '/operators/log-in'), 303);
  });
  for (const routes of [overviewRoutes, keyRoutes, jobRoutes, userRoutes, accessRoutes, logRoutes])
    app.route('/', routes(context));
  return app;
}
