// `tocsin case`: opens cases and lists them. The id of a case goes to stdout, alone where it is opened.

import { isTocsinError } from '../base/index.ts';
import { fitText } from '../report/index.ts';
import type { CaseRecord, InstanceHome } from '../store/index.ts';
import { hintText } from './hint-text.ts';

export interface CaseOpenFlags {
  name?: string;
  json?: boolean;
}

export async function caseOpenCommand({ name, json }: CaseOpenFlags): Promise<void> {
  const { openCase, openHome } = await import('../store/index.ts');
  const record = openCase(openHome(), name ?? null, new Date());
  process.stdout.write(json ? jsonText(aboutCase(record)) : `${record.case}\n`);
}

/** Resolves to 0, or to 1 where a case cannot be read; it is named, and the others are listed. */
export async function caseListCommand({ json }: { json?: boolean }): Promise<number> {
  const { guarded, listAllCases, listReadings, openHome, openVault } = await import('../store/index.ts');
  const { records, unreadable } = listAllCases(openHome());
  const cases: ListedCase[] = [];
  for (const record of records) {
    try {
      using vault = openVault(record);
      cases.push({ ...aboutCase(record), readings: guarded(record.case, () => listReadings(vault.db)) });
    } catch (error) {
      if (!isTocsinError(error)) throw error;
      unreadable.push({ case: record.case, error });
    }
  }
  const damaged = unreadable.map(({ case: id, error }) => ({ case: id, error: error.toJSON() }));
  if (json) process.stdout.write(jsonText({ cases, unreadable: damaged }));
  else for (const entry of cases) process.stdout.write(`${caseText(entry)}\n`);
  if (cases.length + damaged.length === 0 && !json)
    process.stderr.write('no case yet: tocsin case open --name NAME opens one\n');
  for (const { error } of unreadable)
    process.stderr.write(`error: ${error.message}\n${hintText(error.hint)}\n`);
  return damaged.length > 0 ? 1 : 0;
}

/** The case that `--case` names; a name of no case opens one. Without it the only case. */
export async function caseFor(
  named: string,
  home: InstanceHome,
): Promise<{ record: CaseRecord; isNew: boolean }> {
  const { findCase, openCase } = await import('../store/index.ts');
  const known = findCase(home, named);
  if (known) return { record: known, isNew: false };
  return { record: openCase(home, named, new Date()), isNew: true };
}

function aboutCase({ case: id, name, openedAt }: CaseRecord): Pick<CaseRecord, 'case' | 'name' | 'openedAt'> {
  return { case: id, name, openedAt };
}

interface ListedCase extends Pick<CaseRecord, 'case' | 'name' | 'openedAt'> {
  readings: { at: string; people: number; fewest: number; most: number; inputs: unknown[] }[];
}

function caseText({ case: id, name, openedAt, readings }: ListedCase): string {
  const lines = readings.map(({ at, people, fewest, most, inputs }) => {
    const bounds = fewest === most ? '' : ` (${countText(fewest)} to ${countText(most)})`;
    const files = `${countText(inputs.length)} ${inputs.length === 1 ? 'file' : 'files'}`;
    return `  read ${at.slice(0, 10)}: ${files}, ${countText(people)} people${bounds}`;
  });
  const shown = name === null ? '' : `  ${harmless(name)}`;
  const head = `${id}  opened ${openedAt.slice(0, 10)}`;
  const title = `${head}${fitText(shown, listWidth - head.length)}`;
  return [title, ...(lines.length === 0 ? ['  nothing examined yet'] : lines)].join('\n');
}

const listWidth = 80;

function countText(count: number): string {
  return count.toLocaleString('en');
}

/** A name is the user's own, but it may have come to him from elsewhere. */
function harmless(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
