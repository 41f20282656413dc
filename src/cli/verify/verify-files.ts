// `tocsin evidence verify`: whether the evidence of a case is still what was taken. Resolves to 0 where all of it can
// still be had, unchanged, from a file or a sealed copy.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { listEvidence, type VerifiedEvidence, verifyEvidence } from '../../intake/index.ts';
import { acting } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { evidenceLines, stateLine } from '../evidence/evidence-text.ts';
import { jsonText } from '../evidence/evidence-files.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export async function verifyFiles(named: string, { json }: { json?: boolean }): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'evidence.read');
  const record = await caseOf(named, home);
  const evidence = listEvidence(record);
  const progress = createProgressLine(process.stderr);
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped before all evidence was read'));
  const verified: VerifiedEvidence[] = [];
  try {
    const bytes = evidence.reduce(
      (sum, entry) => sum + entry.bytes * (entry.places.length + (entry.how === 'copy' ? 1 : 0)),
      0,
    );
    let read = 0;
    const onRead = (count: number) =>
      progress.showShare('reading evidence', Math.min(1, (read += count) / Math.max(1, bytes)));
    for (const entry of evidence)
      verified.push(await verifyEvidence(record, entry, { signal: stop.signal, onRead }));
  } finally {
    progress.clear();
  }
  const unsafe = verified.filter(({ isSafe }) => !isSafe);
  const lost = unsafe.filter((entry) => !isOriginalUnchanged(entry)).length;
  const damagedCopies = unsafe.length - lost;
  const counts = { files: verified.length, lost, damaged_copies: damagedCopies };
  appendCustody(
    home,
    { who, case: record.case, what: 'evidence.verify', result: 'done', counts },
    record.key,
  );
  if (json)
    process.stdout.write(
      jsonText({ case: record.case, ok: unsafe.length === 0, evidence: verified.map(aboutVerified) }),
    );
  else for (const entry of verified) process.stdout.write(verifiedText(entry));
  if (!json) process.stderr.write(`${sumText(verified.length, lost, damagedCopies)}\n`);
  return unsafe.length === 0 ? 0 : 1;
}

function aboutVerified(entry: VerifiedEvidence): object {
  const { evidence, places, copy, isSafe } = entry;
  const { id, sha256, bytes, how } = evidence;
  const canBeHad = isSafe || isOriginalUnchanged(entry);
  return { id, sha256, bytes, how, ok: isSafe, canBeHad, places, copy };
}

function isOriginalUnchanged({ places }: VerifiedEvidence): boolean {
  return places.some(({ state }) => state === 'unchanged');
}

function verifiedText({ evidence, places, copy }: VerifiedEvidence): string {
  return [
    evidenceLines(evidence),
    ...places.map(({ path, state }) => stateLine(state, path)),
    ...(copy ? [stateLine(copy.state, copy.what ?? 'the sealed copy in the case')] : []),
  ].join('');
}

function sumText(all: number, lost: number, damagedCopies: number): string {
  if (all === 0) return 'no evidence yet: tocsin evidence add takes some';
  if (lost + damagedCopies > 0)
    return [
      ...(lost > 0 ? [`${lost} of ${all} can no longer be had as taken`] : []),
      ...(damagedCopies > 0
        ? [
            `${damagedCopies} of ${all}: the sealed copy is damaged or missing, the original is unchanged;\n  tocsin evidence add CASE PATH --copy makes the copy anew`,
          ]
        : []),
    ].join('\n');
  return all === 1 ? 'it can still be had as it was taken' : `all ${all} can still be had as they were taken`;
}
