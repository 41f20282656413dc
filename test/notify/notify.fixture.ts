/*
 * A sample examined into a case of an instance of its own, and the commands that are run on it: what every test of
 * notices begins with. Nothing is planned yet; `approvedPlan` plans it and has it approved by two.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase, openHome } from '../../src/store/index.ts';
import type { PersonTruth } from '../../samples/michael-page/truth.ts';
import { plantSample } from '../examine/planted-sample.fixture.ts';
import { type Ran, runTocsin } from '../examine/run-tocsin.fixture.ts';

/** What a command prints, looked into field by field. */
// oxlint-disable-next-line typescript/no-explicit-any
export type PrintedJson = Record<string, any>;

export interface NoticeCase {
  /** Where everything that is written goes; commands run in it. */
  folder: string;
  home: string;
  id: string;
  run: (...args: string[]) => Promise<Ran>;
  /** What a command prints with `--json`, which this adds; throws with its words where it does not end with 0. */
  json: (...args: string[]) => Promise<PrintedJson>;
}

export interface MichaelPageCase extends NoticeCase {
  people: PersonTruth[];
}

/** `leak.sql` of the folder, examined: with nothing said of the case. */
export async function michaelPageCase(
  folder: string,
  { people = 300, seed = 1 }: { people?: number; seed?: number } = {},
): Promise<MichaelPageCase> {
  const sample = await plantSample(join(folder, 'leak.sql'), { people, seed, sizeBytes: 0 });
  const opened = openNoticeCase(folder);
  await examined(opened, 'leak.sql');
  return { ...opened, people: sample.people };
}

const sampleScript = fileURLToPath(new URL('../../samples/sample.ts', import.meta.url));

/** Files of jobseekers in `leak`, joined with the directory that is beside them: addresses, which the files have not. */
export async function poleEmploiCase(
  folder: string,
  { people = 300, seed = 1 }: { people?: number; seed?: number } = {},
): Promise<NoticeCase> {
  const leak = ['pole-emploi', '--people', String(people), '--seed', String(seed), '--directory'];
  execFileSync(process.execPath, [sampleScript, ...leak, '--out', 'leak'], { cwd: folder, stdio: 'ignore' });
  const opened = openNoticeCase(folder);
  await examined(opened, 'leak');
  const joined = await opened.run(
    'directory',
    opened.id,
    '--controller',
    'Emploi Exemple',
    '--file',
    'leak.directory.csv',
  );
  if (joined.exit !== 0) throw new Error(joined.stderr);
  return opened;
}

export function openNoticeCase(folder: string): NoticeCase {
  const home = join(folder, 'home');
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const { case: id } = openCase(openHome(home), null, new Date());
  const run = (...args: string[]) =>
    runTocsin(args, folder, { env: { TOCSIN_HOME: home, TMPDIR: temporary } });
  const json = async (...args: string[]) => {
    const ran = await run(...args, '--json');
    if (ran.exit !== 0) throw new Error(`tocsin ${args.join(' ')} ended with ${ran.exit}: ${ran.stderr}`);
    return JSON.parse(ran.stdout) as PrintedJson;
  };
  return { folder, home, id, run, json };
}

/** A delivery of the case. */
export async function examined({ run, id }: NoticeCase, ...paths: string[]): Promise<void> {
  const ran = await run('examine', '--case', id, ...paths);
  if (ran.exit !== 0) throw new Error(ran.stderr);
}

/** Planned and approved by two; out: what `plan` says. */
export async function approvedPlan({ json, id }: NoticeCase, ...flags: string[]): Promise<PrintedJson> {
  const plan = await json('notify', 'plan', id, ...flags);
  await json('notify', 'approve', id, '--by', 'Ada Example');
  await json('notify', 'approve', id, '--by', 'Bert Example');
  return plan;
}
