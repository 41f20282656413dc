/*
 * The page of a case on a terminal. In: the page, a language, a width. Out: text; what is due next is its first line.
 * Texts that came from files or people are made harmless first; long lists are cut, and say so.
 */
import { fitText, padText } from '../fit-text.ts';
import { bytesText, countText } from '../number-text.ts';
import { frenchClass } from '../statement/class-words.ts';
import type { StatementStyle } from '../statement/render-statement.ts';
import { hanging, type Line, paragraph, printLines } from '../terminal-line.ts';
import { withVisibleTexts } from '../visible-text.ts';
import type { CaseHead, CasePage, ClassCount, PageController, Reach } from './case-page.ts';
import { type CaseWords, caseWords } from './case-words.ts';
import { deadlineLines, nextLines, type Shown } from './deadline-lines.ts';
import { dayText, timeText } from './time-text.ts';

const classesShown = 20;
const classesOfController = 5;
const listShown = 12;
const factShown = 4000;
const blank: Line = [];

/** Widths below 40 columns are taken as 40, above 80 as 80. */
export function renderCase(given: CasePage, style: StatementStyle): string {
  const width = Math.min(80, Math.max(40, Math.floor(style.width) || 80));
  const page = withVisibleTexts(given);
  const words = caseWords[style.language];
  const shown: Shown = { language: style.language, width, zone: given.zone };
  const sections = [
    nextLines(page, shown),
    [...headLines(page, words, shown), ...factLines(page, words, shown)],
    section(words.heading, peopleLines(page, words, shown)),
    section(words.controllers, controllerLines(page, words, shown)),
    section(words.reach, reachLines(page, words, shown)),
    section(words.evidence, evidenceLines(page, words, shown)),
    section(words.deliveries, deliveryLines(page, words, shown)),
    section(words.deadlines, deadlineLines(page, shown)),
    section(words.contacts, contactLines(page, words, shown)),
    section(words.notes, noteLines(page, words, shown)),
  ].filter((lines) => lines.length > 0);
  const lines = sections.flatMap((part, index) => (index === 0 ? part : [blank, ...part]));
  return printLines(lines, { colour: style.colour, width });
}

/** Only what is due next. */
export function renderNext(page: CaseHead, { language, colour, width }: StatementStyle): string {
  const shown: Shown = { language, width: Math.min(80, width), zone: page.zone };
  return printLines(nextLines(withVisibleTexts(page), shown), { colour, width: shown.width });
}

/** What is due next, and every clock of the case. */
export function renderDeadlines(given: CaseHead, { language, colour, width }: StatementStyle): string {
  const page = withVisibleTexts(given);
  const shown: Shown = { language, width: Math.min(80, width), zone: given.zone };
  const lines = [
    ...nextLines(page, shown),
    blank,
    ...section(caseWords[language].deadlines, deadlineLines(page, shown)),
  ];
  return printLines(lines, { colour, width: shown.width });
}

/** A case in a list: its name, its people and what is due next. */
export function renderCaseEntry(given: CaseHead, { language, colour, width }: StatementStyle): string {
  const page = withVisibleTexts(given);
  const words = caseWords[language];
  const shown: Shown = { language, width: Math.min(80, width), zone: page.zone };
  const lines = [
    ...headLines(page, words, shown),
    ...(page.deliveries.length === 0
      ? paragraph(words.notExamined, width, 2)
      : countLines(page, words, shown)),
    ...nextLines(page, { ...shown, width: shown.width - 2 }).map((line): Line => ['  ', ...line]),
  ];
  return printLines(lines, { colour, width: shown.width });
}

function section(heading: string, lines: Line[]): Line[] {
  return lines.length === 0 ? [] : [[['heading', heading]], ...lines];
}

function headLines(page: CaseHead, words: CaseWords, { zone, width }: Shown): Line[] {
  const { closed } = page;
  const name = page.name === null ? '' : ` · ${page.name}`;
  const opened = words.open(dayText(page.openedAt, zone));
  return [
    ...paragraph(`${page.case}${name} · ${opened}`, width, 0, 'heading'),
    ...(closed ? paragraph(words.closed(dayText(closed.at, zone), closed.who, closed.why), width) : []),
  ];
}

