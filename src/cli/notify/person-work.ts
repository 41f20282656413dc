// The work of `tocsin notify person`: notices of one person, as text of 80 columns or as JSON. Resolves to 0 where there is
// one, else to 1.

import { TocsinError } from '../../base/index.ts';
import { acting, noticesOfPerson, type PersonNotice } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { type QuestionFlags, questionOf } from '../person-question.ts';

export interface PersonNoticesFlags extends QuestionFlags {
  json?: boolean;
}

export async function tellNotices(named: string, flags: PersonNoticesFlags): Promise<number> {
  const question = await questionOf(flags);
  const home = openHome();
  const { who } = acting(home, 'person.read');
  const record = await caseOf(named, home);
  const found = noticesOfPerson(home, record, question, { who, why: flags.why?.trim() || null });
  if (found === null)
    throw new TocsinError('USAGE', 'what was given has the form of no identifier that is known', {
      hint: 'check it for a typing error; give an e-mail address, a telephone number, a NIR or another number as it is written on paper',
    });
  const { notices, askedAs } = found;
  if (flags.json) process.stdout.write(jsonText({ case: record.case, askedAs, notices }));
  else process.stdout.write(textOf(notices));
  return notices.length === 0 ? 1 : 0;
}

const states: Readonly<Record<string, string>> = {
  open: 'not told yet',
  told: 'told',
  unreachable: 'no channel reached this person',
  'not-told': 'not told, on purpose',
  superseded: 'a later plan took its place',
};

const channels: Readonly<Record<string, string>> = {
  email: 'e-mail',
  letter: 'letter',
  text: 'text message',
  call: 'call',
};

function textOf(notices: readonly PersonNotice[]): string {
  if (notices.length === 0) return 'no notice of this case is for anybody who is known by that\n';
  return notices.map((notice) => noticeLines(notice).join('\n')).join('\n\n') + '\n';
}

function noticeLines({
  plan,
  plannedAt,
  controller,
  told,
  why,
  reference,
  classes,
  text,
  sends,
}: PersonNotice): string[] {
  return [
    `Notice of plan ${plan} (${minute(plannedAt)})${controller === null ? '' : `, ${controller}`}`,
    ...wrapped(`${states[told] ?? told}${why === null ? '' : `: ${why}`}`, 2, 4),
    ...wrapped(`about: ${classes.join(', ')}`, 2, 4),
    ...wrapped(`text ${text.variant} (${text.language}): ${text.subject}`, 2, 4),
    `  reference ${reference.replace(/(\d{4})(\d{4})(\d{4})/u, '$1 $2 $3 ')}`,
    ...sends.flatMap(({ channel, state, events }) => [
      `  ${channels[channel] ?? channel}: ${state}`,
      ...events.flatMap(({ at, what, code, reply }) =>
        wrapped(
          [minute(at), what, code, reply].filter((part) => part !== null && part !== '').join('  '),
          4,
          6,
        ),
      ),
    ]),
  ];
}

function minute(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')}Z`;
}
