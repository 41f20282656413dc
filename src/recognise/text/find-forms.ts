/*
 * People in labelled forms: `Nom :` opens one, what is labelled after it within a few lines is theirs, `Votre
 * conseiller :` or a firm's line ends it. In: layout, labels, marks, addresses of a text. Out: drafts of people; the
 * marks and addresses that were taken. Values before the name count too if nothing else claims them.
 */

import type { LabelRole } from '../lexicon/text-labels.ts';
import { addField, addName, draftOf, type Draft } from './draft.ts';
import type { Address } from './find-addresses.ts';
import type { Label } from './find-labels.ts';
import type { Mark } from './find-values.ts';
import { personName, type PersonName } from './person-name.ts';
import type { TextField } from './text-field.ts';
import { cellAt, type TextLayout } from './text-layout.ts';

interface Event {
  at: number;
  line: number;
  role: LabelRole | 'address';
  phrase: string;
  name?: PersonName;
  fields: TextField[];
  /** The mark or address it stands for. */
  of?: Mark | Address;
}

/** Labels of one form stand no further apart than this; those of contacts, which offices have too, nearer. */
const mostLinesApart = 12;
const mostLinesToContact = 3;
/** A value before the name it belongs to. */
const mostLinesBefore = 5;

const nameRoles: ReadonlySet<LabelRole> = new Set([
  'lastName',
  'birthName',
  'firstName',
  'fullName',
  'subject',
]);
const placeRoles: ReadonlySet<LabelRole> = new Set(['street', 'postalCode', 'place', 'birthPlace']);

export interface Forms {
  drafts: Draft[];
  taken: Set<Mark | Address>;
}

export function findForms(
  layout: TextLayout,
  labels: readonly Label[],
  marks: readonly Mark[],
  addresses: readonly Address[],
): Forms {
  const forms: Forms = { drafts: [], taken: new Set() };
  let current: Draft | null = null;
  let lastLine = 0;
  let others = -mostLinesApart;
  let waiting: Event[] = [];
  const take = (draft: Draft, event: Event): boolean => {
    let isTaken = false;
    for (const field of event.fields) if (addField(draft, field, event.line)) isTaken = true;
    if (isTaken && event.of !== undefined) forms.taken.add(event.of);
    return isTaken;
  };
  for (const event of eventsOf(layout, labels, marks, addresses)) {
    if (event.role === 'other') {
      others = event.line;
      current = null;
      waiting = [];
      continue;
    }
    const isNear: boolean =
      current !== null &&
      event.line - lastLine <= reach(event.role) &&
      (event.role !== 'iban' || isAccountHolder(current));
    if (event.name !== undefined) {
      const open: Draft | null = isNear && current !== null && accepts(current, event) ? current : null;
      current = open ?? openDraft(forms, event);
      if (open !== null) addName(open, event.name, sortOf(event), `after “${event.phrase}”`);
      if (event.role === 'subject') current.sources.add('subject');
      current.lastLine = lastLine = event.line;
      for (const early of waiting) if (event.line - early.line <= mostLinesBefore) take(current, early);
      waiting = [];
    } else if (isNear && current !== null && take(current, event)) {
      lastLine = event.line;
    } else if (event.line - others > mostLinesToContact && !isContact(event.role)) waiting.push(event);
    if (waiting.length > mostLinesBefore) waiting.shift();
  }
  return forms;
}

/** A bill has the account of who is to be paid: an account is the person's in their own form, or if they are its holder. */
function isAccountHolder({ names, sources }: Draft): boolean {
  return (
    !sources.has('subject') ||
    names.some(({ field }) => /titulaire|holder|inhaber|ficiaire|allocataire/.test(field.evidence))
  );
}

function reach(role: Event['role']): number {
  return isContact(role) ? mostLinesToContact : mostLinesApart;
}

function isContact(role: Event['role']): boolean {
  return role === 'phone' || role === 'email' || role === 'iban' || role === 'address';
}

function openDraft(forms: Forms, event: Event): Draft {
  const draft = draftOf(
    event.name!,
    event.role === 'subject' ? 'subject' : 'form',
    event.line,
    `after “${event.phrase}”`,
  );
  draft.names[0]!.field.validator = sortOf(event);
  forms.drafts.push(draft);
  return draft;
}

/** A second name of the same sort is a second person's. */
function accepts({ names }: Draft, event: Event): boolean {
  const sort = sortOf(event);
  if (event.role === 'birthName') return names.some(({ field }) => field.validator !== 'fullName');
  return (
    names.every(({ field }) => field.validator !== sort && field.validator !== 'fullName') &&
    sort !== 'fullName'
  );
}

function sortOf({ role, name }: Event): 'firstName' | 'lastName' | 'fullName' {
  if (role === 'firstName') return 'firstName';
  if (role === 'birthName') return 'lastName';
  if (role === 'lastName') return name!.words.length > 1 && name!.hasGiven ? 'fullName' : 'lastName';
  return name!.words.length > 1 ? 'fullName' : 'lastName';
}