function factLines(page: CaseHead, words: CaseWords, shown: Shown): Line[] {
  const time = (at: string) => timeText(at, shown.zone);
  const { happened, aware, found } = page;
  const span =
    happened === null
      ? words.notSaid
      : happened.from === happened.to
        ? time(happened.from)
        : words.span(time(happened.from), time(happened.to));
  const awareness = aware && [
    time(aware.at),
    ...(aware.by === null ? [] : [words.decidedBy(aware.by)]),
    ...(aware.why === null ? [] : [aware.why]),
  ];
  const facts: [label: string, text: string][] = [
    [words.what, page.what ?? words.notSaid],
    [words.happened, span],
    [words.found, found === null ? words.notSaid : time(found)],
    [words.aware, awareness?.join(', ') ?? words.notSaid],
    [words.role, words.roles[page.role]],
    ...optional(words.organisations, page.chain.length > 0 ? chainText(page.chain) : null),
    ...optional(words.effects, page.effects),
    ...optional(words.remedy, page.remedy),
    ...optional(words.destroyAfter, page.destroyAfter),
  ];
  return facts.flatMap(([label, text]) => labelled(label, text, shown.width));
}

/** Pôle emploi → Majorel → MOVEit Transfer. */
function chainText(chain: CaseHead['chain']): string {
  return chain.map(({ names }) => names.join(', ')).join(' → ');
}

function optional(label: string, text: string | null): [string, string][] {
  return text === null ? [] : [[label, text]];
}

const labelWidth = 15;

function labelled(label: string, text: string, width: number): Line[] {
  return paragraph(text, width, labelWidth, 'plain', factShown).map(([, piece], index) => [
    ['quiet', padText(index === 0 ? label : '', labelWidth)],
    piece ?? '',
  ]);
}

function peopleLines(page: CaseHead, words: CaseWords, { language, width }: Shown): Line[] {
  if (page.deliveries.length === 0) return paragraph(words.nothingExamined(page.case), width, 2);
  return [
    ...countLines(page, words, { language }),
    ...classLines(page.classes, classesShown, words, { language, width }),
  ];
}

function countLines({ people }: CaseHead, words: CaseWords, { language }: Pick<Shown, 'language'>): Line[] {
  const [count, min, max] = [people.count, people.min, people.max].map((one) => numberText(one, language));
  const bounds = min === max ? '' : `, ${words.between(min!, max!)}`;
  return [[`  ${words.count(count!, people.count === 1)}${bounds}`]];
}

function classLines(
  classes: readonly ClassCount[],
  most: number,
  words: CaseWords,
  { language, width }: Pick<Shown, 'language' | 'width'>,
): Line[] {
  const rest = classes.length - most;
  return [
    ...classes
      .slice(0, most)
      .map(({ class: name, people }) =>
        counted(language === 'fr' ? frenchClass(name) : name, people, language, width),
      ),
    ...(rest > 0 ? paragraph(words.onlyClasses(rest), width, 4, 'quiet') : []),
  ];
}

/** A name that is too long for its column stands above its line: cut, two could look the same. */
function named(name: string, room: number, width: number, line: (name: string) => Line): Line[] {
  return fitText(name, room) === name ? [line(name)] : [...hanging(name, width), line('')];
}

const countWidth = 13;

function nameRoom(width: number): number {
  return Math.min(44, width - 4 - countWidth);
}

function counted(label: string, count: number, language: Shown['language'], width: number): Line {
  return [
    `    ${padText(label, nameRoom(width))}`,
    padText(numberText(count, language), countWidth, 'right'),
  ];
}

function numberText(count: number, language: Shown['language']): string {
  // a space that does not break, as French writes it
  return language === 'fr' ? countText(count).replaceAll(',', '\u00a0') : countText(count);
}

function controllerLines(page: CasePage, words: CaseWords, shown: Shown): Line[] {
  const { controllers, unassigned, several, outdated } = page;
  const { language, width } = shown;
  const old = outdated.flatMap((what) => paragraph(words.outdated[what], shown.width, 2, 'warning'));
  if (controllers.length === 0) return old;
  const rest = controllers.length - listShown;
  return [
    ...old,
    ...controllers.slice(0, listShown).flatMap((controller) => oneController(controller, words, shown)),
    ...(rest > 0 ? paragraph(words.more(rest), shown.width, 2, 'quiet') : []),
    ...(unassigned.people > 0 ? [under(counted(words.unassigned, unassigned.people, language, width))] : []),
    ...(several.people > 0 ? [under(counted(words.ofSeveral, several.people, language, width))] : []),
  ];
}

