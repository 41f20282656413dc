// The work of `tocsin notify export`: the archive written, and what is in it told on stdout.

import { TocsinError } from '../../base/index.ts';
import { acting, exportNotices } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface ExportFlags {
  out: string;
  recipient?: string;
  withContacts?: boolean;
  json?: boolean;
}

export async function exportProof(
  named: string,
  { out, recipient, withContacts = false, json = false }: ExportFlags,
): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  refuseInsideHome('--out', out, home.path);
  const record = await caseOf(named, home);
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: nothing was written'));
  const made = await exportNotices(home, record, {
    out,
    recipient: recipient ?? null,
    withContacts,
    who,
    signal: stop.signal,
  });
  const { path, bytes, sha256, root, files, isSealed } = made;
  if (json) {
    process.stdout.write(jsonText({ case: record.case, path, bytes, sha256, root, isSealed, files }));
    return;
  }
  const lines = [
    `${files.length} files in ${path}`,
    `  sha256 ${sha256}`,
    `  root   ${root}`,
    ...wrapped(
      isSealed
        ? 'The custody log holds both hashes. Opened with its identity, it is checked by tocsin verify.'
        : `The custody log holds both hashes. Check it with: tocsin verify ${out}`,
      0,
      0,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