/** Everything labelled, in the order of the text. */
function eventsOf(
  layout: TextLayout,
  labels: readonly Label[],
  marks: readonly Mark[],
  addresses: readonly Address[],
): Event[] {
  const events: Event[] = [];
  const { text } = layout;
  for (const label of labels) {
    const { role, phrase, start, line, valueStart, valueEnd } = label;
    if (role === 'other') events.push({ at: start, line, role, phrase, fields: [] });
    else if (nameRoles.has(role)) {
      const name = labelledName(text, label);
      if (name !== null) events.push({ at: start, line, role, phrase, name, fields: [] });
    } else if (placeRoles.has(role)) {
      const held = isHeld(addresses, valueStart, valueEnd);
      const field = held ? null : placeField(text, label);
      if (field !== null) events.push({ at: start, line, role, phrase, fields: [field] });
    }
  }
  for (const mark of marks) {
    if (mark.role === null || mark.role === 'other' || nameRoles.has(mark.role)) continue;
    const { validator, value, start, end, evidence, cell } = mark;
    const fields: TextField[] = [{ validator, value, start, end, evidence }];
    if (validator === 'birthDate') {
      const birthPlace = placeAfter(text, end);
      if (birthPlace !== null) fields.push(birthPlace);
    }
    events.push({ at: mark.from, line: cell.line, role: roleOf(validator), phrase: '', fields, of: mark });
  }
  for (const address of addresses) {
    if (address.name !== null || address.isOffice) continue;
    const line = cellAt(layout, address.start)?.line ?? address.firstLine;
    events.push({
      at: address.start,
      line,
      role: 'address',
      phrase: '',
      fields: address.fields,
      of: address,
    });
  }
  return events.sort((a, b) => a.at - b.at);
}

/** An address stands in the span. */
function isHeld(addresses: readonly Address[], start: number, end: number): boolean {
  let low = 0;
  let high = addresses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (addresses[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low < addresses.length && addresses[low]!.start < end;
}

function roleOf(validator: TextField['validator']): LabelRole {
  return validator as LabelRole;
}

/** The value of a name's label; here one word is enough, and capitals are not asked for. */
function labelledName(text: string, { role, valueStart, valueEnd }: Label): PersonName | null {
  const cut = text.slice(valueStart, Math.min(valueEnd, valueStart + 90));
  const stop = /[(;|]|, (?:n[ée]|geb|born|demeurant|domicili|wohnhaft|residing|of )|\bn[ée]+e? le\b/iu.exec(
    cut,
  );
  const end = valueStart + (stop === null ? Math.min(cut.length, valueEnd - valueStart) : stop.index);
  const whole = personName(text, valueStart, end);
  if (whole !== null)
    return role !== 'subject' || whole.words.length > 1 || whole.hasHonorific ? whole : null;
  if (role === 'subject' || role === 'fullName') return null;
  const written = text.slice(valueStart, end);
  const lead = written.length - written.trimStart().length;
  const value = written.trim().replace(/[,.]$/, '');
  if (!/^\p{L}[\p{L}\p{M}'’-]{1,30}(?: \p{L}[\p{L}\p{M}'’-]{1,30}){0,2}$/u.test(value)) return null;
  const capital = value.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const named = personName(capital, 0, capital.length);
  const start = valueStart + lead;
  return named === null ? null : { ...named, value, start, end: start + value.length };
}

/** Street, town or code under its label, without more lines. */
function placeField(text: string, { role, phrase, valueStart, valueEnd }: Label): TextField | null {
  const written = text.slice(valueStart, Math.min(valueEnd, valueStart + 120));
  const value = written.trim().replace(/[,;.]$/, '');
  const start = valueStart + written.length - written.trimStart().length;
  const evidence = `after “${phrase}”`;
  const field = (validator: TextField['validator']): TextField => ({
    validator,
    value,
    start,
    end: start + value.length,
    evidence,
  });
  if (role === 'street')
    return /\p{L}{2}/u.test(value) && /\d/.test(value) && value.length < 100 ? field('streetAddress') : null;
  if (role === 'postalCode')
    return /^(?:[A-Z]{1,2}-?)?[A-Z\d][A-Z\d -]{2,9}$/.test(value) && /\d/.test(value)
      ? field('postalCode')
      : null;
  if (!/^\p{Lu}[\p{L}\p{M}'’ ().-]{1,50}(?: \(?\d{1,5}\)?)?$/u.test(value)) return null;
  return field(role === 'birthPlace' ? 'birthPlace' : 'place');
}

const afterBirth =
  /,? (?:à|a|in|at) (\p{Lu}[\p{L}\p{M}'’-]*(?:[ -]\p{Lu}[\p{L}\p{M}'’-]*|[ -](?:sur|sous|en|de|la|le|les|du|am|an|der|upon|on)(?=[ -])){0,4})/uy;

/** `… à Lyon`, `… in Neuhaldenburg`. */
export function placeAfter(text: string, at: number): TextField | null {
  afterBirth.lastIndex = at;
  const found = afterBirth.exec(text);
  if (found === null) return null;
  const stop = at + found[0].length;
  return {
    validator: 'birthPlace',
    value: found[1]!.replaceAll(/\s+/g, ' '),
    start: stop - found[1]!.length,
    end: stop,
    evidence: 'after the date of birth',
  };
}
