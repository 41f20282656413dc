// A user's own ways to log in: passkeys added and removed. In: a session. Out: pages. Whoever holds a session may add a
// passkey to its user and to nobody else.

import { Hono } from 'hono';
import { html } from 'hono/html';
import { appendCustody } from '../../custody/index.ts';
import { deletePasskey, insertPasskey, listPasskeys, readOneTimeCode } from '../../store/register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import type { WebContext } from '../web-context.ts';
import { addPasskeyForm } from './enrol-routes.ts';
import { jsonBody, textOf } from './log-in-routes.ts';
import type { OperatorEnv } from './operator-context.ts';
import { refusal } from './operator-env.ts';
import { operatorPage } from './operator-page.ts';
import { operatorWords } from './operator-words.ts';
import { buttonForm, moment, table } from './page-parts.ts';
import { pageWords } from './page-words.ts';
import { enrolledPasskey, hasPasskeys, optionsToEnrol } from './passkeys.ts';
import { passkeyScripts } from './passkey-scripts.ts';

const path = '/operators/access';

export function accessRoutes(context: WebContext): Hono<OperatorEnv> {
  const { home, register } = context;
  const app = new Hono<OperatorEnv>();
  app.get(path, async (c) => {
    const request = pageRequest(c);
    const words = pageWords[request.language];
    const own = operatorWords[request.language];
    const { operator, formToken } = c.get('session');
    const passkeys = await listPasskeys(register, operator);
    const action = linkTo(request, `${path}/remove`);
    const content = html`<h2>${words.passkeys}</h2>
      ${
        passkeys.length === 0
          ? html`<p>${words.noPasskeys}</p>`
          : table(
              words.passkeys,
              [words.name, words.made, words.used, words.action],
              passkeys.map(({ label, added_at: addedAt, used_at: usedAt, credential_id: id }) => [
                label,
                moment(addedAt),
                moment(usedAt),
                buttonForm(words.remove, { action, formToken, fields: { id } }),
              ]),
            )
      }
      ${hasPasskeys(context) ? addPasskeyForm(own, { path, formToken }) : ''}
      <p class="note">${(await readOneTimeCode(register, operator)) ? words.codesOn : words.codesOff}</p>`;
    const scripts = hasPasskeys(context) ? passkeyScripts().map(({ path: script }) => script) : [];
    return c.html(operatorPage(c, { title: own.access, content, scripts }));
  });
  app.post(`${path}/options`, async (c) => {
    if (!hasPasskeys(context)) return c.json({}, 400);
    return c.json(await optionsToEnrol(context, c.get('session').user));
  });
  app.post(`${path}/passkey`, async (c) => {
    const { user } = c.get('session');
    const body = await jsonBody(c);
    const given = { response: body?.['response'], label: textOf(body?.['label']) };
    const passkey = await enrolledPasskey(context, user, given);
    if (!passkey) return c.json({}, 403);
    await insertPasskey(register, passkey);
    appendCustody(home, { who: user.name, case: null, what: 'passkey.add', result: 'done' });
    return c.json({ next: linkTo(pageRequest(c), path) });
  });
  app.post(`${path}/remove`, async (c) => {
    const { user, operator } = c.get('session');
    const id = textOf((await c.req.parseBody())['id']);
    if (!(await deletePasskey(register, operator, id))) return refusal(c, 404, (words) => words.didNotWork);
    appendCustody(home, { who: user.name, case: null, what: 'passkey.remove', result: 'done' });
    return c.redirect(linkTo(pageRequest(c), path), 303);
  });
  return app;
}
