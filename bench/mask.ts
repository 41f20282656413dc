/*
 * `node bench/mask.ts`: masking five columns of a dump on one core, with and without the search for survivors, and on two;
 * beside myanon where it is installed (`--myanon PATH`, and `--myanon-openssl PATH` for a build with OpenSSL), in the same
 * run, whole processes in turn. Ratios are of user time; nothing is gated on a time.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { candidatesDump } from './mask/candidates-dump.ts';
import { findProgram } from './run-process.ts';
import { projectFolder, warmUp } from './sample-file.ts';
import { spread } from './spread.ts';
import { type Contender, takeTurns, type Turns, turnsText } from './take-turns.ts';

const usage =
  'usage: node bench/mask.ts [--rounds 3] [--megabytes 500] [--myanon PATH] [--myanon-openssl PATH] [--keep]';

const tocsin = fileURLToPath(new URL('../src/cli/tocsin.ts', import.meta.url));

async function bench(
  rounds: number,
  megabytes: number,
  peers: Record<string, string>,
  isKept: boolean,
): Promise<void> {
  const machine = describeMachine();
  const { path, plan, myanon } = candidatesDump(megabytes);
  const { size } = statSync(path);
  warmUp({ path, bytes: size });
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-mask-bench-'));
  process.env['TOCSIN_HOME'] = join(folder, 'home');
  const out = join(folder, 'out.sql');
  const ours = (name: string, ...flags: string[]): Contender => ({
    name,
    command() {
      rmSync(out, { force: true });
      const args = [
        tocsin,
        'mask',
        path,
        '--out',
        out,
        '--force',
        '--key',
        'bench',
        '--plan',
        plan,
        ...flags,
      ];
      return { program: process.execPath, args, cwd: projectFolder };
    },
  });
  const contenders = [
    ours('without search, one core', '--workers', '1', '--no-check'),
    ours('with search, one core', '--workers', '1'),
    ours('with search, two cores', '--workers', '2'),
    ...Object.entries(peers).map(([name, program]): Contender => ({
      name,
      command: () => ({ program, args: ['-f', myanon], stdin: path, stdout: join(folder, 'peer.sql') }),
    })),
  ];
  try {
    const turns = await takeTurns(contenders, rounds, () => {});
    process.stdout.write(`${turnsText(turns, size)}\n`);
    for (const turn of turns)
      process.stdout.write(
        `  ${turn.name}: ${(size / 1e6 / userSeconds(turn)).toFixed(0)} MB/s of user time, ` +
          `${(userSeconds(turn) / userSeconds(turns[0]!)).toFixed(2)} of the first\n`,
      );
    if (isKept) keepResult('mask', machine, { bytes: size, turns });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function userSeconds({ runs }: Turns): number {
  return spread(runs.map((run) => run.userSeconds ?? Number.NaN)).median;
}

try {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      megabytes: { type: 'string', default: '500' },
      myanon: { type: 'string' },
      'myanon-openssl': { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const program = values.myanon ?? findProgram('myanon');
  const withOpenssl = values['myanon-openssl'];
  if (!program && !withOpenssl) process.stdout.write('myanon is not installed: no comparison with it\n');
  const peers = {
    ...(program ? { myanon: program } : {}),
    ...(withOpenssl ? { 'myanon, OpenSSL': withOpenssl } : {}),
  };
  await bench(Number(values.rounds), Number(values.megabytes), peers, values.keep);
} catch (error) {
  process.stderr.write(`error: ${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
