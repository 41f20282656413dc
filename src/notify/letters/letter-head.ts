// The head of a letter: who sends it, the line above the address, and beside the window the day and the place of the
// reference. In: what stands there. Out: operators of the first page, and where the reference goes.

import type { LetterSender } from './letter-types.ts';
import { page, pointsPerMm } from './letter-style.ts';
import type { TagWriter } from './letter-tags.ts';
import type { WindowPlace } from './letter-windows.ts';
import type { PageOps } from './page-ops.ts';

const fromTop = (mm: number): number => page.height - mm * pointsPerMm;

const head = { left: 25, base: 22, lineMm: 4.3, size: 9, nameSize: 14, width: 160 };
/** More would be seen through a window. */
const mostHeadLines = 4;

export function layHead(
  { organisation, contact }: LetterSender,
  ops: PageOps,
  tags: TagWriter,
  letter: number,
): string {
  const x = head.left * pointsPerMm;
  const width = head.width * pointsPerMm;
  let laid = '';
  if (organisation !== null)
    laid += ops.marked(
      'P',
      tags.mark(tags.element('P', letter), 0),
      ops.text('bold', head.nameSize, x, fromTop(head.base), organisation, width),
    );
  const lines = contact.slice(0, mostHeadLines);
  if (lines.length > 0)
    laid += ops.marked(
      'P',
      tags.mark(tags.element('P', letter), 0),
      lines
        .map((line, i) =>
          ops.text('regular', head.size, x, fromTop(head.base + 5.2 + i * head.lineMm), line, width),
        )
        .join(''),
    );
  return laid;
}

const senderSize = 7;

/** For whoever brings it back: the same as in the head, so it is read aloud once. */
export function laySender({ organisation, post }: LetterSender, place: WindowPlace, ops: PageOps): string {
  if (post.length === 0) return '';
  const parts = organisation === null || post[0]!.startsWith(organisation) ? post : [organisation, ...post];
  const { left, width } = place.address;
  const text = ops.text(
    'regular',
    senderSize,
    left * pointsPerMm,
    fromTop(place.senderFoot),
    parts.join(' · '),
    width * pointsPerMm,
  );
  return ops.artifact(text);
}

const labels: Readonly<Record<string, string>> = {
  en: 'Reference',
  fr: 'Référence',
  de: 'Referenz',
  es: 'Referencia',
  it: 'Riferimento',
  nl: 'Referentie',
  pl: 'Numer',
  pt: 'Referência',
  ro: 'Referință',
  tr: 'Referans',
};

const aside = { labelSize: 9, label: 3, reference: 8.6, dayBase: 28, daySize: 10.5 };
/** Of the bars, millimetres below the upper edge of what stands aside. */
export const barPlace = { top: 11, height: 9, module: 0.33 };
export const referenceSize = 13;

export interface Aside {
  shared: string;
  referenceMark: number;
  /** Of its base line, and the upper edge of the bars. */
  reference: { x: number; y: number; bars: number };
}

/** Beside the address: the reference, its bars, the day. */
export function layAside(
  { language, day }: { language: string; day: string },
  place: WindowPlace,
  ops: PageOps,
  tags: TagWriter,
  letter: number,
): Aside {
  const x = place.aside.left * pointsPerMm;
  const base = (mm: number): number => fromTop(place.aside.top + mm);
  const element = tags.element('P', letter);
  const label = labels[language.split('-')[0]!] ?? 'Ref.';
  let shared = ops.marked(
    'P',
    tags.mark(element, 0),
    ops.text('regular', aside.labelSize, x, base(aside.label), label),
  );
  const referenceMark = tags.mark(element, 0);
  shared += ops.marked(
    'P',
    tags.mark(tags.element('P', letter), 0),
    ops.text('regular', aside.daySize, x, base(aside.dayBase), shownDay(day, language)),
  );
  return {
    shared,
    referenceMark,
    reference: { x, y: base(aside.reference), bars: base(barPlace.top) },
  };
}

/** As people of the language write it. */
function shownDay(day: string, language: string): string {
  const [locale] = Intl.DateTimeFormat.supportedLocalesOf([language === 'en' ? 'en-GB' : language, 'en-GB']);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
