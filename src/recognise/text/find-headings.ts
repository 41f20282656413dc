/*
 * People who head a paper, sign a mail or are greeted in one: the name over telephone and address of a curriculum vitae,
 * `Name <address>`, the name under `Cordialement`, `Dear Mr …`; and people whom a sentence gives a birthday. In: layout,
 * marks of a text. Out: drafts; the marks that were taken. A greeting alone makes nobody.
 */

import { closings } from '../lexicon/not-names.ts';
import { isRoleMailbox } from '../mailbox.ts';
import { foldText } from '../names.ts';
import { addField, draftOf, type Draft } from './draft.ts';
import { placeAfter, type Forms } from './find-forms.ts';
import type { Label } from './find-labels.ts';
import type { Mark } from './find-values.ts';
import { agreesWithEmail, isFullName, isOrganisation, nameBefore, personName } from './person-name.ts';
import type { Cell, TextLayout } from './text-layout.ts';

/** Labels under which somebody else is named. */
const endsContact: ReadonlySet<string> = new Set(['other', 'subject', 'fullName', 'lastName']);
/** Lines with something on them in which a heading stands. */
const headLines = 8;
/** Lines between a name and what can be reached of its bearer. */
const contactLines = 7;
/** Values looked at on a line: a text without line ends has one line. */
const mostOnLine = 20;

export function findHeadings(layout: TextLayout, labels: readonly Label[], marks: readonly Mark[]): Forms {
  const others = new Set(labels.filter(({ role }) => endsContact.has(role)).map(({ line }) => line));
  const found: Forms = { drafts: [], taken: new Set() };
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    const here = byLine.get(mark.cell.line);
    if (here === undefined) byLine.set(mark.cell.line, [mark]);
    else if (here.length < mostOnLine) here.push(mark);
  }
  addSenders(layout, marks, found);
  addSentences(layout, marks, found);
  const { cells } = layout;
  let lines = 0;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    if (index === 0 || cells[index - 1]!.line !== cell.line) lines++;
    if (lines <= headLines)
      addContact(layout, cell, { byLine, others, found }, 'heads the paper, over what can be reached');
    const length = cell.end - cell.start;
    if (length > 60 || !isClosingOrGreeting(layout.text, cell.start)) continue;
    const folded = foldText(layout.text.slice(cell.start, cell.end));
    if (closings.some((closing) => folded.startsWith(closing))) {
      const next = cells[index + 1];
      if (next !== undefined && next.line - cell.line <= 4)
        addContact(layout, next, { byLine, others, found }, 'signs, over what can be reached');
    } else addGreeting(layout, cell, found);
  }
  return found;
}

/** First letters of closings and greetings, folded: all other cells are passed over unread. */
const firstLetters = 'bcdfhklmstvwy';

function isClosingOrGreeting(text: string, at: number): boolean {
  return firstLetters.includes(text[at]!.toLowerCase()) || text[at] === 'à';
}

interface Around {
  byLine: ReadonlyMap<number, readonly Mark[]>;
  /** Lines on which somebody else is named. */
  others: ReadonlySet<number>;
  found: Forms;
}

/** A full name with a telephone or an address within some lines below it, and no firm between. */
function addContact(
  { text, cells }: TextLayout,
  cell: Cell,
  { byLine, others, found }: Around,
  evidence: string,
): void {
  if (cell.end - cell.start > 60 || !hasContact(cell, byLine)) return;
  const name = personName(text, cell.start, cell.end);
  if (name === null || name.words.length < 2 || name.isPractising) return;
  const near: Mark[] = [];
  const right: Cell[] = [];
  let last = cell.line;
  for (let index = cell.index + 1; index < cells.length; index++) {
    const below = cells[index]!;
    if (below.line - cell.line > contactLines || below.line - last > 2) break;
    const line = text.slice(below.start, Math.min(below.end, below.start + 160));
    const beside = cells[index - 1]!;
    const isBarred =
      beside.line === last && below.line === last && text.slice(beside.end, below.start).includes('|');
    if (below.line === cell.line) right.push(below);
    if (!isBarred && !isUnder(below, cell) && !right.some((column) => isUnder(below, column))) continue;
    if (isOrganisation(line.replaceAll(/\S*@\S*/g, '')) || others.has(below.line) || line.startsWith('>'))
      break;
    last = below.line;
    for (const mark of byLine.get(below.line) ?? [])
      if (mark.start >= below.start && mark.start < below.end && isFree(text, mark)) near.push(mark);
  }
  for (const mark of byLine.get(cell.line) ?? []) near.push(mark);
  const own = near.filter(
    ({ validator, value }) => validator !== 'email' || !isRoleMailbox(value.slice(0, value.indexOf('@'))),
  );
  const agrees = own.some(
    ({ validator, value }) => validator === 'email' && agreesWithEmail(name.words, value),
  );
  if (own.length === 0 || (!isFullName(name) && !agrees)) return;
  const draft = draftOf(
    name,
    'heading',
    cell.line,
    agrees ? `${evidence}; the e-mail address agrees` : evidence,
  );
  if (agrees) draft.names[0]!.hasGiven = true;
  for (const mark of own) take(draft, mark, found);
  found.drafts.push(draft);
}

