// Entries of the custody log and verdicts on it, for a terminal of 80 columns. In: an entry or a verdict. Out: lines.
// Details may come from whoever named a file: what steers a terminal is shown instead of sent.

import type { FileVerdict, ListedEntry } from '../../custody/index.ts';
import { visibleText } from '../../report/index.ts';
import { checkedText, wrapped } from '../checked-text.ts';

/** `withCase`: whether it is said which case it is about. */
export function entryText(entry: ListedEntry, withCase: boolean): string {
  const { number, at, who, what, on, result } = entry;
  const head = `${number}  ${secondOf(at)}  ${visibleText(who)}: ${what}`;
  const lines = wrapped(`${head}${on === undefined ? '' : ` ${on}`}, ${result}`, 0, 4);
  for (const about of aboutOf(entry, withCase)) lines.push(...wrapped(about, 4, 6));
  return `${lines.join('\n')}\n`;
}

function aboutOf({ case: id, counts, details, isClosed }: ListedEntry, withCase: boolean): string[] {
  const { why, ...rest } = details ?? {};
  const said = [
    ...Object.entries(counts ?? {}).map(([name, count]) => `${name} ${count.toLocaleString('en')}`),
    ...flatTexts(rest, ''),
  ];
  return [
    ...(withCase && id !== null ? [`case ${id}`] : []),
    ...(typeof why === 'string' ? [visibleText(`why: ${why}`)] : []),
    ...(said.length > 0 ? [visibleText(said.join('; '))] : []),
    ...(isClosed ? ['details: sealed under the key of a case that is gone'] : []),
  ];
}

/** `name text` of whatever says something, however deep it lies. */
function flatTexts(value: unknown, name: string): string[] {
  if (value === null || value === undefined || value === '' || value === false) return [];
  if (typeof value !== 'object')
    return [`${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`.trim()];
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.length === 0 ? [] : [`${name} ${value.join(', ')}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatTexts(inner, Array.isArray(value) || name === '' ? key : `${name}.${key}`),
  );
}

/** To the second, in UTC. */
function secondOf(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime())
    ? visibleText(at)
    : `${time.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

const subjects: Record<FileVerdict['sort'], string> = {
  log: 'the custody log',
  inclusion: 'the proof that an entry is in the log',
  consistency: 'the proof that the log only grew',
  checkpoint: 'the checkpoint',
  unknown: 'the file',
};

export function verdictText({ sort, ...verdict }: FileVerdict): string {
  return checkedText(subjects[sort], verdict);
}
