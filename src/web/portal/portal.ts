// What the pages of the portal share. In: the context of the server. Out: how a page is answered: never stored where it
// is about somebody, in the language of whoever asks.

import type { Context } from 'hono';
import {
  type AccountLookup,
  createAccountLookup,
  createCatalogue,
  type ReadCatalogue,
} from '../../lookup/index.ts';
import { createOptOuts, type OptOuts } from '../../register/index.ts';
import { type PageContent, pageLayout } from '../page/page-layout.ts';
import { type PageRequest, pageRequest } from '../page/page-language.ts';
import type { WebContext } from '../web-context.ts';

export interface Portal {
  context: WebContext;
  catalogue: ReadCatalogue;
  accounts: AccountLookup;
  optOuts: OptOuts;
  constantPages: Map<string, string>;
}

export function createPortal(context: WebContext): Portal {
  return {
    context,
    catalogue: createCatalogue(context.register),
    accounts: createAccountLookup(context.register),
    optOuts: createOptOuts(context.register),
    constantPages: new Map(),
  };
}

type Status = 200 | 400 | 404 | 410 | 429;

/** A page that nobody keeps: an answer to a form, or behind a link of a mail. */
export function privatePage(
  { context }: Portal,
  c: Context,
  page: PageContent & { request?: PageRequest; status?: Status },
): Response | Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex');
  return answer(context, c, page);
}

/** One that never changes while the server runs: made once for each language. `path`: where it is. */
export async function constantPage(
  portal: Portal,
  c: Context,
  { path, make }: { path: string; make: (request: PageRequest) => PageContent },
): Promise<Response> {
  const request = { ...pageRequest(c), path };
  const name = `${request.language} ${request.isChosen} ${path}`;
  let made = portal.constantPages.get(name);
  if (made === undefined) {
    const { contact } = portal.context.settings;
    made = String(await pageLayout(request, { contact, ...make(request) }));
    portal.constantPages.set(name, made);
  }
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept-Language');
  c.header('Content-Language', request.language);
  return c.html(made);
}

/** One that is the same for everybody who reads its language. */
export function publicPage(
  { context }: Portal,
  c: Context,
  page: PageContent & { request?: PageRequest; status?: Status },
): Response | Promise<Response> {
  c.header('Cache-Control', 'no-cache');
  return answer(context, c, page);
}

function answer(
  context: WebContext,
  c: Context,
  {
    request = pageRequest(c),
    status = 200,
    ...page
  }: PageContent & { request?: PageRequest; status?: Status },
): Response | Promise<Response> {
  c.header('Vary', 'Accept-Language');
  c.header('Content-Language', request.language);
  const markup = pageLayout(request, { contact: context.settings.contact, ...page });
  // a plain string is sent as it is; of anything else a stream is made first
  return markup instanceof Promise
    ? markup.then((whole) => c.html(String(whole), status))
    : c.html(String(markup), status);
}
