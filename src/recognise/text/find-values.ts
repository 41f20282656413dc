/*
 * Values that show by themselves: at each `@` an e-mail address, at each run of digits a bank account, a NIR, a date, a
 * telephone number; each with the label before it, if there is one. In: the layout of a text and its labels. Out: marks
 * in the order of the text, none over another. Dates count only as dates of birth, bare digits only under a label.
 */

import type { LabelRole } from '../lexicon/text-labels.ts';
import { dateInText } from './date-in-text.ts';
import { emailInText } from './email-in-text.ts';
import { roleBefore, type Label } from './find-labels.ts';
import { ibanInText } from './iban-in-text.ts';
import { nirInText } from './nir-in-text.ts';
import { phoneInText } from './phone-in-text.ts';
import type { TextField } from './text-field.ts';
import { cellAt, type Cell, type TextLayout } from './text-layout.ts';

export interface Mark extends TextField {
  cell: Cell;
  /** What the label before it says, or null. */
  role: LabelRole | null;
  /** Where the label begins, else the value. */
  from: number;
}

/** Said somewhere in a paper that holds NIRs; without it 15 digits in one run may be anything. */
const aboutNirs = /s[ée]curit[ée] sociale|assur[ée]|\bN\.?I\.?R\b|\bINSEE\b|\bs[ée]cu\b/i;

export function findValues(layout: TextLayout, labels: readonly Label[], today: number): Mark[] {
  const marks: Mark[] = [];
  const { text, digits, ats } = layout;
  const labelled = labelReader(layout, labels);
  let nirsLikely: boolean | undefined;
  let done = 0;
  let nextAt = 0;
  const takeEmails = (until: number): void => {
    while (nextAt < ats.length && ats[nextAt]! < until) {
      const email = ats[nextAt]! < done ? null : emailInText(text, ats[nextAt]!);
      nextAt++;
      if (email === null || email.start < done) continue;
      const { cell, role, from, phrase } = labelled(email.start);
      const evidence = phrase === null ? 'written as e-mail addresses are' : `after “${phrase}”`;
      marks.push({ ...email, validator: 'email', evidence, cell, role, from });
      done = email.end;
    }
  };
  for (const digit of digits) {
    if (digit < done) continue;
    takeEmails(digit);
    if (digit < done || isInEmail(text, digit, ats, nextAt)) continue;
    const iban = ibanInText(text, digit);
    if (iban !== null && iban.start >= done) {
      const { cell, role, from, phrase } = labelled(iban.start);
      marks.push({
        ...iban,
        validator: 'iban',
        evidence: because('the check digits agree', phrase),
        cell,
        role,
        from,
      });
      done = iban.end;
      continue;
    }
    const nir = nirInText(text, digit);
    if (nir !== null && nir.start >= done) {
      const { cell, role, from, phrase } = labelled(nir.start);
      const isSaid = role === 'nir';
      nirsLikely ??= aboutNirs.test(text);
      const isLikely =
        nir.hasKey && (nir.isGrouped || (nirsLikely && !nir.isProvisional)) && nir.repaired < 4;
      if (isSaid || (isLikely && role === null)) {
        const parts = [nir.hasKey ? 'the key agrees' : 'written without its key'];
        if (nir.repaired > 0) parts.push(`${nir.repaired} misread letters put right, which the key proves`);
        if (nir.isGrouped) parts.push('grouped as these numbers are');
        marks.push({
          start: nir.start,
          end: nir.end,
          value: nir.value,
          validator: 'nir',
          evidence: because(parts.join(', '), phrase),
          cell,
          role,
          from,
        });
        done = nir.end;
        continue;
      }
    }
    const date = dateInText(text, digit);
    if (date !== null && date.start >= done) {
      const { cell, role, from, phrase } = labelled(date.start);
      const day = Number(date.value.replaceAll('-', ''));
      if (role === 'birthDate' && day > 1900_01_01 && day <= today)
        marks.push({
          ...date,
          validator: 'birthDate',
          evidence: because('a calendar day', phrase),
          cell,
          role,
          from,
        });
      done = date.end;
      continue;
    }
    const phone = phoneInText(text, digit);
    if (phone === null || phone.start < done) continue;
    const { cell, role, from, phrase } = labelled(phone.start);
    if (role !== 'phone' && !(phone.isTelling && (role === null || role === 'other'))) continue;
    const evidence = phrase === null ? 'written as telephone numbers are' : `after “${phrase}”`;
    marks.push({
      start: phone.start,
      end: phone.end,
      value: phone.value,
      validator: 'phone',
      evidence,
      cell,
      role,
      from,
    });
    done = phone.end;
  }
  takeEmails(text.length);
  return marks;
}

function because(reason: string, phrase: string | null): string {
  return phrase === null ? reason : `after “${phrase}”, ${reason}`;
}

/** The run of digits belongs to a word with an `@` soon after it. */
function isInEmail(text: string, digit: number, ats: readonly number[], nextAt: number): boolean {
  const at = ats[nextAt];
  if (at === undefined || at - digit > 64) return false;
  for (let index = digit; index < at; index++) if (text.charCodeAt(index) <= 32) return false;
  return true;
}

interface Labelled {
  cell: Cell;
  role: LabelRole | null;
  phrase: string | null;
  from: number;
}

/** Asked in the order of the text: the label whose value this is, else the words right before it. */
function labelReader(layout: TextLayout, labels: readonly Label[]): (start: number) => Labelled {
  const byValue = labels.toSorted((a, b) => a.valueStart - b.valueStart);
  let next = 0;
  const open: Label[] = [];
  return (start) => {
    while (next < byValue.length && byValue[next]!.valueStart <= start) {
      open.push(byValue[next++]!);
      if (open.length > 4) open.shift();
    }
    const cell = cellAt(layout, start)!;
    const said = roleBefore(layout.text, cell.start, start);
    const label = open.findLast(({ valueEnd }) => valueEnd > start);
    if (said !== null && (label === undefined || said.start >= label.valueStart))
      return { cell, role: said.role, phrase: said.phrase, from: said.start };
    return label === undefined
      ? { cell, role: null, phrase: null, from: start }
      : { cell, role: label.role, phrase: label.phrase, from: Math.min(start, label.start) };
  };
}
