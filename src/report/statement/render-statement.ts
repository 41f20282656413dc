/*
 * A person's statement for a terminal or a sheet of paper: the answer first, then what stands about each person and
 * where, then which files were examined. In: a statement, a language, a width. Out: text with a line feed after each
 * line, no line wider than asked nor than 80 columns.
 */
import { fitPath } from '../fit-path.ts';
import { noteOn } from '../file-state.ts';
import { fileName } from '../report-warnings.ts';
import { passwordMeaning } from '../password-meaning.ts';
import { hanging, type Line, paragraph, printLines } from '../terminal-line.ts';
import { withVisibleTexts } from '../visible-text.ts';
import { frenchClass, frenchKind, hasTellingKinds } from './class-words.ts';
import { frenchCategory, frenchMeaning, frenchPlace } from './place-words.ts';
import type { PersonStatement, StatementClass, StatementPerson } from './person-statement.ts';
import { type Language, type StatementWords, statementWords } from './statement-words.ts';

export interface StatementStyle {
  language: Language;
  colour: boolean;
  width: number;
}

const filesShown = 12;
const placesShown = 12;
const kindsShown = 4;
const sentencesShown = 2000;
const blank: Line = [];

/** Widths below 40 columns are taken as 40, above 80 as 80. */
export function renderStatement(statement: PersonStatement, style: StatementStyle): string {
  const width = Math.min(80, Math.max(40, Math.floor(style.width) || 80));
  const shown = withVisibleTexts(statement);
  const words = statementWords[style.language];
  const sections = [
    answerLines(shown, style.language, width),
    ...shown.people.map((person, i) => personLines(person, i, shown, style.language, width)),
    mentionLines(shown, style.language, width),
    shown.people.length === 0 ? [] : paragraph(words.caveat, width, 0, 'quiet', sentencesShown),
    fileLines(shown, words, style.language, width),
  ].filter((section) => section.length > 0);
  const lines = sections.flatMap((section, index) => (index === 0 ? section : [blank].concat(section)));
  return printLines(lines, { colour: style.colour, width });
}

function answerLines(statement: PersonStatement, language: Language, width: number): Line[] {
  const words = statementWords[language];
  const { people, peopleInAll, mentions } = statement;
  const asked = askedText(statement, words, language);
  const caseLine = paragraph(words.caseOf(statement.case, statement.name), width, 0, 'quiet');
  if (statement.deliveries.length === 0)
    return [...paragraph(words.noDelivery, width, 0, 'strong'), ...caseLine];
  if (people.length === 0 && mentions.length > 0)
    return [
      ...paragraph(words.onlyMentioned(asked), width, 0, 'strong'),
      ...caseLine,
      ...partialLines(statement, language, width),
    ];
  if (people.length === 0) return notFoundLines(statement, asked, caseLine, language, width);
  return [
    ...paragraph(words.found(peopleInAll, asked), width, 0, 'strong'),
    ...caseLine,
    ...(peopleInAll > 1 ? paragraph(words.severalPeople, width, 0, 'plain', sentencesShown) : []),
    ...(people.length < peopleInAll ? paragraph(words.onlyFirst(people.length, peopleInAll), width) : []),
    ...partialLines(statement, language, width),
  ];
}

function notFoundLines(
  statement: PersonStatement,
  asked: string,
  caseLine: Line[],
  language: Language,
  width: number,
): Line[] {
  const words = statementWords[language];
  const { askedAs, mistyped, unseen } = statement;
  const isName = askedAs.includes('nameAndBirth');
  const isNumber =
    !isName && (askedAs.length === 0 || askedAs.some((sort) => sort !== 'email' && sort !== 'username'));
  const isUnseen = askedAs.length > 0 && askedAs.every((sort) => unseen.includes(sort));
  const isUsername = askedAs.length === 1 && askedAs[0] === 'username';
  const heading = isUnseen || mistyped !== null ? words.notFoundUnseen(asked) : words.notFound(asked);
  const means = isName ? words.notFoundNameMeans : isUsername ? words.notFoundUsername : words.notFoundMeans;
  const sentences = [
    ...unseen
      .filter((sort) => askedAs.includes(sort))
      .map(
        (sort) =>
          `${words.unseen[sort] ?? words.unseenNumber(kindWord(sort, language))}, ${words.unseenMeans}`,
      ),
    ...(isUnseen && !isName ? [] : [means]),
    ...(isNumber || mistyped !== null ? [words.notFoundNumberMeans] : []),
  ];
  return [
    ...(mistyped === null ? [] : paragraph(words.mistyped[mistyped], width, 0, 'warning', sentencesShown)),
    ...paragraph(isName ? words.notFoundName : heading, width, 0, 'strong'),
    ...caseLine,
    ...sentences.flatMap((sentence) => paragraph(sentence, width, 0, 'plain', sentencesShown)),
    ...partialLines(statement, language, width),
  ];
}

/** What was not read may hold what was not found. */
function partialLines({ deliveries }: PersonStatement, language: Language, width: number): Line[] {
  const partial = deliveries.flatMap((delivery) => delivery.partial);
  const [first] = partial;
  if (first === undefined) return [];
  const name = fileName(first.path);
  const told = language === 'fr' || first.note === '' ? name : noteOn(name, first.note);
  const words = statementWords[language];
  return paragraph(words.partial(partial.length, told), width, 0, 'warning', sentencesShown);
}

function kindWord(kind: string, language: Language): string {
  return language === 'fr' ? frenchKind(kind) : kind;
}

