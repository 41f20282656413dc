// The work of `tocsin examine`: runs the examination, shows its progress, prints and writes the report.

import { parseSize, TocsinError } from '../../base/index.ts';
import { examine, type ExamineOptions } from '../../pipeline/index.ts';
import { type ExposureReport, renderHtml, renderJson, renderTerminal } from '../../report/index.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { examineForCase } from './examine-for-case.ts';
import { prepareFolder, writeOutput } from './output-folder.ts';
import { stateFolder } from './state-folder.ts';
import { createProgressLine } from './progress-line.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface ExamineFlags {
  out?: string;
  /** Id or name. */
  case?: string;
  keepEvidence?: boolean;
  source?: string;
  json?: boolean;
  examples?: boolean;
  password?: string[];
  ocrPages?: string;
  maxUnpacked?: string;
  /** False for `--no-resume`. */
  resume?: boolean;
}

export async function examineFiles(paths: string[], flags: ExamineFlags): Promise<ExposureReport> {
  checkCombination(paths, flags);
  if (flags.out !== undefined) {
    refuseInsideHome('--out', flags.out);
    prepareFolder(flags.out);
  }
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped before the report was made'));
  const progress = createProgressLine(process.stderr);
  try {
    const options: ExamineOptions = {
      examples: flags.examples ?? false,
      passwords: flags.password ?? [],
      ...limitsOf(flags),
      ...(flags.resume === false ? {} : { stateFolder: stateFolder() }),
      onResume: () => process.stderr.write('going on from where an earlier run of these files was stopped\n'),
      signal: stop.signal,
      onProgress: progress.show,
    };
    const report =
      flags.case === undefined
        ? await examine(paths, options)
        : await examineForCase(paths, { ...flags, case: flags.case }, options, progress);
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
  }
}

function checkCombination(paths: string[], { case: named, keepEvidence, source }: ExamineFlags): void {
  if (named !== undefined) return;
  if (paths.length === 0)
    throw new TocsinError('USAGE', 'no path is given: name files or folders, or a case with --case', {
      hint: 'without a path, --case reads the evidence of the case that was not examined yet',
    });
  if (keepEvidence || source !== undefined)
    throw new TocsinError(
      'USAGE',
      '--keep-evidence and --source say something of a case: name it with --case',
    );
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
    writeOutput(folder, 'report.html', renderHtml(report)),
    writeOutput(folder, 'report.json', renderJson(report)),
    writeOutput(folder, 'report.txt', renderTerminal(report, { colour: false, width: 80 })),
  ];
  for (const path of written) process.stderr.write(`wrote ${path}\n`);
}
