// API keys made and revoked on the web. In: a session whose role allows it. Out: a list, and a new key, which is shown
// once.

import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { appendCustody } from '../../custody/index.ts';
import {
  createApiKey,
  isExpired,
  listApiKeys,
  parsePlan,
  plans,
  revokeApiKey,
} from '../../register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import type { WebContext } from '../web-context.ts';
import { textOf } from './log-in-routes.ts';
import type { OperatorEnv } from './operator-context.ts';
import { allow, refusal } from './operator-env.ts';
import { formField, operatorPage } from './operator-page.ts';
import { operatorWords } from './operator-words.ts';
import { buttonForm, moment, table } from './page-parts.ts';
import { type PageWords, pageWords } from './page-words.ts';

const path = '/operators/keys';

export function keyRoutes(context: WebContext): Hono<OperatorEnv> {
  const app = new Hono<OperatorEnv>();
  app.use(path, allow(context, 'keys'));
  app.use(`${path}/*`, allow(context, 'keys'));
  app.get(path, async (c) => {
    const { language } = pageRequest(c);
    const words = pageWords[language];
    const content = html`${await keyTable(context, c, words)} ${makeForm(c, words)}`;
    return c.html(operatorPage(c, { title: operatorWords[language].keys, content }));
  });
  app.post(path, async (c) => {
    const words = pageWords[pageRequest(c).language];
    const { name, plan: planName } = await c.req.parseBody();
    const plan = parsePlan(textOf(planName));
    if (!plan) return refusal(c, 400, (each) => each.didNotWork);
    const called = textOf(name).trim().slice(0, maxName);
    const made = await createApiKey(context.register, {
      plan,
      name: called,
      requestsPerMinute: null,
      expiresAt: null,
      sameAccountAs: null,
      now: context.now(),
    });
    tellLog(context, c, 'key.create', { number: made.number, plan: plan.plan, name: called });
    const content = html`<p><code class="code">${made.key}</code></p>
      <p>${words.keyOnce}</p>`;
    return c.html(operatorPage(c, { title: words.keyMade, content }));
  });
  app.post(`${path}/revoke`, async (c) => {
    const number = Number(textOf((await c.req.parseBody())['number']));
    const isKnown = (await listApiKeys(context.register)).some((key) => key.number === number);
    if (!isKnown) return refusal(c, 404, (each) => each.didNotWork);
    const isNew = await revokeApiKey(context.register, number, context.now());
    if (isNew) tellLog(context, c, 'key.revoke', { number });
    return c.redirect(linkTo(pageRequest(c), path), 303);
  });
  return app;
}

const maxName = 100;

function tellLog({ home }: WebContext, c: Context<OperatorEnv>, what: string, details: object): void {
  const who = c.get('session').user.name;
  appendCustody(home, { who, case: null, what, result: 'done', details: { ...details, on: 'web' } });
}

async function keyTable(
  { register, now }: WebContext,
  c: Context<OperatorEnv>,
  words: PageWords,
): Promise<PageMarkup> {
  const keys = await listApiKeys(register);
  if (keys.length === 0) return html`<p>${words.noKeys}</p>`;
  const { formToken } = c.get('session');
  const action = linkTo(pageRequest(c), `${path}/revoke`);
  return table(
    operatorWords[pageRequest(c).language].keys,
    [words.number, words.name, words.plan, words.rate, words.made, words.ends],
    keys.map((key) => [
      key.number,
      key.name,
      key.plan.title,
      key.requestsPerMinute ?? words.noLimit,
      moment(key.createdAt),
      key.revokedAt !== null || isExpired(key, now())
        ? words.ended
        : html`${key.expiresAt === null ? '' : moment(key.expiresAt)}
          ${buttonForm(words.revoke, { action, formToken, fields: { number: String(key.number) } })}`,
    ]),
  );
}

function makeForm(c: Context<OperatorEnv>, words: PageWords): PageMarkup {
  return html`<section>
    <h2>${words.makeKey}</h2>
    <form method="post" action="${linkTo(pageRequest(c), path)}">
      ${formField(c.get('session').formToken)}
      <label for="name">${words.name}</label>
      <input id="name" name="name" required maxlength="${maxName}" autocomplete="off" />
      <label for="plan">${words.plan}</label>
      <select id="plan" name="plan">
        ${plans.map(({ plan, title }) => html`<option value="${plan}">${title}</option>`)}
      </select>
      <button>${words.makeKey}</button>
    </form>
  </section>`;
}