function oneController({ name, people, classes }: PageController, words: CaseWords, shown: Shown): Line[] {
  return [
    ...named(name, nameRoom(shown.width), shown.width, (short) =>
      under(counted(short, people, shown.language, shown.width)),
    ),
    ...classLines(classes, classesOfController, words, shown),
  ];
}

/** Two columns further out than a class. */
function under([label, count]: Line): Line {
  return [(label as string).slice(2), '  ', count ?? ''];
}

const reachColumns = ['people', 'byEmail', 'byPost', 'byPhone', 'unreachable'] as const;
const reachNameWidth = 17;

/** In all, and for each controller where there are several. */
function reachLines({ reachability }: CasePage, words: CaseWords, { language, width }: Shown): Line[] {
  if (reachability === null) return [];
  const { controllers } = reachability;
  const several = controllers.length > 1 ? controllers : [];
  const column = Math.floor((width - 2 - reachNameWidth) / reachColumns.length);
  const cell = (text: string) => padText(text, column, 'right');
  const row = (name: string, reach: Reach): Line => [
    `  ${padText(name, reachNameWidth)}`,
    ...reachColumns.map((by) => cell(numberText(reach[by], language))),
  ];
  const rest = several.length - listShown;
  return [
    [
      ['quiet', ' '.repeat(2 + reachNameWidth)],
      ['quiet', reachColumns.map((by) => cell(words[by])).join('')],
    ],
    row(words.inAll, reachability),
    ...several
      .slice(0, listShown)
      .flatMap(({ name, ...reach }) => named(name, reachNameWidth, width, (short) => row(short, reach))),
    ...(rest > 0 ? paragraph(words.more(rest), width, 2, 'quiet') : []),
  ];
}

function evidenceLines({ evidence }: CasePage, words: CaseWords, { width }: Shown): Line[] {
  if (evidence.length === 0) return paragraph(words.noEvidence, width, 2);
  const rest = evidence.length - listShown;
  return [
    ...evidence.slice(0, listShown).flatMap(({ id, path, bytes, sha256, how, source }) => {
      const by = source === null ? words.how[how] : `${words.how[how]}, ${words.from(source)}`;
      return [
        ...hanging(`${id}  ${path}`, width),
        ...paragraph(`${bytesText(bytes)} · SHA-256 ${sha256.slice(0, 16)}… · ${by}`, width, 4, 'quiet'),
      ];
    }),
    ...(rest > 0 ? paragraph(words.more(rest), width, 2, 'quiet') : []),
  ];
}

function deliveryLines({ deliveries }: CaseHead, words: CaseWords, { zone, width, language }: Shown): Line[] {
  const rest = deliveries.length - listShown;
  return [
    ...deliveries.slice(-listShown).flatMap(({ delivery, at, inputs, skipped }) => {
      const files = words.files(numberText(inputs.length, language), inputs.length === 1);
      const places = skipped === 0 ? '' : ` · ${words.skipped(numberText(skipped, language), skipped === 1)}`;
      return hanging(`${delivery}  ${timeText(at, zone)} · ${files}${places}`, width);
    }),
    ...(rest > 0 ? paragraph(words.more(rest), width, 2, 'quiet') : []),
  ];
}

function contactLines({ contacts }: CaseHead, words: CaseWords, { width }: Shown): Line[] {
  const rest = contacts.length - listShown;
  return [
    ...contacts.slice(0, listShown).flatMap(({ name, role, organisation, email, phone }) => {
      const parts = [name, role, organisation, email, phone].filter((part) => part !== null);
      return hanging(parts.join(' · '), width);
    }),
    ...(rest > 0 ? paragraph(words.more(rest), width, 2, 'quiet') : []),
  ];
}

function noteLines({ notes }: CaseHead, words: CaseWords, { width, zone }: Shown): Line[] {
  const rest = notes.length - listShown;
  return [
    ...(rest > 0 ? paragraph(words.more(rest), width, 2, 'quiet') : []),
    ...notes
      .slice(-listShown)
      .flatMap(({ at, who, text }) => hanging(`${timeText(at, zone)} · ${who}: ${text}`, width)),
  ];
}
