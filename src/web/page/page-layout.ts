// One whole page: what stands around its content, the same on all of them. In: a request, a title, content as markup.
// Out: HTML without script or style of its own, as the policy for content lets none through.

import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type PageRequest, languages, linkTo } from './page-language.ts';
import { pageWords } from './page-words.ts';
import { stylePath } from './style-sheet.ts';

/** What `html` gives; put into another template as it is. */
export type PageMarkup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageContent {
  /** Of the window; without the name of the service, which is added. */
  title: string;
  content: PageMarkup;
  /** Links at the top; those of the portal where left out. */
  places?: readonly { path: string; text: string }[];
  /** Whether the page can be had in the other language by a link: not where it is the answer to a form. */
  hasOtherLanguage?: boolean;
  contact?: string | null;
  /** At the foot, in the place of what holds where nobody is logged in. */
  lastLine?: string;
  /** Addresses of modules of our own. */
  scripts?: readonly string[];
}

export function pageLayout(request: PageRequest, page: PageContent): PageMarkup {
  const { language, path } = request;
  const words = pageWords[language];
  const other = languages.find((known) => known !== language)!;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${page.title === words.service ? page.title : `${page.title} – ${words.service}`}</title>
        <link rel="stylesheet" href="${stylePath}" />
        ${(page.scripts ?? []).map((script) => html`<script type="module" src="${script}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header class="top">
          <p class="service"><a href="${linkTo(request, '/')}">${words.service}</a></p>
          ${
            page.hasOtherLanguage === false
              ? ''
              : html`<p class="language">
                  <a href="${path}?lang=${other}" hreflang="${other}" lang="${other}"
                    >${words.otherLanguage}</a
                  >
                </p>`
          }
          <nav aria-label="${words.places}">
            <ul>
              ${(page.places ?? portalPlaces(request)).map(
                (place) =>
                  html`<li>
                    <a
                      href="${linkTo(request, place.path)}"
                      ${place.path === path ? html` aria-current="page"` : ''}
                      >${place.text}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
        </header>
        <main id="content">${page.content}</main>
        <footer>
          ${page.contact ? html`<p>${words.contact(page.contact)}</p>` : ''}
          <p>${page.lastLine ?? words.noCookies}</p>
        </footer>
      </body>
    </html>`;
}

function portalPlaces({ language }: PageRequest): { path: string; text: string }[] {
  const words = pageWords[language];
  return [
    { path: '/', text: words.ask },
    { path: '/code', text: words.code },
    { path: '/letter', text: words.letter },
    { path: '/private', text: words.privateLookUp },
    { path: '/notify-me', text: words.notifyMe },
    { path: '/breaches', text: words.breaches },
    { path: '/opt-out', text: words.optOut },
  ];
}
