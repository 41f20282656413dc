// The work of `tocsin passwords`: sources imported, taken from a case, listed, forgotten. In: arguments. Out: what was done,
// in words or as JSON; progress on stderr. `forget` resolves to 0, or to 1 where there is no such source.

import { TocsinError } from '../../base/index.ts';
import {
  acting,
  type CasePasswords,
  forgetPasswords,
  type ImportedPasswords,
  importPasswords,
  passwordsOfCase,
} from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { type PasswordSource, passwordSources } from '../../store/register/index.ts';
import { caseOf } from '../case-for.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface PasswordsFlags extends RegisterFlags {
  json?: boolean;
}

export interface ImportFlags extends PasswordsFlags {
  name?: string;
}

export interface CaseFlags extends PasswordsFlags {
  least?: number;
}

export async function importFiles(files: string[], flags: ImportFlags): Promise<void> {
  if (flags.name !== undefined && !/^[\w][\w.-]{0,63}$/u.test(flags.name))
    throw new TocsinError('USAGE', '--name is letters, digits, dots, hyphens and underscores, 64 at most');
  const home = openHome();
  const { who } = acting(home, 'publish');
  await using register = await openRegisterFor(flags, { home });
  const imported = await stoppable((signal, line) =>
    importPasswords(home, register, files, {
      who,
      now: new Date(),
      signal,
      ...(flags.name === undefined ? {} : { name: flags.name }),
      onProgress: (done) => line.showShare('reading the hashes', done),
    }),
  );
  process.stdout.write(flags.json ? jsonText(imported) : importedText(imported));
}

export async function takeCase(named: string, flags: CaseFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  const record = await caseOf(named, home);
  await using register = await openRegisterFor(flags, { home });
  const taken = await stoppable((signal, line) =>
    passwordsOfCase(home, register, record, {
      who,
      now: new Date(),
      signal,
      ...(flags.least === undefined ? {} : { least: flags.least }),
      onProgress: ({ bytes, totalBytes }) =>
        line.showShare('reading the evidence', Math.min(1, bytes / Math.max(1, totalBytes))),
    }),
  );
  process.stdout.write(flags.json ? jsonText(taken) : takenText(taken));
}

export async function showSources(flags: PasswordsFlags): Promise<void> {
  const home = openHome();
  acting(home, 'publish');
  await using register = await openRegisterFor(flags, { home });
  const sources = await passwordSources(register);
  process.stdout.write(flags.json ? jsonText(sources.map(aboutSource)) : sourcesText(sources));
}

export async function forgetSource(name: string, flags: PasswordsFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  await using register = await openRegisterFor(flags, { home });
  const isForgotten = await forgetPasswords(home, register, name, { who, now: new Date() });
  const words = isForgotten ? 'forgotten' : 'there is no source of that name';
  process.stdout.write(flags.json ? jsonText({ name, forgotten: isForgotten }) : `${words}\n`);
  return isForgotten ? 0 : 1;
}

async function stoppable<T>(
  work: (signal: AbortSignal, line: ReturnType<typeof createProgressLine>) => Promise<T>,
): Promise<T> {
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: the same command goes on where it was'));
  const line = createProgressLine(process.stderr);
  try {
    return await work(stop.signal, line);
  } finally {
    line.clear();
  }
}

function importedText({ name, wasThere, sha1, ntlm, seen, bad }: ImportedPasswords): string {
  if (wasThere) return `these files were already imported as ${name}: nothing has changed\n`;
  const lines = [`source ${name}: ${countsText({ sha1, ntlm, seen })}`];
  if (bad.count > 0) {
    lines.push(`  ${number(bad.count)} lines are no hash with a count; the first ones:`);
    for (const { file, offset } of bad.first) lines.push(`    ${visibleText(file)}, at byte ${offset}`);
  }
  return `${lines.join('\n')}\n`;
}

function takenText({ name, wasThere, readable, raw, salted, ...counts }: CasePasswords): string {
  if (wasThere) return `source ${name}: nothing has come to the case since, nothing has changed\n`;
  return [
    `source ${name}: ${countsText(counts)}`,
    `  ${number(readable)} passwords could be read, ${number(raw)} were raw hashes`,
    `  ${number(salted)} are stored in a way that nothing can be looked up by`,
    '',
  ].join('\n');
}

function countsText({ sha1, ntlm, seen }: Pick<PasswordSource, 'sha1' | 'ntlm' | 'seen'>): string {
  return `${number(sha1)} SHA-1 and ${number(ntlm)} NTLM hashes, seen ${number(seen)} times`;
}

function sourcesText(sources: PasswordSource[]): string {
  if (sources.length === 0) return 'there are no passwords yet\n';
  const states = { loading: 'being loaded', present: 'there', leaving: 'being removed' };
  return sources
    .map((source) => {
      const counts = source.state === 'present' ? `\n  ${countsText(source)}` : '';
      return `${visibleText(source.name)}: ${states[source.state]}${counts}\n`;
    })
    .join('');
}

function aboutSource({ name, state, caseId, sha1, ntlm, seen, madeAt }: PasswordSource): object {
  const made = state === 'present' ? new Date(madeAt).toISOString() : null;
  return { name, state, case: caseId, made, sha1, ntlm, seen };
}

function number(value: number): string {
  return value.toLocaleString('en');
}
