// The page that says that something went wrong, in French or English, and nothing else. In: who asks, a status, whom
// people may turn to. Out: HTML.

import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { pageLayout } from '../page/page-layout.ts';
import { linkTo, type PageRequest } from '../page/page-language.ts';

const words = {
  en: {
    404: ['There is no such page', 'Look at the address again, or begin at the first page.'],
    405: ['That is not possible here', 'Begin at the first page.'],
    413: ['That was too much', 'The form holds more than is read here.'],
    429: ['Too many requests', 'Wait a while, then try again.'],
    503: ['Not available at the moment', 'Nothing you have sent before is lost. Try again in a minute.'],
    other: ['That did not work', 'Try again later. If it stays so, tell whoever runs this service.'],
    home: 'First page',
  },
  fr: {
    404: ['Cette page n’existe pas', 'Vérifiez l’adresse ou repartez de la première page.'],
    405: ['Ce n’est pas possible ici', 'Repartez de la première page.'],
    413: ['C’est trop', 'Le formulaire contient plus que ce qui est lu ici.'],
    429: ['Trop de demandes', 'Attendez un peu, puis réessayez.'],
    503: [
      'Indisponible pour le moment',
      'Rien de ce que vous avez envoyé n’est perdu. Réessayez dans une minute.',
    ],
    other: [
      'Cela n’a pas fonctionné',
      'Réessayez plus tard. Si cela dure, prévenez la personne qui gère ce service.',
    ],
    home: 'Première page',
  },
} as const;

export function plainPage(request: PageRequest, status: number, contact: string | null): HtmlEscapedString {
  const text = words[request.language];
  const [title, advice] = status in text ? text[status as 404] : text.other;
  const content = html`<h1>${title}</h1>
    <p class="lead">${advice}</p>
    <p><a href="${linkTo(request, '/')}">${text.home}</a></p>`;
  // no part of it has to be waited for
  return pageLayout(request, { title, content, contact, hasOtherLanguage: false }) as HtmlEscapedString;
}
