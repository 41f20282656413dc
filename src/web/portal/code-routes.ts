// The page for whoever has a letter and no address here: a reference code and a date of birth for a statement. In: a form.
// Out: the statement, or one page for every failure, at one moment after the question. A typing error in the code is told
// at once: its check digit shows it, and says nothing of whether there is such a code.

import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { noSightings, statementByCode } from '../../lookup/index.ts';
import { parseReferenceCode } from '../../register/index.ts';
import { clientNetwork } from '../guard/client-address.ts';
import type { PageContent, PageMarkup } from '../page/page-layout.ts';
import { linkTo, type PageRequest, pageRequest } from '../page/page-language.ts';
import { askingWords } from './asking-words.ts';
import { codeWords } from './code-words.ts';
import { constantPage, type Portal, privatePage } from './portal.ts';
import { field, readForm } from './read-form.ts';
import { statementPage, statementTitle } from './statement-page.ts';

interface Wrong {
  form?: boolean;
  code?: boolean;
  birth?: boolean;
  failed?: boolean;
}

/** Longer than the work takes: what is left of a difference is waited away. */
const failedAfterMs = 300;

export function codeRoutes(portal: Portal): Hono {
  const app = new Hono();
  app.get('/code', (c) => constantPage(portal, c, { path: '/code', make: emptyForm }));
  app.post('/code', (c) => showStatement(portal, c));
  return app;
}

function emptyForm(request: PageRequest): PageContent {
  return { title: codeWords[request.language].title, content: codeForm(request, {}) };
}

async function showStatement(portal: Portal, c: Context): Promise<Response> {
  const { register, settings, now } = portal.context;
  const request = pageRequest(c);
  const { language } = request;
  const form = await readForm(c);
  if (form === null) return refused(portal, c, { form: true });
  const [code, birth] = [field(form, 'code'), birthOf(form, now())];
  const isCode = parseReferenceCode(code) !== null;
  if (!isCode || birth === null) return refused(portal, c, { code: !isCode, birth: birth === null }, form);
  const failedAt = performance.now() + failedAfterMs;
  const network = clientNetwork(portal.context, c);
  const statement = await statementByCode(register, portal, { code, birth, network, now: now().getTime() });
  if (statement === null) {
    await wait(Math.max(0, failedAt - performance.now()));
    return refused(portal, c, { failed: true }, form);
  }
  return privatePage(portal, c, {
    request,
    title: statementTitle(statement, language),
    content: statementPage(statement, {
      language,
      address: null,
      now: now(),
      sightings: noSightings,
      settings,
    }),
    hasOtherLanguage: false,
  });
}

function refused(
  portal: Portal,
  c: Context,
  wrong: Wrong,
  form = new URLSearchParams(),
): Response | Promise<Response> {
  const request = pageRequest(c);
  const { language } = request;
  return privatePage(portal, c, {
    request,
    title: `${askingWords[language].wrong}: ${codeWords[language].title}`,
    content: codeForm(request, wrong, form),
    status: wrong.failed ? 404 : 400,
    hasOtherLanguage: false,
  });
}

const earliestYear = 1880;

/** yyyy-mm-dd of a day that was; null where there is none. */
function birthOf(form: URLSearchParams, now: Date): string | null {
  const [day, month, year] = ['day', 'month', 'year'].map((name) => field(form, name));
  if (!/^\d{1,2} \d{1,2} \d{4}$/u.test(`${day} ${month} ${year}`)) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return isDay && Number(year) >= earliestYear && date <= now ? date.toISOString().slice(0, 10) : null;
}

/** A form that failed keeps what was typed: people compare it with their letter. */
function codeForm(request: PageRequest, wrong: Wrong, form = new URLSearchParams()): PageMarkup {
  const words = codeWords[request.language];
  const part = (name: 'day' | 'month' | 'year', length: number) =>
    html`<div>
      <label for="${name}">${words[name]}</label>
      <input
        id="${name}"
        name="${name}"
        type="text"
        inputmode="numeric"
        autocomplete="bday-${name}"
        maxlength="${length}"
        required
        value="${field(form, name)}"
        ${invalid(wrong.birth, 'birth')}
      />
    </div>`;
  return html`<h1>${words.title}</h1>
    <p class="lead">${words.text}</p>
    <form method="post" action="${linkTo(request, '/code')}">
      ${wrong.form ? html`<p class="wrong" role="alert">${askingWords[request.language].notRead}</p>` : ''}
      ${wrong.failed ? html`<p class="alert" role="alert">${words.failed}</p>` : ''}
      <label for="code">${words.code}</label>
      <p class="hint" id="code-hint">${words.codeHint}</p>
      ${wrong.code ? html`<p class="wrong" id="code-wrong" role="alert">${words.wrongCode}</p>` : ''}
      <input
        id="code"
        name="code"
        class="short"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="40"
        required
        value="${field(form, 'code')}"
        ${invalid(wrong.code, 'code')}
      />
      <fieldset>
        <legend>${words.birth}</legend>
        <p class="hint" id="birth-hint">${words.birthHint}</p>
        ${wrong.birth ? html`<p class="wrong" id="birth-wrong" role="alert">${words.wrongBirth}</p>` : ''}
        <div class="date">${part('day', 2)} ${part('month', 2)} ${part('year', 4)}</div>
      </fieldset>
      <button>${words.button}</button>
    </form>
    <p class="note">${words.noLetter}</p>`;
}

function invalid(isWrong: boolean | undefined, hint: string): PageMarkup {
  return isWrong
    ? html`aria-invalid="true" aria-describedby="${hint}-wrong ${hint}-hint"`
    : html`aria-describedby="${hint}-hint"`;
}
