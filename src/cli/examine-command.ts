// `tocsin examine`: runs the examination, shows its progress, prints and writes the report.

import { parseSize, TocsinError } from '../base/index.ts';
import {
  examine,
  examineIntoCase,
  type ExamineOptions,
  type KeptExamination,
  readableInputs,
} from '../pipeline/index.ts';
import { type ExposureReport, renderHtml, renderJson, renderTerminal } from '../report/index.ts';
import { caseFor } from './case-command.ts';
import { prepareFolder, writeWhole } from './output-folder.ts';
import { stateFolder } from './state-folder.ts';
import { createProgressLine } from './progress-line.ts';

export interface ExamineFlags {
  out?: string;
  /** Id or name. */
  case?: string;
  json?: boolean;
  examples?: boolean;
  password?: string[];
  ocrPages?: string;
  maxUnpacked?: string;
  /** False for `--no-resume`. */
  resume?: boolean;
}

export async function examineCommand(paths: string[], flags: ExamineFlags): Promise<ExposureReport> {
  if (flags.out !== undefined) prepareFolder(flags.out);
  const stopped = new AbortController();
  const stop = () => stopped.abort(new TocsinError('INTERRUPTED', 'stopped before the report was made'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = createProgressLine(process.stderr);
  try {
    const options: ExamineOptions = {
      examples: flags.examples ?? false,
      passwords: flags.password ?? [],
      ...limitsOf(flags),
      ...(flags.resume === false ? {} : { stateFolder: stateFolder() }),
      onResume: () => process.stderr.write('going on from where an earlier run of these files was stopped\n'),
      signal: stopped.signal,
      onProgress: progress.show,
    };
    const report =
      flags.case === undefined
        ? await examine(paths, options)
        : await examineIntoNamed(paths, flags.case, options, progress);
    progress.clear();
    if (flags.out !== undefined) writeReports(report, flags.out);
    const terminal = {
      colour: process.stdout.isTTY && !process.env['NO_COLOR'],
      width: process.stdout.columns ?? 80,
    };
    process.stdout.write(flags.json ? renderJson(report) : renderTerminal(report, terminal));
    return report;
  } finally {
    progress.clear();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Examines into a case and says what the case then holds. */
async function examineIntoNamed(
  paths: string[],
  named: string,
  options: ExamineOptions,
  progress: ReturnType<typeof createProgressLine>,
): Promise<ExposureReport> {
  const { openHome } = await import('../store/index.ts');
  // a mistyped path opens no case
  readableInputs(paths);
  const { record, isNew } = await caseFor(named, openHome());
  if (isNew) process.stderr.write(`opened the case ${record.case}\n`);
  const { report, kept } = await examineIntoCase(paths, record, {
    ...options,
    onKeeping: progress.showKeeping,
  });
  progress.clear();
  for (const line of keptLines(record.case, kept)) process.stderr.write(`${line}\n`);
  return report;
}

function keptLines(id: string, { reading, replaced, alsoIn }: KeptExamination['kept']): string[] {
  const instead = replaced.map((other) => `${other.reading} (${other.at.slice(0, 10)})`).join(', ');
  const files = new Set(alsoIn.map(({ path }) => path)).size;
  return [
    `kept in the case ${id} as reading ${reading}${instead === '' ? '' : `, in place of reading ${instead} of the same files`}`,
    ...(files === 0
      ? []
      : [
          `${files === 1 ? 'one of the files is' : `${files} of the files are`} in an earlier reading too: what they hold shows in both`,
        ]),
  ];
}

/** The limits that were given, as numbers. */
function limitsOf(flags: ExamineFlags): { ocrPages?: number; maxUnpackedBytes?: number } {
  const { ocrPages, maxUnpacked } = flags;
  if (ocrPages !== undefined && !/^\d{1,9}$/u.test(ocrPages))
    throw new TocsinError('USAGE', '--ocr-pages is not a whole number');
  const bytes = maxUnpacked === undefined ? undefined : parseSize(maxUnpacked);
  if (bytes === null) throw new TocsinError('USAGE', '--max-unpacked is not a size such as 10GB');
  return {
    ...(ocrPages === undefined ? {} : { ocrPages: Number(ocrPages) }),
    ...(bytes === undefined ? {} : { maxUnpackedBytes: bytes }),
  };
}

function writeReports(report: ExposureReport, folder: string): void {
  const written = [
    writeWhole(folder, 'report.html', renderHtml(report)),
    writeWhole(folder, 'report.json', renderJson(report)),
    writeWhole(folder, 'report.txt', renderTerminal(report, { colour: false, width: 80 })),
  ];
  for (const path of written) process.stderr.write(`wrote ${path}\n`);
}
