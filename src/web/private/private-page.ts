// The page of the private look-up. In: the list of indexes, keys, a language. Out: markup: a form that only a script
// shows, since without one there is nothing that could hide a number, and all answers, hidden.

import { html } from 'hono/html';
import { type PrivateKeys, privateKinds, type PublishedIndexes } from '../../lookup/private/index.ts';
import type { Catalogue } from '../../lookup/index.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import { linkTo, type PageRequest } from '../page/page-language.ts';
import { hex } from './hex.ts';
import { advicePart, indexPart } from './private-answers.ts';
import { privateProblems, privateWords } from './private-words.ts';

export interface PrivatePageFacts {
  indexes: PublishedIndexes;
  catalogue: Catalogue;
  keys: PrivateKeys;
  contact: string | null;
}

export function privatePage(request: PageRequest, facts: PrivatePageFacts): PageMarkup {
  const { language } = request;
  const words = privateWords[language];
  return html`<h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    <p class="alert" id="without-script">${words.withoutScript}</p>
    <p class="alert" id="without-https" hidden>${words.withoutHttps}</p>
    ${form(request, facts)} ${answers(request, facts)}
    <h2>${words.how}</h2>
    <ol>
      ${words.sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ol>
    <p class="note">${words.sensitive}</p>
    <h2>${words.otherWays}</h2>
    <ul>
      <li><a href="${linkTo(request, '/code')}">${words.byLetter}</a></li>
      <li><a href="${linkTo(request, '/')}">${words.byMail}</a></li>
      ${facts.contact === null ? '' : html`<li>${words.byContact(facts.contact)}</li>`}
    </ul>`;
}

/** Its field has no name and the form no address: nothing can send it. */
function form({ language }: PageRequest, { indexes, keys }: PrivatePageFacts): PageMarkup {
  const words = privateWords[language];
  return html`<form id="private-form" hidden autocomplete="off" data-version="${indexes.version}">
    <fieldset>
      <legend>${words.whichNumber}</legend>
      ${privateKinds.map(
        (kind, i) =>
          html`<p class="choice">
            <input
              type="radio"
              id="kind-${kind}"
              name="kind"
              value="${kind}"
              data-key="${hex(keys[kind].publicKey)}"
              ${i === 0 ? html`checked` : ''}
            />
            <label for="kind-${kind}">${words.kinds[kind]}</label>
          </p>`,
      )}
    </fieldset>
    <label for="number">${words.number}</label>
    ${privateKinds.map(
      (kind, i) =>
        html`<p class="hint" id="hint-${kind}" data-hint="${kind}" ${i === 0 ? '' : html`hidden`}>
          ${words.hints[kind]}
        </p>`,
    )}
    <div id="private-problem" role="alert">
      ${privateProblems.map(
        (problem) => html`<p class="wrong" data-problem="${problem}" hidden>${words.problems[problem]}</p>`,
      )}
    </div>
    <input
      id="number"
      type="text"
      inputmode="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      maxlength="64"
      aria-describedby="hint-${privateKinds[0]} private-problem"
    />
    <button type="submit">${words.ask}</button>
    <p role="status"><span id="private-asking" hidden>${words.asking}</span></p>
  </form>`;
}

function answers({ language }: PageRequest, { indexes, catalogue }: PrivatePageFacts): PageMarkup {
  const words = privateWords[language];
  const all = privateKinds.flatMap((kind) => indexes.byKind[kind].indexes);
  return html`<div id="private-nothing" hidden>
      <h2 tabindex="-1">${words.nothing}</h2>
      <p class="lead">${words.nothingLead}</p>
      <p>${words.nothingMeans}</p>
    </div>
    <div id="private-found" hidden>
      <h2 tabindex="-1">${words.found}</h2>
      <p>${words.foundIn}</p>
      ${all.map((index) => indexPart(index, catalogue, language))} ${advicePart(all, language)}
    </div>`;
}
