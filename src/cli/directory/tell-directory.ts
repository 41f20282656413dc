// The work of `tocsin directory`: the request put together, progress on stderr, the result on stdout. Resolves to 0.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { TocsinError } from '../../base/index.ts';
import { writeWhole } from '../../base/files/index.ts';
import {
  type DirectoryRequest,
  forEachDoubt,
  parseGivenColumns,
  takeDirectory,
} from '../../pipeline/index.ts';
import { renderDirectory } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface DirectoryFlags {
  controller: string;
  file: string;
  table?: string;
  column?: string[];
  map?: string;
  leakColumn?: string;
  list?: string;
  json?: boolean;
}

export async function tellDirectory(named: string, flags: DirectoryFlags): Promise<number> {
  if (flags.list !== undefined) refuseInsideHome('--list', flags.list);
  const request = await requestOf(flags);
  const home = openHome();
  const record = await caseOf(named, home);
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped before the directory was taken in'));
  const line = progressLine();
  try {
    const report = await takeDirectory(home, record, request, {
      signal: stop.signal,
      onProgress: (progress) => line.show(progress),
    });
    line.clear();
    if (flags.list !== undefined) writeList(flags.list, record, request.controller);
    process.stdout.write(
      flags.json
        ? `${JSON.stringify(report, null, 2)}\n`
        : renderDirectory(report, {
            colour: process.stdout.isTTY && !process.env['NO_COLOR'],
            width: process.stdout.columns ?? 80,
            list: flags.list ?? null,
          }),
    );
    return 0;
  } finally {
    line.clear();
  }
}

async function requestOf(flags: DirectoryFlags): Promise<DirectoryRequest> {
  const controller = flags.controller.trim();
  if (controller === '' || controller.length > 200)
    throw new TocsinError('USAGE', 'the name of a controller is 1 to 200 characters');
  if (/\p{Cc}/u.test(controller))
    throw new TocsinError('USAGE', 'the name of the controller has a character that cannot be printed');
  return {
    controller,
    // a URL may hold a password: it need not stand in the list of processes
    source: flags.file === '-' ? (await text(process.stdin)).trim() : flags.file,
    table: flags.table ?? null,
    given: [
      ...parseGivenColumns(flags.column ?? [], '--column'),
      ...(flags.map === undefined ? [] : parseGivenColumns(linesOf(flags.map), flags.map)),
    ],
    leakColumn: flags.leakColumn ?? null,
  };
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/u);
  } catch (cause) {
    throw new TocsinError('INPUT_NOT_FOUND', `the file of --map cannot be read: ${path}`, { cause });
  }
}

function writeList(path: string, record: Parameters<typeof forEachDoubt>[0], controller: string): void {
  const lines = ['row,reason,fits'];
  forEachDoubt(record, controller, ({ row, reason, fits }) => {
    lines.push(`${row},${reason},${fits === 0 ? '' : fits}`);
    return true;
  });
  try {
    writeWhole(resolve(path), `${lines.join('\n')}\n`);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `the list cannot be written: ${path}`, { cause });
  }
}

const plainIntervalMs = 10_000;

/** On a terminal one line that is written again; elsewhere a new one every ten seconds. */
function progressLine() {
  const { stderr } = process;
  let isShown = false;
  let last = Date.now();
  return {
    show({ rows, done, stage }: { rows: number; done: number | null; stage: 'reading' | 'joining' }) {
      const share = done === null ? '' : ` (${Math.floor(done * 100)} %)`;
      const count = `${rows.toLocaleString('en-GB')} rows`;
      const said = stage === 'reading' ? `directory: ${count}${share}` : `directory: joining ${count}`;
      if (stderr.isTTY) stderr.write(`\r\u001b[K${said}`);
      else if (Date.now() - last >= plainIntervalMs) {
        stderr.write(`${said}\n`);
        last = Date.now();
      }
      isShown = stderr.isTTY;
    },
    clear() {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
