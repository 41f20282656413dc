/*
 * What a document says of whom. In: running text of at most a megabyte, and today. Out: the people it is about, with
 * each value, its place and the evidence for it; and the addresses and numbers that belong to nobody in particular. No
 * person is claimed from one word, none from a letterhead. Linear in the length of the text.
 */

import { isRoleMailbox } from '../mailbox.ts';
import { packedDay } from '../packed-day.ts';
import { addField, draftOf, has, isPerson, mergeDrafts, wordsOf, type Draft } from './draft.ts';
import { findAddresses, type Address } from './find-addresses.ts';
import { findForms } from './find-forms.ts';
import { findHeadings } from './find-headings.ts';
import { findLabels } from './find-labels.ts';
import { findValues, type Mark } from './find-values.ts';
import { agreesWithEmail, isOrganisation } from './person-name.ts';
import type { TextField, TextPerson, TextReading } from './text-field.ts';
import { textLayout, type TextLayout } from './text-layout.ts';
import { validatorIds, valueKind } from '../validators.ts';

export interface ReadTextOptions {
  /** The last day a date of birth may be. */
  today: Date;
}

/** Lines between a person and what is theirs without saying so. */
const nearLines = 6;
/** More people than this are not each compared with each loose value. */
const mostAsked = 50;
const mostBefore = 8;

export function readText(text: string, { today }: ReadTextOptions): TextReading {
  const layout = textLayout(text);
  const day = packedDay(today);
  const labels = findLabels(layout);
  const marks = findValues(layout, labels, day);
  const addresses = findAddresses(layout, labels);
  const forms = findForms(layout, labels, marks, addresses);
  const headings = findHeadings(layout, labels, marks);
  const taken = new Set<Mark | Address>([...forms.taken, ...headings.taken]);
  const emails = marks.filter(({ validator }) => validator === 'email').slice(0, mostAsked);
  const greeted = headings.drafts.filter(({ sources }) => sources.has('salutation')).slice(0, mostAsked);
  for (const address of addresses) believe(address, emails, greeted);
  const others = new Set(labels.filter(({ role }) => role === 'other').map(({ line }) => line));
  const blocks = addresses.filter((one) => one.name !== null && !one.isOffice);
  const drafts = mergeDrafts([
    ...forms.drafts,
    ...headings.drafts,
    ...blocks.map((one) => ofAddress(layout, one, marks, taken, others)),
  ]);
  const loose = marks.filter((mark) => !taken.has(mark));
  const free = addresses.filter((one) => one.name === null && !one.isOffice && !taken.has(one));
  for (const address of free) attachAddress(address, drafts);
  const left = loose.filter((mark) => !attach(mark, drafts));
  const people = drafts.filter(isPerson);
  const nobodys = drafts.filter((draft) => !isPerson(draft)).flatMap(({ fields }) => fields);
  return {
    people: people.map(personOf),
    mentions: [...left, ...nobodys]
      .filter((one) => isMention(one) && isValid(one))
      .map(fieldOf)
      .sort((a, b) => a.start - b.start),
  };
}

/** Two words over a street are a name if an e-mail address agrees with them or somebody is greeted by them. */
function believe(address: Address, emails: readonly Mark[], greeted: readonly Draft[]): void {
  const { maybe } = address;
  if (maybe === null) return;
  const isGreeted = greeted.some((draft) => wordsOf(draft).every((word) => maybe.words.includes(word)));
  if (isGreeted || emails.some(({ value }) => agreesWithEmail(maybe.words, value)))
    address.name = { ...maybe, hasGiven: true };
}

