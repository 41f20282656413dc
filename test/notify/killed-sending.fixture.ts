/*
 * A sending that is killed at random, again and again, against a hostile mail server, and then let end.
 */
import { startTocsin } from '../examine/run-tocsin.fixture.ts';
import type { SendResult } from '../../src/pipeline/index.ts';
import type { HostileSink } from './hostile-sink.fixture.ts';

export interface Killing {
  homePath: string;
  caseId: string;
  sink: HostileSink;
  people: number;
  kills: number;
  connections: number;
  /** 0 to 1. */
  random: () => number;
}

/** Kills when the server has taken some more mails, whatever the machine's speed. Gives how often it was killed. */
export async function sendAndKill(killing: Killing): Promise<{ kills: number; last: SendResult }> {
  const { homePath, caseId, sink, people, kills, connections, random } = killing;
  const args = ['notify', 'send', caseId, '--smtp', sink.url, '--connections', String(connections)];
  const start = () =>
    startTocsin([...args, '--retry-after', '200ms', '--json'], '.', { env: { TOCSIN_HOME: homePath } });
  let killed = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const { child, ended } = start();
    const share = (kill - random()) / (kills + 1);
    const target = Math.max(sink.counts().accepted + 1, Math.floor(people * 0.9 * share));
    await Promise.race([sink.accepted(target), ended]);
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
    if ((await ended).exit === null) killed += 1;
  }
  for (;;) {
    const ran = await start().ended;
    // a run that takes too long on a slow machine is killed too
    if (ran.exit === null) killed += 1;
    else if (ran.exit !== 0) throw new Error(`the last run failed: ${ran.stderr}`);
    else {
      const last = JSON.parse(ran.stdout) as SendResult;
      if (last.open === 0) return { kills: killed, last };
    }
  }
}
