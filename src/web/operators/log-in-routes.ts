// Logging in: with a passkey, or with name, secret and a one-time code, which needs no script. In: forms. Out: a session,
// or one wording for everything that was not right. Each try is counted first and is in the custody log.

import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { appendCustody } from '../../custody/index.ts';
import {
  beginSession,
  forgetTriesOf,
  hasUsers,
  mayTry,
  operatorOf,
  provenUser,
  type User,
} from '../../register/index.ts';
import { openJson, readOneTimeCode, useCodeStep } from '../../store/register/index.ts';
import { clientNetwork } from '../guard/client-address.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import { pageLayout } from '../page/page-layout.ts';
import type { WebContext } from '../web-context.ts';
import { stepOfCode } from './one-time-code.ts';
import { type OperatorWords, operatorWords } from './operator-words.ts';
import { hasPasskeys, optionsToLogIn, userOfPasskey } from './passkeys.ts';
import { passkeyScripts } from './passkey-scripts.ts';
import { giveSession, isSafeSite } from './session-cookie.ts';

const home = '/operators';

export function logInRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.get('/operators/log-in', (c) => logInPage(context, c));
  app.post('/operators/log-in', async (c) => {
    const { name, secret, code } = await c.req.parseBody();
    const attempt = { way: 'code', name: textOf(name).trim(), network: clientNetwork(context, c) };
    if (!isSafeSite(context)) return logInPage(context, c);
    if (!(await mayTryNow(context, attempt))) return logInPage(context, c, (words) => words.tooOften, 429);
    const user = await userByCode(context, { ...attempt, secret: textOf(secret), code: textOf(code) });
    if (!user) {
      tellLog(context, null, { way: 'code', named: attempt.name.slice(0, 64) });
      return logInPage(context, c, (words) => words.refused, 403);
    }
    await forgetTriesOf(context.register, { ...attempt, now: context.now().getTime() });
    await enter(context, c, user, 'code');
    return c.redirect(linkTo(pageRequest(c), home), 303);
  });
  app.post('/operators/log-in/options', async (c) => {
    const attempt = { way: 'passkey', name: null, network: clientNetwork(context, c) };
    if (!hasPasskeys(context) || !isSafeSite(context)) return c.json({}, 400);
    if (!(await mayTryNow(context, attempt))) return c.json({}, 429);
    return c.json(await optionsToLogIn(context));
  });
  app.post('/operators/log-in/passkey', async (c) => {
    const attempt = { way: 'answer', name: null, network: clientNetwork(context, c) };
    if (!(await mayTryNow(context, attempt))) return c.json({}, 429);
    const body = await jsonBody(c);
    const user = await userOfPasskey(context, body?.['response'] ?? null);
    if (!user) {
      tellLog(context, null, { way: 'passkey' });
      return c.json({}, 403);
    }
    const now = context.now().getTime();
    for (const way of ['passkey', 'answer']) await forgetTriesOf(context.register, { ...attempt, way, now });
    await enter(context, c, user, 'passkey');
    return c.json({ next: linkTo(pageRequest(c), home) });
  });
  return app;
}

/** Gives the session; the log has it. */
export async function enter(context: WebContext, c: Context, user: User, way: string): Promise<void> {
  const token = await beginSession(context.register, user, context.now().getTime());
  tellLog(context, user.name, { way });
  giveSession(context, c, token);
}

/** Null where it is none, or too deep in something else to be one. */
export async function jsonBody(c: Context): Promise<Record<string, unknown> | null> {
  const body = await c.req.json<unknown>().catch(() => null);
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
}

/** The same work, whichever of them is not right. */
async function userByCode(
  { home: instance, register, now }: WebContext,
  { name, secret, code }: { name: string; secret: string; code: string },
): Promise<User | null> {
  const user = provenUser(instance, name, secret);
  const kept = await readOneTimeCode(register, user ? operatorOf(user) : '');
  if (!user || !kept) return null;
  const opened = openJson<{ codeSecret: string }>(register.secrets, 'one-time code', kept.sealed);
  const step = stepOfCode(opened.codeSecret, code, now().getTime());
  if (step === null) return null;
  return (await useCodeStep(register, kept.operator, step)) ? user : null;
}

function mayTryNow(
  { register, now }: WebContext,
  attempt: { way: string; name: string | null; network: string },
): Promise<boolean> {
  return mayTry(register, { ...attempt, now: now().getTime() });
}

function tellLog({ home: instance }: WebContext, who: string | null, details: Record<string, string>): void {
  const result = who === null ? 'refused' : 'done';
  appendCustody(instance, { who: who ?? 'nobody', case: null, what: 'web.log-in', result, details });
}

async function logInPage(
  context: WebContext,
  c: Context,
  wrong?: (words: OperatorWords) => string,
  status: 200 | 403 | 429 = 200,
): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  const request = pageRequest(c);
  const words = operatorWords[request.language];
  const isPossible = isSafeSite(context) && hasUsers(context.home);
  const content = isPossible
    ? html`${hasPasskeys(context) ? passkeyForm(words) : ''}
      ${codeForm(words, linkTo(request, '/operators/log-in'))}`
    : html`<p class="note">${isSafeSite(context) ? words.noUsers : words.notSafe}</p>`;
  const page = pageLayout(request, {
    title: words.logIn,
    places: [],
    lastLine: words.cookieOnceIn,
    hasOtherLanguage: c.req.method === 'GET',
    scripts: isPossible && hasPasskeys(context) ? passkeyScripts().map(({ path }) => path) : [],
    content: html`<h1>${words.logIn}</h1>
      ${wrong ? html`<p class="alert" role="alert">${wrong(words)}</p>` : ''} ${content}`,
  });
  return c.html(page, status);
}

function passkeyForm(words: OperatorWords) {
  return html`<section>
    <h2>${words.byPasskey}</h2>
    <p class="hint">${words.passkeyHint}</p>
    <form
      method="post"
      action="/operators/log-in"
      data-passkey="log-in"
      data-options="/operators/log-in/options"
      data-answer="/operators/log-in/passkey"
    >
      <p class="wrong" role="alert" data-message hidden>${words.didNotWork}</p>
      <button>${words.usePasskey}</button>
    </form>
  </section>`;
}

function codeForm(words: OperatorWords, action: string) {
  return html`<section>
    <h2>${words.byCode}</h2>
    <form method="post" action="${action}">
      <label for="name">${words.name}</label>
      <input id="name" name="name" required maxlength="64" autocomplete="username" />
      <label for="secret">${words.secret}</label>
      <p class="hint" id="secret-hint">${words.secretHint}</p>
      <input
        id="secret"
        name="secret"
        type="password"
        required
        maxlength="100"
        autocomplete="current-password"
        aria-describedby="secret-hint"
      />
      <label for="code">${words.code}</label>
      <p class="hint" id="code-hint">${words.codeHint}</p>
      <input
        id="code"
        name="code"
        class="short"
        required
        maxlength="10"
        inputmode="numeric"
        autocomplete="one-time-code"
        aria-describedby="code-hint"
      />
      <button>${words.logIn}</button>
    </form>
  </section>`;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
