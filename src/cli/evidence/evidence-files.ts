// What `tocsin evidence` does, but for verifying: takes files into a case, lists them, hands one out. What was asked for
// goes to stdout, what could not be done to stderr.

import { TocsinError } from '../../base/index.ts';
import { type Evidence, findEvidence, handOutEvidence, listEvidence } from '../../intake/index.ts';
import { acting, takeFiles } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { evidenceLines, failedLine } from './evidence-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface EvidenceAddFlags {
  copy?: boolean;
  source?: string;
  why?: string;
  json?: boolean;
}

export interface EvidenceOpenFlags {
  out: string;
  why: string;
  json?: boolean;
}

/** Resolves to 0, or to 1 where a file could not be taken; the others are. */
export async function addEvidence(
  named: string,
  paths: string[],
  {
    copy = false,
    source = null,
    why = null,
    json,
  }: Omit<EvidenceAddFlags, 'source' | 'why'> & {
    source?: string | null;
    why?: string | null;
  },
): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'evidence.write');
  const record = await caseOf(named, home);
  const progress = createProgressLine(process.stderr);
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: what is listed as taken is taken'));
  try {
    const { files, failed } = await takeFiles(home, record, paths, {
      copy,
      source,
      why,
      who,
      signal: stop.signal,
      onProgress: (done) => progress.showShare('taking evidence', done),
    });
    progress.clear();
    const taken = files.map(({ id, path, bytes, sha256, how, isKnown }) => ({
      id,
      path,
      bytes,
      sha256,
      how,
      known: isKnown,
    }));
    if (json) process.stdout.write(jsonText({ case: record.case, taken, failed }));
    else
      for (const file of taken)
        process.stdout.write(
          evidenceLines(file, file.known ? ['these bytes were evidence of the case already'] : []),
        );
    if (!json) for (const file of failed) process.stderr.write(failedLine(file));
    return failed.length > 0 ? 1 : 0;
  } finally {
    progress.clear();
  }
}

export async function listFiles(named: string, { json }: { json?: boolean }): Promise<void> {
  const home = openHome();
  acting(home, 'evidence.read');
  const record = await caseOf(named, home);
  const evidence = listEvidence(record);
  if (json) process.stdout.write(jsonText({ case: record.case, evidence: evidence.map(aboutEvidence) }));
  else for (const entry of evidence) process.stdout.write(evidenceLines(entry, furtherLines(entry)));
  if (evidence.length === 0 && !json)
    process.stderr.write('no evidence yet: tocsin evidence add takes some\n');
}

/** As `evidence list` and `case show` print it as JSON. */
export function aboutEvidence({
  id,
  path,
  sha256,
  bytes,
  source,
  takenAt,
  who,
  how,
  places,
}: Evidence): object {
  const paths = places.map((place) => place.path);
  return { id, sha256, bytes, how, path, paths, source, takenAt, who };
}

function furtherLines({ source, takenAt, who, places, path }: Evidence): string[] {
  return [
    `taken ${takenAt.slice(0, 16).replace('T', ' ')} UTC by ${who}${source === null ? '' : `, from ${source}`}`,
    ...places.filter((place) => place.path !== path).map((place) => `also ${place.path}`),
  ];
}

export async function openFile(
  named: string,
  id: string,
  { out, why, json }: EvidenceOpenFlags,
): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'evidence.open');
  const record = await caseOf(named, home);
  const evidence = findEvidence(record, id.toUpperCase());
  if (why.trim() === '')
    throw new TocsinError('USAGE', '--why says nothing: say what the evidence is opened for');
  refuseInsideHome('--out', out, home.path);
  await handOutEvidence(home, record, evidence, { who, why, out });
  const { bytes, sha256 } = evidence;
  if (json) process.stdout.write(jsonText({ case: record.case, id: evidence.id, out, bytes, sha256 }));
  else process.stdout.write(`${out}\n`);
  process.stderr.write('it lies there in clear: remove it when it is not needed any more\n');
}

export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
