// Who may log in, and who is logged in: sessions ended, links to enrol made. In: a session whose role allows it. Out:
// pages; a link is shown once.

import { Hono } from 'hono';
import { html } from 'hono/html';
import { appendCustody } from '../../custody/index.ts';
import { createEnrolment, listUsers, operatorName, operatorOf } from '../../register/index.ts';
import { deleteSessionsOf, listSessions } from '../../store/register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import type { WebContext } from '../web-context.ts';
import { textOf } from './log-in-routes.ts';
import type { OperatorEnv } from './operator-context.ts';
import { allow, refusal } from './operator-env.ts';
import { operatorPage } from './operator-page.ts';
import { operatorWords } from './operator-words.ts';
import { buttonForm, moment, table } from './page-parts.ts';
import { pageWords } from './page-words.ts';

const path = '/operators/users';

export function userRoutes(context: WebContext): Hono<OperatorEnv> {
  const { home, register } = context;
  const app = new Hono<OperatorEnv>();
  app.use(path, allow(context, 'users'));
  app.use(`${path}/*`, allow(context, 'users'));
  app.get(path, async (c) => {
    const request = pageRequest(c);
    const words = pageWords[request.language];
    const { users: title, roles } = operatorWords[request.language];
    const { formToken } = c.get('session');
    const sessions = await listSessions(register);
    const form = (text: string, does: string, name: string) =>
      buttonForm(text, { action: linkTo(request, `${path}/${does}`), formToken, fields: { name } });
    const content = html`${table(
      title,
      [words.name, words.role, words.since, words.action],
      listUsers(home).map((user) => [
        user.name,
        roles[user.role],
        moment(user.addedAt),
        html`<div class="buttons">
          ${form(words.makeLink, 'link', user.name)}
          ${
            sessions.some(({ operator }) => operator === operatorOf(user))
              ? form(words.endSessions, 'end', user.name)
              : ''
          }
        </div>`,
      ]),
    )}
    ${
      sessions.length === 0
        ? html`<p>${words.noSessions}</p>`
        : table(
            words.sessions,
            [words.name, words.begun, words.seen],
            sessions.map((session) => [
              operatorName(session.operator),
              moment(session.begun_at),
              moment(session.seen_at),
            ]),
          )
    }`;
    return c.html(operatorPage(c, { title, content }));
  });
  app.post(`${path}/:does{link|end}`, async (c) => {
    const { user: owner } = c.get('session');
    const words = pageWords[pageRequest(c).language];
    const name = textOf((await c.req.parseBody())['name']);
    const user = listUsers(home).find((each) => each.name === name);
    if (!user) return refusal(c, 404, (each) => each.didNotWork);
    const isLink = c.req.param('does') === 'link';
    const what = isLink ? 'user.web' : 'session.end';
    appendCustody(home, { who: owner.name, case: null, what, result: 'done', details: { name } });
    if (!isLink) {
      await deleteSessionsOf(register, operatorOf(user));
      return c.redirect(linkTo(pageRequest(c), path), 303);
    }
    const token = await createEnrolment(register, user, context.now().getTime());
    const content = html`<p><code class="code">${context.publicUrl}/operators/enrol/${token}</code></p>
      <p>${words.linkOnce}</p>`;
    return c.html(operatorPage(c, { title: words.linkMade(user.name), content }));
  });
  return app;
}
