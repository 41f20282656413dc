// The texts of notices, as far as they were published: who got one can compare it word by word. In: the register. Out: a
// list of notices with their senders, dates and channels, and a page of each text; nothing of any person.

import { Hono } from 'hono';
import { html } from 'hono/html';
import {
  type NumberedText,
  type PublishedNotice,
  publishedNotices,
  publishedTexts,
} from '../../lookup/index.ts';
import { nameMark, type NoticeParagraph, type NoticeText, referenceMark } from '../../notify/index.ts';
import { calendarDay, type Language } from '../../report/index.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import { linkTo, type PageRequest, pageRequest } from '../page/page-language.ts';
import { channelsText } from './channels-text.ts';
import { letterWords } from './letter-words.ts';
import { type Portal, publicPage } from './portal.ts';
import { classNameIn } from './statement-page.ts';

export function letterTextRoutes(portal: Portal): Hono {
  const app = new Hono();
  const { register } = portal.context;
  app.get('/letter/texts', async (c) => {
    const request = pageRequest(c);
    const notices = await publishedNotices(register);
    const listed: ListedNotice[] = [];
    for (const notice of notices)
      listed.push({ notice, texts: await publishedTexts(register, notice.notice) });
    const title = letterWords[request.language].textsTitle;
    return publicPage(portal, c, { title, content: listPage(listed, request) });
  });
  app.get('/letter/texts/:notice{[0-9]{1,9}}/:number{[0-9]{1,9}}', async (c) => {
    const request = pageRequest(c);
    const [number, wanted] = [Number(c.req.param('notice')), Number(c.req.param('number'))];
    const text = (await publishedTexts(register, number)).find((one) => one.number === wanted);
    const notice = (await publishedNotices(register)).find((one) => one.notice === number);
    if (text === undefined || notice === undefined) return c.notFound();
    const words = letterWords[request.language];
    const title = words.textTitle(notice.organisation ?? words.nobodyNamed);
    return publicPage(portal, c, { title, content: textPage(title, notice, text, request) });
  });
  return app;
}

interface ListedNotice {
  notice: PublishedNotice;
  texts: NumberedText[];
}

function listPage(listed: readonly ListedNotice[], request: PageRequest): PageMarkup {
  const { language } = request;
  const words = letterWords[language];
  const back = html`<p class="screen"><a href="${linkTo(request, '/letter')}">${words.title}</a></p>`;
  if (listed.length === 0)
    return html`<h1>${words.textsTitle}</h1>
      <p>${words.noTexts}</p>
      ${back}`;
  return html`<h1>${words.textsTitle}</h1>
    <p class="lead">${words.textsIntro}</p>
    ${listed.map(
      ({ notice, texts }) =>
        html`<section class="breach">
          <h2>${notice.organisation ?? words.nobodyNamed}</h2>
          <p>${sentLine(notice, language)}</p>
          <ul>
            ${texts.map(
              (text) =>
                html`<li>
                  <a
                    href="${linkTo(request, `/letter/texts/${notice.notice}/${text.number}`)}"
                    hreflang="${text.language}"
                    >${textName(text, language)}</a
                  >
                  <span class="quiet" lang="${text.language}">${(text.text as NoticeText).subject}</span>
                </li>`,
            )}
          </ul>
        </section>`,
    )}
    ${back}`;
}

function sentLine(notice: PublishedNotice, language: Language): string {
  const day = calendarDay(notice.since, language);
  return letterWords[language].noticeLine(notice.sender, day, channelsText(notice.channels, language));
}

/** What sets the text apart from others of the same notice. */
function textName({ audience, classes, language: own }: NumberedText, language: Language): string {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  const said = letterWords[language].audiences[audience] ?? '';
  const parts = [names.of(own) ?? own, said, classes.map((name) => classNameIn(name, language)).join(', ')];
  return parts.filter((part) => part !== '').join(' – ');
}

function textPage(
  title: string,
  notice: PublishedNotice,
  { text: body, sha256, classes, audience }: NumberedText,
  request: PageRequest,
): PageMarkup {
  const { language } = request;
  const words = letterWords[language];
  const text = body as NoticeText;
  const own = (part: string) =>
    part.replaceAll(nameMark, words.name).replaceAll(referenceMark, words.referenceMark);
  const paragraph = ({ text: sentence, items = [] }: NoticeParagraph) =>
    html`<p>${own(sentence)}</p>
      ${
        items.length === 0
          ? ''
          : html`<ul>
              ${items.map((item) => html`<li>${own(item)}</li>`)}
            </ul>`
      }`;
  const said = words.audiences[audience] ?? '';
  return html`<h1>${title}</h1>
    <p>${sentLine(notice, language)}</p>
    <p>
      ${said === '' ? '' : `${said}. `}${words.lost}:
      ${classes.map((name) => classNameIn(name, language)).join(', ')}.
    </p>
    <p class="note">${words.textIntro}</p>
    <article lang="${text.language}" dir="${text.direction}">
      <h2>${own(text.subject)}</h2>
      <p>${own(text.greeting)}</p>
      ${text.blocks.map(
        (block) =>
          html`<h3>${own(block.title)}</h3>
            ${block.paragraphs.map(paragraph)}`,
      )}
      <h3>${own(text.proofTitle)}</h3>
      ${text.proof.map(paragraph)}
      <p>${text.signature.map((line, i) => html`${i === 0 ? '' : html`<br />`}${own(line)}`)}</p>
    </article>
    <p class="quiet">${words.sha256}: <span class="code">${sha256}</span></p>
    <p class="screen"><a href="${linkTo(request, '/letter/texts')}">${words.toTexts}</a></p>`;
}
