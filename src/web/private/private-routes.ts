// The private look-up on the web: its page, the modules of that page, and what they call. In: the context of the server.
// Out: routes.

import { Hono } from 'hono';
import type { WebContext } from '../web-context.ts';
import { pageLayout } from '../page/page-layout.ts';
import { pageRequest } from '../page/page-language.ts';
import { privateApi } from './private-api.ts';
import { privatePage } from './private-page.ts';
import { privateScript, privateScriptRoutes } from './private-scripts.ts';
import { createPrivateSource, readTogether } from './private-source.ts';
import { privateWords } from './private-words.ts';

export function privateRoutes(context: WebContext): Hono {
  const source = createPrivateSource(context);
  const { contact } = context.settings;
  const app = new Hono();
  app.get('/private', async (c) => {
    const request = pageRequest(c);
    const { indexes, catalogue } = await readTogether(source);
    const { keys } = await source.group();
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language');
    c.header('Content-Language', request.language);
    const content = privatePage(request, { indexes, catalogue, keys, contact });
    const { title } = privateWords[request.language];
    return c.html(pageLayout(request, { title, content, contact, scripts: [privateScript()] }));
  });
  return app.route('/', privateApi(source)).route('/', privateScriptRoutes());
}
