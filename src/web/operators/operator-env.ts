// What the pages of those who are logged in know of who asks. In: a request with a session. Out: the user, or the way to
// the log-in; 403 where the role does not allow what is asked, which is in the custody log before it is told.

import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { appendCustody } from '../../custody/index.ts';
import { findSession, isAllowed, type Permission, type Session } from '../../register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import type { WebContext } from '../web-context.ts';
import type { OperatorEnv } from './operator-context.ts';
import { operatorPage } from './operator-page.ts';
import { operatorWords } from './operator-words.ts';
import { dropSession, sessionToken } from './session-cookie.ts';

/** Every page but those of logging in. A form must carry the token of its session. */
export function requireSession(context: WebContext): MiddlewareHandler<OperatorEnv> {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store');
    const token = sessionToken(context, c);
    const session = token === null ? null : await findSession(context, token, context.now().getTime());
    if (!session) {
      if (token !== null) dropSession(context, c);
      return c.redirect(linkTo(pageRequest(c), '/operators/log-in'), 303);
    }
    c.set('session', session);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !(await carriesToken(c, session)))
      return refusal(c, 403, (words) => words.notFromHere);
    return next();
  };
}

/** For a route: the role has to allow it. */
export function allow(context: WebContext, permission: Permission): MiddlewareHandler<OperatorEnv> {
  return async (c, next) => {
    const { user } = c.get('session');
    if (isAllowed(user.role, permission)) return next();
    const details = { why: 'the role does not allow it', on: 'web' };
    appendCustody(context.home, {
      who: user.name,
      case: null,
      what: 'refuse',
      on: permission,
      result: 'refused',
      details,
    });
    return refusal(c, 403, (words) => words.notAllowed(user.role));
  };
}

export function may(c: Context<OperatorEnv>, permission: Permission): boolean {
  return isAllowed(c.get('session').user.role, permission);
}

export function refusal(
  c: Context<OperatorEnv>,
  status: 400 | 403 | 404 | 409,
  text: (words: (typeof operatorWords)['en']) => string,
): Response | Promise<Response> {
  const words = operatorWords[pageRequest(c).language];
  return c.html(operatorPage(c, { title: words.didNotWork, content: text(words) }), status);
}

async function carriesToken(c: Context<OperatorEnv>, { formToken }: Session): Promise<boolean> {
  const given = c.req.header('x-form-token') ?? (await c.req.parseBody())['form'];
  const [mine, theirs] = [Buffer.from(formToken), Buffer.from(typeof given === 'string' ? given : '')];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
