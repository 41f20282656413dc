// All answers that the page of the private look-up can give, hidden: the browser shows what the bits of an entry say. In:
// the list of indexes, the breaches, a language. Out: markup, the same for everybody.

import { html } from 'hono/html';
import { type PublishedIndex, vocabularyBits } from '../../lookup/private/index.ts';
import type { Catalogue } from '../../lookup/index.ts';
import {
  adviceFor,
  frenchKind,
  frenchMeaning,
  hasTellingKinds,
  type Language,
  passwordMeaning,
  type PasswordStrength,
} from '../../report/index.ts';
import { frenchSpaces } from '../page/french-spaces.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import { classNameIn, originText } from '../portal/statement-page.ts';
import { cautions, sinceText, statementPageWords } from '../portal/statement-words.ts';
import { hex } from './hex.ts';
import { privateWords } from './private-words.ts';

type Bits = ReturnType<typeof vocabularyBits>;

export function indexPart(index: PublishedIndex, { byNumber }: Catalogue, language: Language): PageMarkup {
  const words = statementPageWords[language];
  const { model } = byNumber.get(index.breach)!;
  const { isSplit = false, controllers } = index.vocabulary;
  // who it is that asks is not known here: of a case that was split, each person has their own below
  const owners = isSplit || controllers.length > 0 ? null : [];
  return html`<section
    class="breach"
    hidden
    data-kind="${index.kind}"
    data-salt="${hex(index.salt)}"
    data-bits="${index.bits}"
    data-slots="${index.slots}"
    data-entry-bytes="${index.entryBytes}"
  >
    <h3>${model.Title}</h3>
    <p>${originText(model, owners, words)} ${sinceText(model, language)}</p>
    ${cautions(model, language).map((caution) => html`<p class="alert">${caution}</p>`)}
    <p data-several hidden>${privateWords[language].several}</p>
    ${personPart(vocabularyBits(index.vocabulary), language)}
  </section>`;
}

/** Shown once for each person of a number. */
function personPart({ classes, controllers, flags }: Bits, language: Language): PageMarkup {
  const words = statementPageWords[language];
  const known = flags.flatMap(({ flag, bit }) =>
    Object.hasOwn(words.flags, flag) ? [{ bit, text: words.flags[flag as keyof typeof words.flags] }] : [],
  );
  return html`<div data-person>
    <h4 data-words="${privateWords[language].person}" hidden></h4>
    ${known.map(({ bit, text }) => html`<p data-bit="${bit}" hidden>${text}</p>`)}
    ${
      controllers.length === 0
        ? ''
        : html`<div data-any hidden>
            <p>${privateWords[language].ofPerson}</p>
            <ul>
              ${controllers.map(({ controller, bit }) => html`<li data-bit="${bit}" hidden>${controller}</li>`)}
            </ul>
          </div>`
    }
    <div data-any hidden>
      <ul class="lost" aria-label="${words.lost}">
        ${classes.map((lost) => classPart(lost, language))}
      </ul>
    </div>
    <p data-empty hidden>${words.nothingStands}</p>
  </div>`;
}

function classPart({ class: name, bit, kinds }: Bits['classes'][number], language: Language): PageMarkup {
  const told = (kind: string) => (language === 'fr' ? frenchKind(kind) : kind);
  return html`<li data-bit="${bit}" data-class="${name}" hidden>
    <strong>${classNameIn(name, language)}</strong
    >${hasTellingKinds(name) ? kinds.map(({ kind, bit: at }) => html`<span data-bit="${at}" hidden> · ${told(kind)}</span>`) : ''}
    ${name === 'Passwords' ? passwordPart(kinds, language) : ''}
  </li>`;
}

const strengths: readonly PasswordStrength[] = ['readable', 'weak', 'slowed', 'slow'];

/** Of several kinds the weakest decides: the first that is shown. */
function passwordPart(kinds: Bits['classes'][number]['kinds'], language: Language): PageMarkup {
  const meanings = kinds
    .map(({ kind, bit }) => ({ bit, ...passwordMeaning(kind) }))
    .toSorted((a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength));
  return html`<span data-first>
    ${meanings.map(({ bit, meaning }) => {
      const text = language === 'fr' ? frenchMeaning(meaning) : meaning;
      // what to do about it stands in the advice
      return html`<span data-bit="${bit}" hidden
        >${text === null ? '' : html`<br />${language === 'fr' ? frenchSpaces(text) : text}.`}</span
      >`;
    })}
  </span>`;
}

/** Advice about every class that any index knows; what is about none of somebody's stays hidden. */
export function advicePart(indexes: readonly PublishedIndex[], language: Language): PageMarkup {
  const words = statementPageWords[language];
  const classes = indexes.flatMap(({ vocabulary }) => vocabulary.classes.map((lost) => lost.class));
  return html`<h3>${words.whatToDo}</h3>
    <dl>
      ${adviceFor(classes, language).map(
        (advice) =>
          html`<div data-advice hidden>
            <dt>
              ${advice.classes.map(
                (name) => html`<span data-class="${name}" hidden>${classNameIn(name, language)}</span>`,
              )}
            </dt>
            <dd>${advice.text}</dd>
          </div>`,
      )}
    </dl>
    <p>${words.neverAsk}</p>`;
}
