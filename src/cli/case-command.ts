// `tocsin case`: opens cases and lists them. The id of a case goes to stdout, alone where it is opened.

import type { CaseRecord, InstanceHome } from '../store/index.ts';

export interface CaseOpenFlags {
  name?: string;
  json?: boolean;
}

export async function caseOpenCommand({ name, json }: CaseOpenFlags): Promise<void> {
  const { openCase, openHome } = await import('../store/index.ts');
  const record = openCase(openHome(), name ?? null, new Date());
  process.stdout.write(json ? jsonText(aboutCase(record)) : `${record.case}\n`);
}

export async function caseListCommand({ json }: { json?: boolean }): Promise<void> {
  const { guarded, listCases, listReadings, openHome, openVault } = await import('../store/index.ts');
  const cases = listCases(openHome()).map((record) => {
    using vault = openVault(record);
    return { ...aboutCase(record), readings: guarded(record.case, () => listReadings(vault.db)) };
  });
  if (json) process.stdout.write(jsonText({ cases }));
  else if (cases.length === 0) process.stderr.write('no case yet: tocsin case open --name NAME opens one\n');
  else for (const entry of cases) process.stdout.write(`${caseText(entry)}\n`);
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
  const title = `${id}  opened ${openedAt.slice(0, 10)}${name === null ? '' : `  ${harmless(name)}`}`;
  return [title, ...(lines.length === 0 ? ['  nothing examined yet'] : lines)].join('\n');
}

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
