// The work of `tocsin export-ranges`. In: flags. Out: how many files were written, in words or as JSON; progress on stderr.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { acting, type ExportedRanges, exportRanges } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { refuseUnwritableFolder } from '../refuse-unwritable.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface ExportFlags extends RegisterFlags {
  out: string;
  passwords?: boolean;
  ntlm?: boolean;
  emails?: boolean;
  json?: boolean;
}

export async function exportRangesTo(flags: ExportFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  refuseInsideHome('--out', flags.out, home.path);
  refuseUnwritableFolder(flags.out);
  await using register = await openRegisterFor(flags, { home });
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: the same command goes on where it was'));
  const line = createProgressLine(process.stderr);
  const sorts = sortsOf(flags);
  if (!flags.passwords && !flags.ntlm && !flags.emails) process.stderr.write(`${everything}\n`);
  try {
    const exported = await exportRanges(register, {
      out: flags.out,
      sorts,
      signal: stop.signal,
      onProgress: (sort, files) => showProgress(line, sort, files),
    });
    line.clear();
    appendCustody(home, {
      who,
      case: null,
      what: 'export-ranges',
      result: 'done',
      counts: Object.fromEntries(exported.map(({ sort, files }) => [sort, files])),
      details: { out: flags.out },
    });
    process.stdout.write(flags.json ? jsonText(exported) : exportedText(exported));
  } finally {
    line.clear();
  }
}

/** Of 5 digits. */
const passwordRanges = 16 ** 5;

const allSorts: readonly ExportedRanges['sort'][] = ['range', 'ntlm', 'accounts'];

const everything = `everything is written: ${number(2 * passwordRanges)} files of passwords, and the addresses
hint: --passwords, --ntlm or --emails writes only those`;

/** How many ranges of addresses there are is known at their end. */
function showProgress(
  line: ReturnType<typeof createProgressLine>,
  sort: ExportedRanges['sort'],
  files: number,
): void {
  if (sort === 'accounts') line.showShare(`writing addresses: ${number(files)} files`, null);
  else line.showShare(`writing ${sort}`, files / passwordRanges);
}

function sortsOf({ passwords, ntlm, emails }: ExportFlags): ExportedRanges['sort'][] {
  const asked: ExportedRanges['sort'][] = [];
  if (passwords) asked.push('range');
  if (ntlm) asked.push('ntlm');
  if (emails) asked.push('accounts');
  return asked.length > 0 ? asked : [...allSorts];
}

function exportedText(exported: ExportedRanges[]): string {
  return exported
    .map(
      ({ folder, files, written, removed }) =>
        `${folder}: ${number(files)} files, ${number(written)} written, ${number(removed)} removed\n`,
    )
    .join('');
}

function number(value: number): string {
  return value.toLocaleString('en');
}
