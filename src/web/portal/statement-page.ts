// A person's statement as a page: what was lost, since when, from whom through whom, what to do about each class, and
// what all this does not say. In: a statement, whom it is about, who may be asked further. Out: markup; printed, it is
// one sheet for most people.

import { html } from 'hono/html';
import type { PersonalStatement, Sightings, StatementBreach } from '../../lookup/index.ts';
import {
  adviceFor,
  calendarDay,
  calendarMoment,
  frenchClass,
  frenchKind,
  frenchMeaning,
  hasTellingKinds,
  type Language,
  passwordMeaning,
  type PasswordStrength,
} from '../../report/index.ts';
import type { BreachModel, ExposureSet } from '../../register/index.ts';
import { frenchSpaces } from '../page/french-spaces.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import type { ServeSettings } from '../serve-settings.ts';
import { cautions, sinceText, type StatementPageWords, statementPageWords } from './statement-words.ts';

export interface StatementAbout {
  language: Language;
  /** Null where it was asked for by the code of a letter. */
  address: string | null;
  now: Date;
  sightings: Sightings;
  settings: Pick<ServeSettings, 'contact' | 'authority'>;
}

export function statementTitle(statement: PersonalStatement, language: Language): string {
  const words = statementPageWords[language];
  return statement.length === 0 ? words.nothing : words.title;
}

export function statementPage(statement: PersonalStatement, about: StatementAbout): PageMarkup {
  const { language, address, now } = about;
  const words = statementPageWords[language];
  return html`<h1>${statementTitle(statement, language)}</h1>
    <p class="quiet">
      ${address === null ? '' : `${words.about(address)} · `}${words.asOf(calendarMoment(now, language))}
    </p>
    ${
      statement.length === 0
        ? [nothingFound(words), sightingsPart(about)]
        : [
            html`<p class="lead">${address === null ? words.foundByCode : words.found(statement.length)}</p>
              ${address === null ? '' : html`<p class="note screen">${words.print}</p>`}`,
            ...statement.map((breach) => breachPart(breach, language)),
            sightingsPart(about),
            advicePart(statement, language),
            html`<h2>${words.notSaid}</h2>
              <p>${words.notSaidText}</p>`,
          ]
    }
    ${rightsPart(about)}`;
}

function nothingFound(words: StatementPageWords): PageMarkup {
  return html`<p class="lead">${words.nothingLead}</p>
    <p>${words.nothingMeans}</p>
    <p>${words.nothingNext}</p>`;
}

function breachPart({ model, people }: StatementBreach, language: Language): PageMarkup {
  const words = statementPageWords[language];
  const owners = people.map(ownersOf);
  const areAlike = owners.every((each) => each?.join('\n') === owners[0]?.join('\n'));
  const toldHere = areAlike ? (owners[0] ?? null) : null;
  return html`<section class="breach">
    <h2>${model.Title}</h2>
    <p>
      ${areAlike && toldHere === null ? words.ownerUnknown : ''} ${originText(model, toldHere, words)}
      ${sinceText(model, language)}
    </p>
    ${cautions(model, language).map((caution) => html`<p class="alert">${caution}</p>`)}
    ${people.length > 1 ? html`<p>${words.several}</p>` : ''}
    ${people.map((person, i) => [
      people.length > 1 ? html`<h3>${words.person(i + 1, people.length)}</h3>` : '',
      areAlike ? '' : html`<p>${ownerText(owners[i]!, words)}</p>`,
      personPart(person, language),
    ])}
  </section>`;
}

/** Null where the case was split and it is not known whose this person's data is; none where it was not split. */
function ownersOf({ controllers, isSplit = false }: ExposureSet): string[] | null {
  return isSplit && controllers.length === 0 ? null : controllers;
}

function ownerText(owners: readonly string[] | null, words: StatementPageWords): string {
  return owners === null || owners.length === 0 ? words.ownerUnknown : words.dataOf(owners);
}

/**
 * Whose data it is, and through whom it was lost. `ofPerson`: whose that of this person is; where none are given, that of
 * all in the breach; null where nobody may be named. A controller is no stage of the way.
 */
export function originText(
  model: BreachModel,
  ofPerson: readonly string[] | null,
  words: StatementPageWords,
): string {
  const known = ofPerson ?? [];
  const chain = model.VendorChain.filter((stage) => !isOwners(stage, [...model.Controllers, ...known]));
  const owners = ofPerson === null || known.length > 0 ? known : ownersOfAll(model);
  if (owners.length === 0) return chain.length === 0 ? '' : words.through(chain);
  return chain.length === 0 ? words.dataOf(owners) : words.dataOfThrough(owners, chain);
}

