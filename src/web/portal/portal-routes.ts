// The portal: the pages for people who want to know whether they are in a breach. In: the context of the server. Out: the
// routes of all of them. No page needs JavaScript, sets a cookie, or asks anything of another site.

import { Hono } from 'hono';
import { styleRoute } from '../page/style-sheet.ts';
import type { WebContext } from '../web-context.ts';
import { askingRoutes } from './asking-routes.ts';
import { breachRoutes } from './breach-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { plainFiles } from './plain-files.ts';
import { codeRoutes } from './code-routes.ts';
import { letterRoutes } from './letter-routes.ts';
import { createPortal } from './portal.ts';

export function portalRoutes(context: WebContext): Hono {
  const portal = createPortal(context);
  return new Hono()
    .route('/', styleRoute())
    .route('/', askingRoutes(portal))
    .route('/', codeRoutes(portal))
    .route('/', letterRoutes(portal))
    .route('/', linkRoutes(portal))
    .route('/', breachRoutes(portal))
    .route('/', plainFiles(context));
}
