// The work of `tocsin notify show`: the texts of a plan as people get them, for those who approve them.

import { TocsinError } from '../../base/index.ts';
import { nameMark, referenceMark, renderMail } from '../../notify/index.ts';
import { acting, type ShownNotices, type ShownVariant, showNotices } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { peopleText } from './people-text.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { sentencesText } from './sentences-text.ts';
import { findingLines } from './finding-lines.ts';

export interface ShowFlags {
  variant?: string;
  all?: boolean;
  sentences?: boolean;
  as: 'text' | 'html';
  json?: boolean;
}

export async function show(
  named: string,
  { variant, all = false, sentences = false, as, json = false }: ShowFlags,
): Promise<void> {
  const number = variant === undefined ? null : numberOf(variant);
  const home = openHome();
  acting(home, 'case.read');
  const record = await caseOf(named, home);
  const shown = showNotices(record, { variant: number });
  if (json) process.stdout.write(jsonText({ case: record.case, ...shown }));
  else if (sentences) process.stdout.write(sentencesText(shown.variants));
  else if (number !== null || all)
    process.stdout.write(
      shown.variants.map((one) => wholeText(one, as)).join(as === 'html' ? '' : `\n${'='.repeat(72)}\n\n`),
    );
  else process.stdout.write(listText(record.case, shown));
}

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new TocsinError('USAGE', '--variant is not the number of a text');
}

const shownName = '[name]';
const shownReference = '[reference]';

function filled(body: string): string {
  return body.replaceAll(nameMark, shownName).replaceAll(referenceMark, shownReference);
}

/** With something to see where a name and a reference go. */
function wholeText({ text, variant, people }: ShownVariant, as: ShowFlags['as']): string {
  const mail = renderMail(text);
  if (as === 'html') return filled(mail.named.html);
  return [
    `Text ${variant}, ${text.language}, to ${peopleText(people)}`,
    `Subject: ${visibleText(text.subject)}`,
    '',
    filled(mail.named.text),
    `Text message: ${filled(text.textMessage)}`,
    `Opening of a call: ${filled(text.callOpening)}`,
    '',
  ].join('\n');
}

function listText(
  id: string,
  { plan, state, sha256, approvals, variants, faults, warnings }: ShownNotices,
): string {
  const by =
    approvals.length === 0
      ? 'nobody has approved it yet'
      : `approved by ${approvals.map(({ who }) => who).join(', ')}`;
  return [
    ...wrapped(
      `plan ${plan}, ${state}: ${count(variants.length)} ${variants.length === 1 ? 'text' : 'texts'}; ${by}`,
      0,
      2,
    ),
    ...(sha256 === null ? [] : [`  SHA-256 ${sha256}`]),
    '',
    ...variants.flatMap(variantLines),
    ...(faults.length === 0 ? [] : ['', 'FAULTS, for which approval is refused:', ...findingLines(faults)]),
    ...(warnings.length === 0 ? [] : ['', 'to be looked at:', ...findingLines(warnings)]),
    '',
    ...wrapped(`A whole text: tocsin notify show ${id} --variant NUMBER`, 0, 0),
    '',
  ].join('\n');
}

function variantLines({
  variant,
  language,
  audience,
  controller,
  people,
  content,
  reading,
}: ShownVariant): string[] {
  const to = audience === 'person' ? '' : `, to ${audience === 'guardian' ? 'guardians' : 'heirs'}`;
  const of = controller === null ? '' : `, ${visibleText(controller)}`;
  const classes = content.classes.map((entry) => entry.class).join(', ');
  const level = `${levels[reading.measure]} ${reading.score}${reading.isReached ? '' : ', hard to read'}`;
  return [
    ...wrapped(`text ${variant}, ${language}${to}${of}: ${peopleText(people)}; ${level}`, 0, 2),
    ...wrapped(visibleText(classes), 4, 4),
  ];
}

const levels = { grade: 'grade', ease: 'ease', lix: 'LIX' } as const;

function count(number: number): string {
  return number.toLocaleString('en');
}
