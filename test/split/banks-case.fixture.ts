/*
 * An instance with one case, into which the leak of the banks was examined, and the commands that are run on it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SplitReport } from '../../src/report/index.ts';
import { type Ran, runTocsin, type startTocsin } from '../examine/run-tocsin.fixture.ts';
import { type PlantedRow, plantBanks } from './banks-leak.fixture.ts';

export interface BanksCase {
  folder: string;
  home: string;
  /** Where everything that is written goes. */
  surroundings: Parameters<typeof startTocsin>[2];
  id: string;
  planted: PlantedRow[];
  run: (...args: string[]) => Promise<Ran>;
  /** Throws where it is not split. */
  split: (rules: string) => Promise<SplitReport>;
  /** Writes rules into a file; returns its name. */
  rulesFile: (name: string, rules: unknown) => string;
}

export const bankRules: { controllers: { name: string; rules: Record<string, unknown>[] }[] } = {
  controllers: [
    { name: 'Banque A', rules: [{ table: 'clients', column: 'code', values: ['30004', '30003'] }] },
    {
      name: 'Bank B',
      rules: [
        { table: 'clients', column: 'code', values: [20041] },
        { table: 'leads', column: 'mandant', prefix: 'DB-' },
      ],
    },
  ],
};

/** The same choices for the same seed. */
export function chooser(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** `banks.json` holds `bankRules`. */
export async function openBanksCase(folder: string, people: number): Promise<BanksCase> {
  const home = join(folder, 'home');
  const surroundings = { env: { TOCSIN_HOME: home, TMPDIR: join(folder, 'temporary') } };
  const run = (...args: string[]) => runTocsin(args, folder, surroundings);
  mkdirSync(join(folder, 'temporary'));
  const planted = plantBanks(join(folder, 'leak'), people, chooser(7));
  const opened = await run('case', 'open', '--name', 'banks', '--aware', '2026-11-20T10:00:00Z', '--json');
  const { case: id } = JSON.parse(opened.stdout) as { case: string };
  await run('examine', 'leak', '--case', id);
  const rulesFile = (name: string, rules: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(rules));
    return name;
  };
  rulesFile('banks.json', bankRules);
  const split = async (rules: string) => {
    const { exit, stdout, stderr } = await run('split', id, '--rules', rules, '--json');
    if (exit !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as SplitReport;
  };
  return { folder, home, surroundings, id, planted, run, split, rulesFile };
}
