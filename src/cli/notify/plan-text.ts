// A plan for a terminal of 80 columns: who is told over which channel, in how many texts, how long it takes and what it
// costs, and what is still to be said. In: a plan. Out: lines.

import { nameOfChannel, type PlannedNotices, type PlannedVariant } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';
import { counted } from '../counted.ts';

const channelWords = {
  email: 'by e-mail',
  letter: 'by letter',
  text: 'by text message',
  call: 'by a call',
} as const;

const reasonWords: Readonly<Record<string, string>> = {
  'no-contact': 'no address and no number is known',
  'no-whole-address': 'only part of an address is known',
  'no-address-of-heirs': 'who died, and no address for the heirs is known',
  'no-address-of-guardian': 'minors, and no address of the house is known',
  'channels-barred': 'the controller bars all that would reach them',
  'channels-not-used': 'reached only over a channel that is not used',
  'told-before': 'told before or soon called, and nothing is new',
  deceased: 'died; --heirs writes to the heirs',
  'not-to-be-told': 'not to be told, as directed',
  'told-otherwise': 'told otherwise, as directed',
};

/** So that all of it is on one screen. */
const shownTexts = 6;
const shownDomains = 4;

export function planText(id: string, plan: PlannedNotices): string {
  const notTold = plan.notTold.reduce((sum, { people }) => sum + people, 0);
  const lines = [
    `plan ${plan.plan} of the case ${visibleText(id)}: ${counted(plan.people, 'person', 'people')}, ${plural(plan.variants.length, 'text')}; nothing is sent yet`,
    '',
    ...Object.values(nameOfChannel).flatMap((channel) =>
      plan.channels[channel] === 0 ? [] : [row(plan.channels[channel], channelWords[channel])],
    ),
    ...(plan.unreachable === 0
      ? []
      : [row(plan.unreachable, 'reached by nothing: the substitute notice is for them')]),
    ...reasons(plan.substitute.reasons),
    ...(notTold === 0 ? [] : [row(notTold, 'not told')]),
    ...reasons(plan.notTold),
    ...among(plan),
    '',
    ...textLines(plan.variants),
    '',
    ...mailLines(plan),
    ...postageLines(plan),
    ...(plan.warnings.length === 0
      ? []
      : ['', ...plan.warnings.flatMap((text) => wrapped(`look: ${visibleText(text)}`, 0, 6))]),
    '',
    ...wrapped(`read the texts: tocsin notify show ${visibleText(id)}`, 0, 2),
    ...wrapped(`then two people approve: tocsin notify approve ${visibleText(id)} --by NAME`, 0, 2),
  ];
  return `${lines.join('\n')}\n`;
}

function row(people: number, what: string): string {
  return `${number(people).padStart(12)}  ${what}`;
}

function reasons(all: readonly { reason: string; people: number }[]): string[] {
  return all.map(
    ({ reason, people }) =>
      `${' '.repeat(14)}${number(people)}: ${reasonWords[reason] ?? visibleText(reason)}`,
  );
}

function among({ minors, deceased, shared, notices, people }: PlannedNotices): string[] {
  const parts = [
    ...(minors === 0 ? [] : [`${plural(minors, 'minor')}, told through whoever cares for them`]),
    ...(deceased === 0 ? [] : [`${number(deceased)} who died`]),
    ...(shared === 0 ? [] : [`${number(shared)} who ${shared === 1 ? 'shares' : 'share'} an e-mail address`]),
    ...(notices > people
      ? [`${plural(notices, 'notice')}, as people of several controllers get several`]
      : []),
  ];
  return parts.length === 0 ? [] : wrapped(`among them ${parts.join('; ')}`, 2, 4);
}

function textLines(variants: readonly PlannedVariant[]): string[] {
  const lines = variants
    .slice(0, shownTexts)
    .map(({ variant, language, audience, controller, classes, people }) => {
      const names = classes.map((entry) => entry.class).join(', ');
      const about = [
        language,
        ...(audience === 'person' ? [] : [`to the ${audience}`]),
        ...(controller === null ? [] : [controller]),
      ];
      const text = `text ${variant} (${about.join(', ')}): ${names === '' ? 'no class' : names}`;
      return cut(`${number(people).padStart(12)}  ${visibleText(text)}`);
    });
  const others = variants.slice(shownTexts);
  const left = others.reduce((sum, { people }) => sum + people, 0);
  return others.length === 0 ? lines : [...lines, row(left, plural(others.length, 'further text'))];
}

function cut(line: string): string {
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

function mailLines({ channels, domains, otherDomains, duration }: PlannedNotices): string[] {
  if (channels.email === 0) return [];
  const count = domains.length + otherDomains.domains;
  const largest = domains
    .slice(0, shownDomains)
    .map(({ domain, people }) => `${visibleText(domain)} ${number(people)}`);
  return [
    ...wrapped(`mails    to ${plural(count, 'domain')}, most to ${largest.join(', ')}`, 0, 9),
    `         over in ${lasting(duration.seconds)} once they are sent`,
  ];
}

function postageLines({ postage }: PlannedNotices): string[] {
  if (postage.letters === 0) return [];
  const { total, currency, letters, grams, unit } = postage;
  if (total === null || unit === null) return [`letters  ${number(letters)}, the postage is not known`];
  return [
    `letters  ${number(letters)} of ${grams} g, ${unit.toFixed(2)} each in the country: ${total.toLocaleString('en', { minimumFractionDigits: 2 })} ${currency ?? ''}`.trimEnd(),
  ];
}

function lasting(seconds: number): string {
  if (seconds < 90) return plural(Math.max(1, Math.round(seconds)), 'second');
  if (seconds < 5400) return plural(Math.round(seconds / 60), 'minute');
  return `${(seconds / 3600).toFixed(1)} hours`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function plural(value: number, what: string): string {
  return counted(value, what, `${what}s`);
}