function ownersOfAll({ Controllers, Domain }: BreachModel): string[] {
  return Controllers.length > 0 || Domain === '' ? Controllers : [Domain];
}

/** A stage of several is written as their names with commas; a name may have commas of its own. */
function isOwners(stage: string, owners: readonly string[]): boolean {
  const rest = owners
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ''), stage);
  return /^[,\s]*$/u.test(rest);
}

function personPart({ classes, flags }: ExposureSet, language: Language): PageMarkup {
  const words = statementPageWords[language];
  const known = flags.filter((flag): flag is keyof typeof words.flags => Object.hasOwn(words.flags, flag));
  return html`${known.map((flag) => html`<p>${words.flags[flag]}</p>`)}
  ${
    classes.length === 0
      ? html`<p>${words.nothingStands}</p>`
      : html`<ul class="lost" aria-label="${words.lost}">
          ${classes.map((lost) => html`<li>${classText(lost, language)}</li>`)}
        </ul>`
  }`;
}

const kindsShown = 5;

function classText({ class: name, kinds }: ExposureSet['classes'][number], language: Language): PageMarkup {
  const told = (kind: string) => (language === 'fr' ? frenchKind(kind) : kind);
  const shown = hasTellingKinds(name) ? kinds.slice(0, kindsShown).map(told) : [];
  const more = hasTellingKinds(name) && kinds.length > kindsShown ? ', …' : '';
  const strength = name === 'Passwords' ? passwordText(kinds, language) : '';
  return html`<strong>${classNameIn(name, language)}</strong
    >${shown.length > 0 ? ` (${shown.join(', ')}${more})` : ''}${strength === '' ? '' : html`<br />${strength}`}`;
}

const strengths: readonly PasswordStrength[] = ['readable', 'weak', 'slowed', 'slow'];

/** Of several kinds the weakest decides. */
function passwordText(kinds: readonly string[], language: Language): string {
  const meanings = kinds
    .map((kind) => passwordMeaning(kind))
    .toSorted((a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength));
  const [weakest = passwordMeaning('')] = meanings;
  const meaning = language === 'fr' ? frenchMeaning(weakest.meaning) : weakest.meaning;
  return meaning === null ? '' : spaced(`${meaning}.`, language);
}

function spaced(text: string, language: Language): string {
  return language === 'fr' ? frenchSpaces(text) : text;
}

export function classNameIn(name: string, language: Language): string {
  return language === 'fr' ? frenchClass(name) : name;
}

const sightingsShown = 20;

function sightingsPart({ sightings: { websites, pastes }, language }: StatementAbout): PageMarkup {
  const words = statementPageWords[language];
  const list = (names: readonly string[]) => {
    const rest = names.length - sightingsShown;
    return [...names.slice(0, sightingsShown), ...(rest > 0 ? [words.more(rest)] : [])].join(', ');
  };
  const day = (date: string | null) => (date === null ? null : calendarDay(date, language));
  const pasteNames = pastes.map(({ Source, Id, Date }) => words.paste(Source, Id, day(Date)));
  if (websites.length + pastes.length === 0) return html``;
  return html`<h2>${words.elsewhere}</h2>
    ${websites.length === 0 ? '' : html`<p>${words.websites(list(websites))}</p>`}
    ${pastes.length === 0 ? '' : html`<p>${words.pastes(list(pasteNames))}</p>`}`;
}

function advicePart(statement: PersonalStatement, language: Language): PageMarkup {
  const words = statementPageWords[language];
  const classes = statement.flatMap(({ people }) =>
    people.flatMap((person) => person.classes.map((c) => c.class)),
  );
  return html`<h2>${words.whatToDo}</h2>
    <dl class="advice">
      ${adviceFor(classes, language).map(
        (advice) =>
          html`<div>
            <dt>${advice.classes.map((name) => classNameIn(name, language)).join(', ')}</dt>
            <dd>${spaced(advice.text, language)}</dd>
          </div>`,
      )}
    </dl>
    <p>${words.neverAsk}</p>`;
}

function rightsPart({ language, settings }: StatementAbout): PageMarkup {
  const words = statementPageWords[language];
  return html`<h2>${words.rights}</h2>
    <p>
      ${settings.contact === null ? '' : `${words.contact(settings.contact)} `}${words.complaint(settings.authority ?? words.usualAuthority)}
    </p>`;
}
