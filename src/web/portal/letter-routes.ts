// "Is this letter real?" In: a form with the reference of a notice. Out: whether it is one of ours, at one moment after the
// question; that is said of it which is the same for all who got it. A typing error is told at once: the check digit shows
// it, and says nothing of whether there is such a reference.

import { setTimeout as wait } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type KnownNotice, noticeByReference } from '../../lookup/index.ts';
import { parseReferenceCode } from '../../register/index.ts';
import { calendarDay } from '../../report/index.ts';
import { clientNetwork } from '../guard/client-address.ts';
import type { PageContent, PageMarkup } from '../page/page-layout.ts';
import { linkTo, type PageRequest, pageRequest } from '../page/page-language.ts';
import { askingWords } from './asking-words.ts';
import { channelsText } from './channels-text.ts';
import { letterTextRoutes } from './letter-text-routes.ts';
import { type LetterWords, letterWords } from './letter-words.ts';
import { constantPage, type Portal, privatePage } from './portal.ts';
import { field, readForm } from './read-form.ts';

/** Longer than the work takes: what is left of a difference is waited away. */
const answeredAfterMs = 300;

export function letterRoutes(portal: Portal): Hono {
  const app = new Hono();
  app.get('/letter', (c) => constantPage(portal, c, { path: '/letter', make: emptyForm }));
  app.post('/letter', (c) => checkReference(portal, c));
  return app.route('/', letterTextRoutes(portal));
}

function emptyForm(request: PageRequest): PageContent {
  return { title: letterWords[request.language].title, content: letterForm(request, {}) };
}

async function checkReference(portal: Portal, c: Context): Promise<Response> {
  const { register, now } = portal.context;
  const request = pageRequest(c);
  const { language } = request;
  const words = letterWords[language];
  const form = await readForm(c);
  const reference = form === null ? '' : field(form, 'reference');
  if (form === null || parseReferenceCode(reference) === null)
    return privatePage(portal, c, {
      request,
      title: `${askingWords[language].wrong}: ${words.title}`,
      content: letterForm(request, { form: form === null, reference: form !== null, typed: reference }),
      status: 400,
      hasOtherLanguage: false,
    });
  const answeredAt = performance.now() + answeredAfterMs;
  const network = clientNetwork(portal.context, c);
  const answer = await noticeByReference(register, { reference, network, now: now().getTime() });
  await wait(Math.max(0, answeredAt - performance.now()));
  const page = { request, hasOtherLanguage: false };
  if (answer.state === 'known') {
    const content = knownPage(answer.notices, request);
    return privatePage(portal, c, { ...page, title: words.known, content });
  }
  if (answer.state === 'unknown')
    return privatePage(portal, c, { ...page, title: words.unknown, content: unknownPage(request) });
  const content = html`<h1>${words.tooMany}</h1>
    <p class="alert" role="alert">${words.tooManyText}</p>`;
  return privatePage(portal, c, { ...page, title: words.tooMany, content, status: 429 });
}

function knownPage(notices: readonly KnownNotice[], request: PageRequest): PageMarkup {
  const { language } = request;
  const words = letterWords[language];
  return html`<h1>${words.known}</h1>
    ${notices.map((notice) => {
      const day = calendarDay(notice.since, language);
      const kind = words.kinds[notice.kind];
      return html`<p class="lead">
          ${words.knownText(notice.organisation, day, channelsText(notice.channels, language))}
        </p>
        ${kind === null ? '' : html`<p>${kind}</p>`}`;
    })}
    <p>${words.notShown}</p>
    ${carefulPart(words, words.carefulTitle)} ${furtherPart(request)}`;
}

function unknownPage(request: PageRequest): PageMarkup {
  const words = letterWords[request.language];
  return html`<h1>${words.unknown}</h1>
    <div class="alert" role="alert">${words.unknownText.map((text) => html`<p>${text}</p>`)}</div>
    ${furtherPart(request)}`;
}

function carefulPart({ careful }: LetterWords, title: string): PageMarkup {
  return html`<h2>${title}</h2>
    <ul>
      ${careful.map((text) => html`<li>${text}</li>`)}
    </ul>`;
}

function furtherPart(request: PageRequest): PageMarkup {
  const words = letterWords[request.language];
  return html`<p class="screen">
    <a href="${linkTo(request, '/letter')}">${words.again}</a> ·
    <a href="${linkTo(request, '/letter/texts')}">${words.textsLink}</a>
  </p>`;
}

interface Wrong {
  form?: boolean;
  reference?: boolean;
  typed?: string;
}

function letterForm(request: PageRequest, { form, reference, typed = '' }: Wrong): PageMarkup {
  const words = letterWords[request.language];
  return html`<h1>${words.title}</h1>
    <p class="lead">${words.text}</p>
    <form method="post" action="${linkTo(request, '/letter')}">
      ${form ? html`<p class="wrong" role="alert">${askingWords[request.language].notRead}</p>` : ''}
      <label for="reference">${words.reference}</label>
      <p class="hint" id="reference-hint">${words.referenceHint}</p>
      ${reference ? html`<p class="wrong" id="reference-wrong" role="alert">${words.wrongReference}</p>` : ''}
      <input
        id="reference"
        name="reference"
        class="short"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="40"
        required
        value="${typed}"
        ${
          reference
            ? html`aria-invalid="true" aria-describedby="reference-wrong reference-hint"`
            : html`aria-describedby="reference-hint"`
        }
      />
      <button>${words.button}</button>
    </form>
    <p class="note">${words.notKept}</p>
    ${carefulPart(words, words.neverTitle)}
    <p class="screen"><a href="${linkTo(request, '/letter/texts')}">${words.textsLink}</a></p>`;
}
