// What is there, but not for this method. In: the application and a request nobody answered. Out: 405 with the methods
// that are answered, or null where there is nothing for any.

import type { Context, Hono } from 'hono';
import type { WebContext } from '../web-context.ts';
import { tell } from './answer-error.ts';

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

export function otherMethods(context: WebContext, app: Hono, c: Context): Response | null {
  const allowed = methods.filter((method) => method !== c.req.method && isRouted(app, method, c.req.path));
  if (allowed.length === 0) return null;
  c.header('Allow', allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '));
  return tell(context, c, 405, 'this method is not answered here');
}

/** Whether anything but what stands in front of every path is there. */
function isRouted(app: Hono, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path);
  return handlers.some(([[, route]]) => route.method === method && !/^\/?\*$/u.test(route.path));
}