/** The person an address is headed by, with what stands right under it. */
function ofAddress(
  layout: TextLayout,
  address: Address,
  marks: readonly Mark[],
  taken: Set<Mark | Address>,
  others: ReadonlySet<number>,
): Draft {
  const draft = draftOf(address.name!, 'block', address.firstLine, 'over a postal address');
  for (const field of address.fields) addField(draft, field, address.cell.line);
  const { cells, text } = layout;
  let last = address.lastLine;
  for (let index = address.cell.index; index < cells.length; index++) {
    const cell = cells[index]!;
    if (cell.line - last > 1 || cell.line - address.lastLine > nearLines || others.has(cell.line)) break;
    if (Math.abs(cell.column - address.cell.column) > nearLines && cell.line !== address.lastLine) continue;
    if (
      isOrganisation(text.slice(cell.start, Math.min(cell.end, cell.start + 160)).replaceAll(/\S*@\S*/g, ''))
    )
      break;
    last = cell.line;
    for (const mark of marksIn(marks, cell.start, cell.end)) {
      if (mark.role === 'other' || isOffices(mark)) continue;
      if (addField(draft, fieldOf(mark), cell.line)) taken.add(mark);
    }
  }
  return draft;
}

function marksIn(marks: readonly Mark[], start: number, end: number): Mark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let at = low; at < marks.length && marks[at]!.start < end; at++) found.push(marks[at]!);
  return found;
}

function isOffices({ validator, value }: TextField): boolean {
  return validator === 'email' && isRoleMailbox(value.slice(0, value.indexOf('@')));
}

/** An address without a name belongs to who was spoken of right before it (`…, demeurant 12 rue …`). */
function attachAddress(address: Address, drafts: readonly Draft[]): void {
  const near = before(drafts, address.firstLine).findLast(
    (draft) =>
      ((draft.sources.has('sentence') && address.isHome) || draft.sources.has('heading')) &&
      address.firstLine - draft.lastLine <= 3,
  );
  if (near === undefined || has(near, 'streetAddress')) return;
  for (const field of address.fields) addField(near, field, address.lastLine);
}

/** Gives a loose value to the person it must belong to: by the name in it, or as the only one there is. */
function attach(mark: Mark, drafts: readonly Draft[]): boolean {
  const { validator, role } = mark;
  if (role === 'other' || isOffices(mark) || drafts.length === 0) return false;
  const line = mark.cell.line;
  if (validator === 'email') {
    const owner = drafts
      .slice(0, mostAsked)
      .find((draft) => wordsOf(draft).length > 1 && agreesWithEmail(wordsOf(draft), mark.value));
    return (
      owner !== undefined &&
      addField(owner, { ...fieldOf(mark), evidence: `${mark.evidence}, agrees with the name` }, line)
    );
  }
  if (validator !== 'nir' && validator !== 'birthDate') return false;
  const named =
    drafts.length === 1 ? drafts : before(drafts, line).filter((draft) => line - draft.lastLine <= nearLines);
  const owner = named.at(-1);
  if (owner === undefined) return false;
  const reason = drafts.length === 1 ? 'the only person of the paper' : 'right after the name';
  return addField(owner, { ...fieldOf(mark), evidence: `${mark.evidence}; ${reason}` }, line);
}

/** The last few people who were spoken of up to a line. */
function before(drafts: readonly Draft[], line: number): readonly Draft[] {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drafts[middle]!.firstLine <= line) low = middle + 1;
    else high = middle;
  }
  return drafts.slice(Math.max(0, low - mostBefore), low);
}

const encoder = new TextEncoder();

/** What the validators of cells would not take is not claimed of a text either. */
function isValid({ validator, value }: TextField): boolean {
  const bytes = encoder.encode(value);
  return valueKind(validatorIds[validator], bytes, 0, bytes.length) > 0;
}

function isMention({ validator }: TextField): boolean {
  return validator === 'email' || validator === 'nir' || validator === 'iban' || validator === 'phone';
}

function personOf({ names, fields }: Draft): TextPerson {
  const all = [...names.map(({ field }) => field), ...fields];
  return {
    fields: all
      .filter(isValid)
      .map(fieldOf)
      .sort((a, b) => a.start - b.start),
  };
}

function fieldOf({ validator, value, start, end, evidence }: TextField): TextField {
  return { validator, value, start, end, evidence };
}
