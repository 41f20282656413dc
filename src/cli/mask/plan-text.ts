// What `tocsin mask plan` says on a terminal, in 80 columns: how many columns are masked and how, why others are kept, and
// what has to be decided. No value of the source.

import { isMaskRule, type MaskPlan } from '../../mask/index.ts';
import type { ProposedPlan } from '../../pipeline/mask/plan/index.ts';
import { fitPath, fitText, visibleText, wrapText } from '../../report/index.ts';
import { counted } from '../counted.ts';

const width = 80;
const shown = 20;

export function planText({ plan, unread }: ProposedPlan, out: string): string {
  const columns = [...plan.tables].flatMap(([table, rules]) =>
    [...rules].map(([column, rule]) => ({ name: `${table}.${column}`, rule })),
  );
  const masked = columns.flatMap(({ name, rule }) => (isMaskRule(rule) ? [{ name, word: rule.mask }] : []));
  const kept = columns.flatMap(({ name, rule }) => (isMaskRule(rule) ? [] : [{ name, word: rule.keep }]));
  const lines = [
    `plan: ${fitPath(visibleText(out), width - 6)}`,
    `${counted(plan.tables.size, 'table')}, ${counted(columns.length, 'column')}: ${number(masked.length)} masked, ${number(kept.length)} kept`,
    ...section('masked as', masked),
    ...section('kept because', kept),
    ...statementLines(plan),
    ...unreadLines(unread),
    '',
    ...wrapText(
      'Read the plan: what is kept stays real. Then: tocsin mask IN --out OUT --key NAME --plan PLAN',
      width,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, entries: readonly { name: string; word: string }[]): string[] {
  const groups = [...Map.groupBy(entries, ({ word }) => word)].toSorted((a, b) => b[1].length - a[1].length);
  if (groups.length === 0) return [];
  return [
    '',
    title,
    ...groups
      .slice(0, shown)
      .flatMap(([word, group]) => [
        `  ${number(group.length).padStart(5)}  ${fitText(visibleText(word), width - 9)}`,
        `         ${fitText(namesText(group.map(({ name }) => visibleText(name))), width - 9)}`,
      ]),
    ...(groups.length > shown ? [`  and ${number(groups.length - shown)} more reasons`] : []),
  ];
}

const named = 4;

function namesText(names: readonly string[]): string {
  const more = names.length - named;
  return `${names.slice(0, named).join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`;
}

function statementLines({ statements, files }: MaskPlan): string[] {
  const refused = [...statements].flatMap(([word, rule]) => (rule === 'refuse' ? [visibleText(word)] : []));
  const places = [...files.named].flatMap(([path, rule]) => (rule === 'refuse' ? [visibleText(path)] : []));
  const advice = 'write drop to leave them out, or text to mask what is found inside';
  return [
    ...(refused.length === 0
      ? []
      : [
          '',
          'statements that may hold or change rows stop the run:',
          `  ${fitText(refused.join(', '), width - 2)}`,
          `  ${advice}`,
        ]),
    ...(places.length === 0
      ? []
      : [
          '',
          'files that cannot be masked stop the run:',
          ...places.slice(0, shown).map((path) => `  ${fitPath(path, width - 2)}`),
          '  write drop to leave them out',
        ]),
  ];
}

function unreadLines(unread: ProposedPlan['unread']): string[] {
  if (unread.length === 0) return [];
  return [
    '',
    'a run will be refused there:',
    ...unread
      .slice(0, shown)
      .flatMap(({ file, offset, reason }) => [
        `  ${fitPath(visibleText(file), width - 24)}${offset === null ? '' : `, byte ${number(offset)}`}`,
        ...wrapText(visibleText(reason), width - 4).map((part) => `    ${part}`),
      ]),
    ...(unread.length > shown ? [`  and ${number(unread.length - shown)} more`] : []),
  ];
}

function number(count: number): string {
  return count.toLocaleString('en');
}
