// The pages where somebody asks by an address: for a statement, for notices, to be taken out. In: forms. Out: a page that
// says the same whatever is true, and one job; who asks too often gets the same page, and no mail.

import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { askByMail, type AskedByMail } from '../../lookup/index.ts';
import { isOptOutKind, optOutKinds } from '../../register/index.ts';
import type { Language } from '../../report/index.ts';
import { clientNetwork } from '../guard/client-address.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import { linkTo, pageRequest, type PageRequest } from '../page/page-language.ts';
import { type AskingWords, askingWords, type StepWords } from './asking-words.ts';
import { constantPage, type Portal, privatePage } from './portal.ts';
import { field, readForm } from './read-form.ts';

interface AskingPage {
  path: string;
  /** Where its form goes. */
  action: string;
  words: (words: AskingWords) => StepWords;
  more: (words: AskingWords, request: PageRequest) => PageMarkup;
  fields?: (words: AskingWords, wrong: Wrong, chosen: string) => PageMarkup;
  /** Null where the form does not say. */
  wish: (form: URLSearchParams) => AskedByMail['wish'] | null;
}

/** What is wrong with a form; none of it where it is shown for the first time. */
interface Wrong {
  form?: boolean;
  address?: boolean;
  wish?: boolean;
}

const pages: readonly AskingPage[] = [
  {
    path: '/',
    action: '/ask',
    words: (words) => words.ask,
    more: (words, request) =>
      html`<p class="note">${words.askPrivacy}</p>
        <h2>${words.otherWays}</h2>
        <ul>
          <li><a href="${linkTo(request, '/code')}">${words.withCode}</a></li>
          <li><a href="${linkTo(request, '/private')}">${words.withNumber}</a></li>
        </ul>`,
    wish: () => ({ what: 'statement' }),
  },
  {
    path: '/notify-me',
    action: '/notify-me',
    words: (words) => words.subscribe,
    more: (words) => html`<p class="note">${words.subscribeKept}</p>`,
    wish: () => ({ what: 'subscribe' }),
  },
  {
    path: '/opt-out',
    action: '/opt-out',
    words: (words) => words.optOut,
    more: (words) => html`<p class="note">${words.optOutNotices}</p>`,
    fields: optOutChoice,
    wish: (form) => {
      const kind = field(form, 'kind');
      return isOptOutKind(kind) ? { what: 'opt-out', kind } : null;
    },
  },
];

export function askingRoutes(portal: Portal): Hono {
  const app = new Hono();
  for (const page of pages) {
    const make = (request: PageRequest) => ({
      title: page.words(askingWords[request.language]).title,
      content: askingForm(page, request, {}),
    });
    app.get(page.path, (c) => constantPage(portal, c, { path: page.path, make }));
    app.post(page.action, (c) => asked(portal, c, page));
    if (page.action !== page.path) app.get(page.action, (c) => c.redirect(linkTo(pageRequest(c), page.path)));
  }
  return app;
}

async function asked(portal: Portal, c: Context, page: AskingPage): Promise<Response> {
  const { context } = portal;
  const request = { ...pageRequest(c), path: page.path };
  const { language } = request;
  const words = askingWords[language];
  const form = await readForm(c);
  const address = form === null ? '' : field(form, 'address');
  const wish = form === null ? null : page.wish(form);
  const wrong: Wrong = { form: form === null, address: !isPlausible(address), wish: wish === null };
  if (wrong.form || wrong.address || wish === null) {
    const title = `${words.wrong}: ${page.words(words).title}`;
    const chosen = form === null ? '' : field(form, 'kind');
    const content = askingForm(page, request, wrong, { address, chosen });
    return privatePage(portal, c, { request, title, content, status: 400, hasOtherLanguage: false });
  }
  await askByMail(context.register, {
    address,
    language,
    wish,
    network: clientNetwork(context, c),
    now: context.now().getTime(),
  });
  return privatePage(portal, c, {
    request,
    title: words.sent.title,
    content: sentPage(language),
    hasOtherLanguage: false,
  });
}

/** So little that nobody learns from it what the register thinks of an address. */
function isPlausible(address: string): boolean {
  return address.length <= 320 && /^[^\s@]+@[^\s@]+$/u.test(address);
}

function sentPage(language: Language): PageMarkup {
  const { sent } = askingWords[language];
  return html`<h1>${sent.title}</h1>
    <p class="lead">${sent.text}</p>
    <p>${sent.next}</p>`;
}

function askingForm(
  page: AskingPage,
  request: PageRequest,
  wrong: Wrong,
  { address = '', chosen = '' }: { address?: string; chosen?: string } = {},
): PageMarkup {
  const words = askingWords[request.language];
  const { title, text, button } = page.words(words);
  const isWrong = wrong.address === true && wrong.form !== true;
  return html`<h1>${title}</h1>
    <p class="lead">${text}</p>
    <form method="post" action="${linkTo(request, page.action)}">
      ${wrong.form ? html`<p class="wrong" role="alert">${words.notRead}</p>` : ''}
      ${page.fields?.(words, wrong, chosen) ?? ''}
      <label for="address">${words.address}</label>
      ${isWrong ? html`<p class="wrong" id="address-wrong" role="alert">${words.noAddress}</p>` : ''}
      <input
        id="address"
        name="address"
        type="text"
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck="false"
        maxlength="320"
        required
        value="${address}"
        ${isWrong ? html` aria-invalid="true" aria-describedby="address-wrong"` : ''}
      />
      <button>${button}</button>
    </form>
    ${page.more(words, request)}`;
}

function optOutChoice(words: AskingWords, wrong: Wrong, chosen: string): PageMarkup {
  return html`<fieldset>
    <legend>${words.optOutChoice}</legend>
    ${wrong.wish === true && wrong.form !== true ? html`<p class="wrong" role="alert">${words.noKind}</p>` : ''}
    ${optOutKinds.map(
      (kind) =>
        html`<div class="choice">
          <input
            type="radio"
            name="kind"
            id="kind-${kind}"
            value="${kind}"
            required
            aria-describedby="about-${kind}"
            ${kind === chosen ? html` checked` : ''}
          />
          <div>
            <label for="kind-${kind}">${words.optOutKinds[kind].name}</label>
            <p class="hint" id="about-${kind}">${words.optOutKinds[kind].text}</p>
          </div>
        </div>`,
    )}
  </fieldset>`;
}