/** What the question was found as; where nothing was found, all that it was tried as. */
function askedText({ askedAs, people }: PersonStatement, words: StatementWords, language: Language): string {
  const by = [...new Set(people.flatMap((person) => person.by))];
  const sorts = (by.length > 0 ? by : askedAs).map(
    (sort) => words.sorts[sort] ?? `${words.identifier} (${kindWord(sort, language)})`,
  );
  return sorts.length === 0 ? words.identifier : sorts.join(words.or);
}

function personLines(
  person: StatementPerson,
  index: number,
  statement: PersonStatement,
  language: Language,
  width: number,
): Line[] {
  const words = statementWords[language];
  const title = statement.peopleInAll > 1 ? words.person(index + 1, statement.peopleInAll) : words.whatStands;
  return [
    ...paragraph(title, width, 0, 'heading'),
    ...person.flags.flatMap((flag) => paragraph(words.flags[flag], width, 2, 'warning')),
    ...(person.classes.length === 0 ? paragraph(words.nothingStands, width, 2) : []),
    ...person.classes.flatMap((entry) => classLines(entry, language, width)),
    ...specialLines(person, language, width),
  ];
}

function specialLines({ special }: StatementPerson, language: Language, width: number): Line[] {
  const words = statementWords[language];
  const rest = special.length - placesShown;
  return [
    ...special.slice(0, placesShown).flatMap(({ category, table, column }) => {
      const told = language === 'fr' ? frenchCategory(category) : category;
      return paragraph(words.special(told, `${table}.${column}`), width, 2, 'warning');
    }),
    ...(rest > 0 ? paragraph(words.more(rest), width, 2) : []),
  ];
}

function classLines(entry: StatementClass, language: Language, width: number): Line[] {
  const words = statementWords[language];
  const isFrench = language === 'fr';
  const name = isFrench ? frenchClass(entry.class) : entry.class;
  const kinds = hasTellingKinds(entry.class) ? entry.kinds.map((kind) => kindWord(kind, language)) : [];
  const kindText =
    kinds.length === 0
      ? ''
      : ` (${kinds.slice(0, kindsShown).join(', ')}${kinds.length > kindsShown ? ', …' : ''})`;
  return [
    ...hanging(`${name}${kindText}`, width),
    ...passwordLines(entry, language, width),
    ...placeLines(entry.seen, language, width, ({ rows }) => words.rows(rows)),
  ];
}

/** The first places, and how many more there are: none is left out without a word. */
function placeLines<P extends { table: string; column: string; files: string[] }>(
  places: P[],
  language: Language,
  width: number,
  after: (place: P) => string,
): Line[] {
  const words = statementWords[language];
  const rest = places.length - placesShown;
  return [
    ...places
      .slice(0, placesShown)
      .flatMap((place) =>
        paragraph(`${placeText(place, language, width)}${after(place)}`, width, 4, 'quiet'),
      ),
    ...(rest > 0 ? paragraph(words.more(rest), width, 4, 'quiet') : []),
  ];
}

function passwordLines({ kinds, strength }: StatementClass, language: Language, width: number): Line[] {
  if (strength === undefined) return [];
  const weakest = kinds.find((kind) => passwordMeaning(kind).strength === strength);
  const meaning = weakest === undefined ? '' : meaningText(passwordMeaning(weakest).meaning, language);
  return paragraph(`${meaning}${statementWords[language].passwords[strength]}`, width, 4, 'warning');
}

function meaningText(meaning: string, language: Language): string {
  const told = language === 'fr' ? frenchMeaning(meaning) : meaning;
  return told === null ? '' : `${told}. `;
}

function placeText(
  { files, ...named }: { files: string[]; table: string; column: string },
  language: Language,
  width: number,
): string {
  const words = statementWords[language];
  const { table, column } = language === 'fr' ? frenchPlace(named) : named;
  const [first = '', ...others] = files;
  const more = others.length === 0 ? '' : ` ${words.more(others.length)}`;
  const where = ` › ${table} › ${column}`;
  const room = Math.max(16, width - 20 - where.length - more.length);
  return `${fitPath(first, room)}${more}${where}`;
}

function mentionLines({ mentions }: PersonStatement, language: Language, width: number): Line[] {
  const words = statementWords[language];
  if (mentions.length === 0) return [];
  return [
    [['heading', words.mentions]],
    ...paragraph(words.mentionsMean, width, 2, 'plain', sentencesShown),
    ...placeLines(mentions, language, width, () => ''),
  ];
}

function fileLines(
  { deliveries }: PersonStatement,
  words: StatementWords,
  language: Language,
  width: number,
): Line[] {
  if (deliveries.length === 0) return [];
  const files = deliveries.flatMap(({ at, files: read }) => read.map((file) => ({ ...file, at })));
  const skipped = deliveries.reduce((sum, delivery) => sum + delivery.skipped, 0);
  const rest = files.length - filesShown;
  return [
    [['heading', words.files]],
    ...files.slice(0, filesShown).flatMap(({ path, sha256, at }) => {
      const hash = sha256 === '' ? '' : `SHA-256 ${sha256.slice(0, 16)}…, `;
      return hanging(`${fitPath(path, width - 4)} · ${hash}${words.readOn(dateText(at, language))}`, width);
    }),
    ...(rest > 0 ? paragraph(words.more(rest), width, 2) : []),
    ...(skipped > 0 ? paragraph(words.skipped(skipped), width, 2) : []),
  ];
}

/** The day, in UTC as all times of a case. */
function dateText(at: string, language: Language): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date);
}
