// Everything that `tocsin serve` answers, as one application. In: its context. Out: an application that Node's server
// or a test may call. What belongs together is in a folder of its own.

import { Hono } from 'hono';
import type { WebContext } from './web-context.ts';

export function createApp(_context: WebContext): Hono {
  const app = new Hono({ strict: false });
  return app;
}
