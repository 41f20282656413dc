// The page behind a link to enrol with: a passkey, or one-time codes. In: the link's token. Out: one of them added, and
// the link ended. With a passkey its user is logged in; who sets up codes logs in with the next one.

import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { appendCustody } from '../../custody/index.ts';
import { endEnrolment, type Enrolment, lookAtEnrolment, operatorOf } from '../../register/index.ts';
import { insertPasskey, putOneTimeCode, sealJson } from '../../store/register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import { pageLayout, type PageMarkup } from '../page/page-layout.ts';
import type { WebContext } from '../web-context.ts';
import { enter, jsonBody, textOf } from './log-in-routes.ts';
import { codeSetUp, stepOfCode } from './one-time-code.ts';
import { type OperatorWords, operatorWords } from './operator-words.ts';
import { enrolledPasskey, hasPasskeys, optionsToEnrol } from './passkeys.ts';
import { passkeyScripts } from './passkey-scripts.ts';
import { qrCode } from './qr-code.ts';
import { isSafeSite } from './session-cookie.ts';

export function enrolRoutes(context: WebContext): Hono {
  const app = new Hono();
  const look = (c: Context): Promise<Enrolment | null> =>
    isSafeSite(context)
      ? lookAtEnrolment(context, c.req.param('token') ?? '', context.now().getTime())
      : Promise.resolve(null);
  app.get('/operators/enrol/:token', async (c) => enrolPage(context, c, await look(c)));
  app.post('/operators/enrol/:token', async (c) => {
    const enrolment = await look(c);
    if (!enrolment) return enrolPage(context, c, null);
    const { code } = await c.req.parseBody();
    if (!(await keepCode(context, enrolment, textOf(code))))
      return enrolPage(context, c, enrolment, (words) => words.codeWrong);
    tellLog(context, enrolment, 'code');
    const words = operatorWords[pageRequest(c).language];
    return plain(
      c,
      words.codeSetUp,
      html`<p>${words.enrolled}</p>
        <p><a href="${linkTo(pageRequest(c), '/operators/log-in')}">${words.logIn}</a></p>`,
    );
  });
  app.post('/operators/enrol/:token/options', async (c) => {
    const enrolment = await look(c);
    if (!enrolment || !hasPasskeys(context)) return c.json({}, 400);
    return c.json(await optionsToEnrol(context, enrolment.user));
  });
  app.post('/operators/enrol/:token/passkey', async (c) => {
    const enrolment = await look(c);
    const body = await jsonBody(c);
    if (!enrolment || !body) return c.json({}, 400);
    const given = { response: body['response'], label: textOf(body['label']) };
    const passkey = await enrolledPasskey(context, enrolment.user, given);
    if (!passkey) return c.json({}, 403);
    const now = context.now().getTime();
    const isKept = await endEnrolment(context.register, enrolment, now, (db) =>
      insertPasskey(context.register, passkey, db),
    );
    if (!isKept) return c.json({}, 409);
    tellLog(context, enrolment, 'passkey');
    await enter(context, c, enrolment.user, 'passkey');
    return c.json({ next: linkTo(pageRequest(c), '/operators') });
  });
  return app;
}

/** Of the code that proves it: that one is not taken again. */
async function keepCode({ register, now }: WebContext, enrolment: Enrolment, code: string): Promise<boolean> {
  const at = now().getTime();
  const step = stepOfCode(enrolment.codeSecret, code, at);
  if (step === null) return false;
  return endEnrolment(register, enrolment, at, (db) =>
    putOneTimeCode(
      register,
      {
        operator: operatorOf(enrolment.user),
        sealed: sealJson(register.secrets, 'one-time code', { codeSecret: enrolment.codeSecret }),
        last_step: step,
        added_at: at,
      },
      db,
    ),
  );
}

function tellLog({ home }: WebContext, { user }: Enrolment, way: string): void {
  appendCustody(home, { who: user.name, case: null, what: 'web.enrol', result: 'done', details: { way } });
}

async function enrolPage(
  context: WebContext,
  c: Context,
  enrolment: Enrolment | null,
  wrong?: (words: OperatorWords) => string,
): Promise<Response> {
  const request = pageRequest(c);
  const words = operatorWords[request.language];
  if (!enrolment) {
    const text = isSafeSite(context) ? words.enrolOver : words.notSafe;
    return plain(c, words.didNotWork, html`<p class="note">${text}</p>`, 404);
  }
  const scripts = hasPasskeys(context) ? passkeyScripts().map(({ path }) => path) : [];
  const content = html`<p class="lead">${words.enrolLead}</p>
    ${hasPasskeys(context) ? passkeyPart(words, request.path) : ''} ${codePart(words, enrolment, wrong)}`;
  return plain(c, words.enrol(enrolment.user.name), content, wrong ? 400 : 200, scripts);
}

function passkeyPart(words: OperatorWords, path: string): PageMarkup {
  return html`<section>
    <h2>${words.addPasskey}</h2>
    <noscript><p class="note">${words.noScript}</p></noscript>
    ${addPasskeyForm(words, { path, formToken: null })}
  </section>`;
}

/** `path`: before `/options` and `/passkey`. */
export function addPasskeyForm(
  words: OperatorWords,
  { path, formToken }: { path: string; formToken: string | null },
): PageMarkup {
  return html`<form
    method="post"
    action="${path}"
    data-passkey="enrol"
    data-options="${path}/options"
    data-answer="${path}/passkey"
  >
    ${formToken === null ? '' : html`<input type="hidden" name="form" value="${formToken}" />`}
    <label for="label">${words.passkeyLabel}</label>
    <input id="label" name="label" required maxlength="60" autocomplete="off" />
    <p class="wrong" role="alert" data-message hidden>${words.didNotWork}</p>
    <button>${words.addPasskey}</button>
  </form>`;
}

function codePart(
  words: OperatorWords,
  { user, codeSecret }: Enrolment,
  wrong?: (words: OperatorWords) => string,
): PageMarkup {
  const { uri, typed } = codeSetUp(codeSecret, user.name);
  return html`<section>
    <h2>${words.codeSetUp}</h2>
    <p>${words.codeScan}</p>
    ${qrCode(uri, words.codePicture)}
    <p><a href="${uri}">${words.codeOpen}</a></p>
    <p>${words.codeType} <code>${typed}</code></p>
    <form method="post">
      <label for="code">${words.codeConfirm}</label>
      ${wrong ? html`<p class="wrong" id="code-wrong" role="alert">${wrong(words)}</p>` : ''}
      <input
        id="code"
        name="code"
        class="short"
        required
        maxlength="10"
        inputmode="numeric"
        autocomplete="one-time-code"
        ${wrong ? html`aria-invalid="true" aria-describedby="code-wrong"` : ''}
      />
      <button>${words.codeSetUp}</button>
    </form>
  </section>`;
}

async function plain(
  c: Context,
  title: string,
  content: PageMarkup,
  status: 200 | 400 | 404 = 200,
  scripts: readonly string[] = [],
): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  const hasOtherLanguage = c.req.method === 'GET';
  const whole = html`<h1>${title}</h1>
    ${content}`;
  const request = pageRequest(c);
  const lastLine = operatorWords[request.language].cookieOnceIn;
  return c.html(
    pageLayout(request, { title, places: [], lastLine, hasOtherLanguage, scripts, content: whole }),
    status,
  );
}