/** Anything at all on the lines where it would be looked for. */
function hasContact({ line }: Cell, byLine: Around['byLine']): boolean {
  for (let below = line; below <= line + contactLines; below++) if (byLine.has(below)) return true;
  return false;
}

/** Under or beside it, as in columns or centred. */
function isUnder(below: Cell, cell: Cell): boolean {
  if (below.line === cell.line || Math.abs(below.column - cell.column) <= 8) return true;
  const [from, to] = [below.column, below.column + below.end - below.start];
  return from < cell.column + cell.end - cell.start && to > cell.column && cell.column < 60;
}

/** Not somebody else's, and not with a name of its own (`Nora Quellmont <nora@…>`). */
function isFree(text: string, mark: Mark): boolean {
  return mark.role !== 'other' && text[mark.start - 1] !== '<';
}

function take(draft: Draft, mark: Mark, found: Forms): void {
  const { validator, value, start, end, evidence } = mark;
  if (addField(draft, { validator, value, start, end, evidence }, mark.cell.line)) found.taken.add(mark);
}

/** `Nora Quellmont <nora@…>`, in a mail's head or its quotes. */
function addSenders({ text }: TextLayout, marks: readonly Mark[], found: Forms): void {
  for (const mark of marks) {
    if (mark.validator !== 'email') continue;
    const opening = mark.start - (text.slice(Math.max(0, mark.start - 7), mark.start) === 'mailto:' ? 8 : 1);
    if (!/[<([]/.test(text[opening] ?? '')) continue;
    if (isRoleMailbox(mark.value.slice(0, mark.value.indexOf('@')))) continue;
    const name = nameBefore(text, mark.cell.start, opening);
    if (name === null || name.words.length < 2) continue;
    const agrees = agreesWithEmail(name.words, mark.value);
    if (!agrees && !isFullName(name)) continue;
    const draft = draftOf(
      name,
      'mail',
      mark.cell.line,
      agrees ? 'before an e-mail address that agrees' : 'before an e-mail address',
    );
    take(draft, mark, found);
    found.drafts.push(draft);
  }
}

/** `Mme Nora Quellmont, née le … à …`. */
function addSentences({ text }: TextLayout, marks: readonly Mark[], found: Forms): void {
  for (const mark of marks) {
    if (mark.validator !== 'birthDate' || mark.from === mark.start) continue;
    const lineStart = Math.max(0, mark.from - 90);
    const name = nameBefore(text, lineStart, mark.from);
    if (name === null || !isFullName(name)) continue;
    const draft = draftOf(name, 'sentence', mark.cell.line, 'before a date of birth');
    draft.fields.push({ ...fieldOf(mark) });
    const birthPlace = placeAfter(text, mark.end);
    if (birthPlace !== null) draft.fields.push(birthPlace);
    found.taken.add(mark);
    found.drafts.push(draft);
  }
}

function fieldOf({ validator, value, start, end, evidence }: Mark): Draft['fields'][number] {
  return { validator, value, start, end, evidence };
}

const greeting =
  /^(?:(?:dear|hello|hi|bonjour|bonsoir|chere?|cher|sehr geehrter?|liebe[r]?|guten tag|hallo)[ ,]+)?(?=\p{L})/iu;

/** `Dear Mr Penhale,`, `Madame Quellmont,`, `Sehr geehrte Frau Österling,`. */
function addGreeting({ text }: TextLayout, cell: Cell, found: Forms): void {
  const last = text[cell.end - 1];
  if (last !== ',' && last !== ':' && last !== '!') return;
  const lead = greeting.exec(text.slice(cell.start, cell.end).replace('è', 'e'));
  const start = cell.start + (lead?.[0].length ?? 0);
  const name = personName(text, start, cell.end - 1);
  if (name === null || (!name.hasHonorific && !isFullName(name))) return;
  if (lead![0] === '' && !name.hasHonorific) return;
  found.drafts.push(draftOf(name, 'salutation', cell.line, 'greeted by name'));
}
