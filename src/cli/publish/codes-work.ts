// The work of `tocsin codes`: a sealed list of codes, with progress on stderr.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import { acting, type MadeCodes, makeCodes } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { refuseUnwritableFile } from '../refuse-unwritable.ts';
import { openRegisterFor } from '../register-for.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface CodesFlags {
  recipient: string;
  out: string;
  name?: string;
  replace?: boolean;
  database?: string;
  json?: boolean;
}

export async function makeList(named: string, flags: CodesFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  refuseInsideHome('--out', flags.out, home.path);
  const out = resolve(flags.out);
  if (existsSync(out))
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a file already: ${out}`, {
      hint: 'it may be the only list of codes that were sent: choose another name',
    });
  refuseUnwritableFile(out);
  const record = await caseOf(named, home);
  await using register = await openRegisterFor(flags, { home });
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: there is no list'));
  const line = createProgressLine(process.stderr);
  try {
    const request = {
      recipient: flags.recipient,
      out,
      breach: flags.name ?? null,
      replaces: flags.replace ?? false,
    };
    const made = await makeCodes(home, register, record, request, {
      who,
      signal: stop.signal,
      onProgress: (done) => line.showShare('making codes', done),
    });
    line.clear();
    process.stdout.write(flags.json ? jsonText({ ...made, file: out }) : madeText(made, out));
  } finally {
    line.clear();
  }
}

function madeText({ breach, codes, withoutBirth, sha256 }: MadeCodes, out: string): string {
  return [
    `made ${count(codes)} ${codes === 1 ? 'code' : 'codes'} for ${breach}`,
    ...(withoutBirth === 0
      ? []
      : wrapped(`${count(withoutBirth)} people have no date of birth in the case: no code is theirs`, 2, 4)),
    `  file    ${out}`,
    `  SHA-256 ${sha256}`,
    ...wrapped(
      'The list is person,code; people have the numbers that they have in packages. The register keeps no code: this list is the only one.',
      0,
      0,
    ),
    '',
  ].join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
