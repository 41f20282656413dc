// What stands around every page of those who run this service. In: who asks, a title, content. Out: HTML in the layout
// that all pages have, with the places the role allows.

import type { Context } from 'hono';
import { html } from 'hono/html';
import { isAllowed, type Permission } from '../../register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import { pageLayout, type PageMarkup } from '../page/page-layout.ts';
import type { OperatorEnv } from './operator-context.ts';
import { type OperatorWords, operatorWords } from './operator-words.ts';

export interface OperatorContent {
  title: string;
  content: PageMarkup | string;
  hasOtherLanguage?: boolean;
  scripts?: readonly string[];
}

const places: readonly [path: string, words: (words: OperatorWords) => string, permission: Permission][] = [
  ['/operators', (words) => words.overview, 'incidents.read'],
  ['/operators/keys', (words) => words.keys, 'keys'],
  ['/operators/jobs', (words) => words.jobs, 'serve'],
  ['/operators/users', (words) => words.users, 'users'],
  ['/operators/log', (words) => words.log, 'log.read'],
];

export function operatorPage(c: Context<OperatorEnv>, page: OperatorContent): PageMarkup {
  const request = pageRequest(c);
  const words = operatorWords[request.language];
  const { user, formToken } = c.get('session');
  return pageLayout(request, {
    title: page.title,
    hasOtherLanguage: page.hasOtherLanguage ?? c.req.method === 'GET',
    scripts: page.scripts ?? [],
    lastLine: words.oneCookie,
    places: [
      ...places
        .filter(([, , permission]) => isAllowed(user.role, permission))
        .map(([path, text]) => ({ path, text: text(words) })),
      { path: '/operators/access', text: words.access },
    ],
    content: html`<h1>${page.title}</h1>
      ${typeof page.content === 'string' ? html`<p>${page.content}</p>` : page.content}
      <form method="post" action="${linkTo(request, '/operators/log-out')}" class="buttons">
        ${formField(formToken)}
        <span class="quiet">${words.loggedIn(user.name, words.roles[user.role])}</span>
        <button class="plain">${words.logOut}</button>
      </form>`,
  });
}

/** In every form of a session. */
export function formField(formToken: string): PageMarkup {
  return html`<input type="hidden" name="form" value="${formToken}" />`;
}
