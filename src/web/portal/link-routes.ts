// The pages behind the links of mails. In: a token in the address. Out: on GET a page with one button, which changes
// nothing, as programs that check mails open every link; on POST what the link is for, once.

import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type AskedStatement, sightingsOfKey, statementOfKey } from '../../lookup/index.ts';
import {
  approveDomain,
  type AskedDomain,
  type AskedOptOut,
  type AskedSubscription,
  confirmOptOut,
  confirmSubscription,
  createPersonKeys,
  type LinkAnswer,
  linkPaths,
  type LinkPurpose,
  lookAtLink,
  takeLink,
  unsubscribe,
} from '../../register/index.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import { linkTo, pageRequest, type PageRequest } from '../page/page-language.ts';
import { type AskingWords, askingWords, type StepWords } from './asking-words.ts';
import { type Portal, privatePage } from './portal.ts';
import { statementPage, statementTitle } from './statement-page.ts';

type Body = AskedStatement | AskedSubscription | AskedOptOut | AskedDomain;

interface LinkPage {
  purpose: LinkPurpose;
  /** Where one can ask for another such link. */
  askedAt: string;
  step: (words: AskingWords) => StepWords;
  about: (body: Body, words: AskingWords) => string;
  /** Takes the link, and shows what came of it. */
  take: (
    portal: Portal,
    taken: { token: string; now: Date; request: PageRequest },
  ) => Promise<LinkAnswer<unknown> & { page?: { title: string; content: PageMarkup } }>;
}

const pages: readonly LinkPage[] = [
  {
    purpose: 'statement',
    askedAt: '/',
    step: (words) => words.link.statement,
    about: () => '',
    take: takeStatement,
  },
  {
    purpose: 'subscribe',
    askedAt: '/notify-me',
    step: (words) => words.link.subscribe,
    about: () => '',
    take: async ({ context }, { token, now, request }) => ({
      ...(await confirmSubscription(context.register, { token, now: now.getTime() })),
      page: donePage(askingWords[request.language].subscribed),
    }),
  },
  {
    purpose: 'opt-out',
    askedAt: '/opt-out',
    step: (words) => words.link.optOut,
    about: (body, words) => {
      const { name, text } = words.optOutKinds[(body as AskedOptOut).kind];
      return `${name}. ${text}`;
    },
    take: async ({ context }, { token, now, request }) => ({
      ...(await confirmOptOut(context.register, { token, now: now.getTime() })),
      page: donePage(askingWords[request.language].optedOut),
    }),
  },
  {
    purpose: 'domain',
    askedAt: '/',
    step: (words) => words.link.domain,
    about: (body) => (body as AskedDomain).domain,
    take: async ({ context }, { token, now, request }) => ({
      ...(await approveDomain(context.register, { token, now: now.getTime() })),
      page: donePage(askingWords[request.language].approved),
    }),
  },
];

export function linkRoutes(portal: Portal): Hono {
  const app = new Hono();
  for (const page of pages) {
    const path = `/${linkPaths[page.purpose]}/:token` as const;
    app.get(path, (c) => showButton(portal, c, page, c.req.param('token')));
    app.post(path, (c) => takeIt(portal, c, page, c.req.param('token')));
  }
  app.get('/unsubscribe/:token', (c) => {
    const { step, content } = stepPage(pageRequest(c), (words) => words.link.unsubscribe, '');
    return privatePage(portal, c, { title: step.title, content });
  });
  // also what mail programs send for a reader: RFC 8058
  app.post('/unsubscribe/:token', async (c) => {
    await unsubscribe(portal.context.register, c.req.param('token'));
    const done = donePage(askingWords[pageRequest(c).language].unsubscribed);
    return privatePage(portal, c, { ...done, hasOtherLanguage: false });
  });
  return app;
}

async function showButton(portal: Portal, c: Context, page: LinkPage, token: string): Promise<Response> {
  const { register, now } = portal.context;
  const link = await lookAtLink<Body>(register, { purpose: page.purpose, token, now: now().getTime() });
  if (link.state !== 'open') return deadLink(portal, c, page, link.state);
  const request = inLanguageOf(pageRequest(c), link.body);
  const about = page.about(link.body, askingWords[request.language]);
  const { step, content } = stepPage(request, page.step, about);
  return privatePage(portal, c, { request, title: step.title, content });
}

async function takeIt(portal: Portal, c: Context, page: LinkPage, token: string): Promise<Response> {
  const request = pageRequest(c);
  const taken = await page.take(portal, { token, now: portal.context.now(), request });
  if (taken.state !== 'open') return deadLink(portal, c, page, taken.state);
  return privatePage(portal, c, { ...taken.page!, request, hasOtherLanguage: false });
}

async function takeStatement(
  portal: Portal,
  { token, now, request }: { token: string; now: Date; request: PageRequest },
) {
  const { register, settings } = portal.context;
  const { language } = request;
  // what can fail is done before the link is used up
  const seen = await lookAtLink<AskedStatement>(register, {
    purpose: 'statement',
    token,
    now: now.getTime(),
  });
  if (seen.state !== 'open') return seen;
  const { address } = seen.body;
  const key = createPersonKeys(register.secrets('person-key'))('email', address);
  const statement = await statementOfKey(portal, key);
  const sightings = await sightingsOfKey(register, portal, key);
  const link = await takeLink<AskedStatement>(register, { purpose: 'statement', token, now: now.getTime() });
  const content = statementPage(statement, { language, address, now, sightings, settings });
  return { ...link, page: { title: statementTitle(statement, language), content } };
}

/** The mail's language, until somebody chooses the other one on the page. */
function inLanguageOf(request: PageRequest, body: Body): PageRequest {
  const language = 'language' in body ? body.language : request.language;
  return request.isChosen ? request : { ...request, language, isChosen: true };
}

function stepPage(
  request: PageRequest,
  stepOf: (words: AskingWords) => StepWords,
  about: string,
): { step: StepWords; content: PageMarkup } {
  const step = stepOf(askingWords[request.language]);
  const content = html`<h1>${step.title}</h1>
    <p class="lead">${step.text}</p>
    ${about === '' ? '' : html`<p class="note">${about}</p>`}
    <form method="post" action="${linkTo(request, request.path)}">
      <button>${step.button}</button>
    </form>`;
  return { step, content };
}

function donePage({ title, text }: { title: string; text: string }): { title: string; content: PageMarkup } {
  return {
    title,
    content: html`<h1>${title}</h1>
      <p class="lead">${text}</p>`,
  };
}

function deadLink(
  portal: Portal,
  c: Context,
  { askedAt }: LinkPage,
  state: 'taken' | 'ended' | 'unknown',
): Response | Promise<Response> {
  const request = pageRequest(c);
  const words = askingWords[request.language];
  const { title, text } = words[state];
  const content = html`<h1>${title}</h1>
    <p class="lead">${text}</p>
    <p><a href="${linkTo(request, askedAt)}">${words.again}</a></p>`;
  const status = state === 'unknown' ? 404 : 410;
  return privatePage(portal, c, { title, content, status, hasOtherLanguage: c.req.method === 'GET' });
}
