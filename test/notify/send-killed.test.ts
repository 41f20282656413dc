import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reconciled } from '../../src/pipeline/index.ts';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { startHostileSink } from './hostile-sink.fixture.ts';
import { sendAndKill } from './killed-sending.fixture.ts';
import { madeUpSending } from './made-up-sending.fixture.ts';

const folder = scratchFolder();
const isLong = process.env['TOCSIN_LONG'] === '1';
const [people, kills] = isLong ? [100_000, 20] : [5000, 6];
const connections = 8;

test(
  'killed again and again against a hostile mail server, a sending loses nobody, and says exactly who may have it twice',
  { timeout: isLong ? 1_800_000 : 180_000 },
  async () => {
    const homePath = join(folder, 'home');
    const { record } = madeUpSending(homePath, { people, channels: ['e', 'el', 'e', 'es'], domains: 40 });
    await using sink = await startHostileSink(join(folder, 'sink.log'), join(folder, 'mailbox'));
    const random = createRandom();
    const killing = { homePath, caseId: record.case, sink, people, kills, connections, random };
    const { kills: killed } = await sendAndKill(killing);
    expect(killed).toBeGreaterThan(kills / 2);

    const run = (...args: string[]) =>
      runTocsin(['notify', ...args], '.', { env: { TOCSIN_HOME: homePath } });
    const reconciled = async () => {
      const ran = await run('reconcile', record.case, '--sink', sink.log, '--json');
      return { ...ran, account: JSON.parse(ran.stdout) as Reconciled };
    };
    const { exit, account } = await reconciled();
    expect(account.faults).toEqual([]);
    expect(exit).toBe(0);
    expect(account).toMatchObject({
      people,
      lost: 0,
      consistent: true,
      sink: { lost: 0, extra: 0, others: 0 },
    });
    const { told, open, unreachable } = account;
    expect(told + open + unreachable).toBe(people);

    const { droppedBefore, droppedAfter, accepted } = sink.counts();
    const { duplicates, sink: atSink } = account;
    expect(new Set(duplicates.sends)).toEqual(new Set(duplicates.sends).union(new Set(atSink!.twice.sends)));
    expect(duplicates.perConnection).toBe(1);
    expect(duplicates.possible).toBeGreaterThanOrEqual(droppedBefore + droppedAfter);
    expect(duplicates.possible).toBeLessThanOrEqual(droppedBefore + droppedAfter + killed * connections);
    expect(accepted).toBeGreaterThan(account.sink!.mails);
    if (isLong)
      process.stderr.write(
        `${JSON.stringify({ killed, ...account, duplicates: { ...duplicates, sends: duplicates.sends.length }, sink: { ...atSink, twice: atSink!.twice.count }, counts: sink.counts() })}\n`,
      );

    const bounces = await run('bounces', record.case, '--mailbox', sink.mailbox, '--json');
    expect(bounces.exit).toBe(0);
    const after = await reconciled();
    expect(after.account.faults).toEqual([]);
    expect(after.account.told + after.account.open + after.account.unreachable).toBe(people);
    expect(after.account.byState.bounced).toBeGreaterThan(account.byState.bounced);
    expect(after.account.byState.complained).toBeGreaterThan(0);
  },
);

/** A linear congruence will do: where it is killed should differ, not be secret. */
function createRandom(): () => number {
  let state = 42;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
