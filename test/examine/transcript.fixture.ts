/*
 * A transcript: `$ command` lines, each followed by its stdout (`| line`), its stderr (`! line`) and its exit code where
 * it is not 0 (`= code`); lines that begin with # are for the reader. Runs its commands again. What differs from run to
 * run is shown by a stand-in, and a stand-in in a command is what stood there last.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTocsin } from './run-tocsin.fixture.ts';

export const prompt = '$ tocsin';

export interface Surroundings {
  folder: string;
  env: Record<string, string>;
  /** Text as it is shown. */
  steady: (text: string) => string;
  /** Stand-ins that commands may use, with what they stand for. */
  standIns?: readonly (readonly [shown: string, pattern: RegExp])[];
}

/** The transcript with its commands run again. */
export async function replay(text: string, surroundings: Surroundings): Promise<string> {
  const last = new Map<string, string>();
  let seen = '';
  for (const line of text.split('\n').slice(0, -1)) {
    if (/^[|!=]( |$)/u.test(line)) continue;
    seen += `${line}\n`;
    if (line.startsWith(prompt)) seen += await run(line.slice(prompt.length).trim(), last, surroundings);
  }
  return seen;
}

async function run(
  shown: string,
  last: Map<string, string>,
  { folder, env, steady, standIns = [] }: Surroundings,
): Promise<string> {
  const command = [...last].reduce((text, [standIn, value]) => text.replaceAll(standIn, value), shown);
  const [line, from] = command.split(' < ') as [string, string?];
  const args = [...line.matchAll(/"(?<quoted>[^"]*)"|\S+/gu)].map(
    (match) => match.groups?.['quoted'] ?? match[0],
  );
  const { exit, stdout, stderr } = await runTocsin(args, folder, {
    env,
    ...(from === undefined ? {} : { input: readFileSync(join(folder, from), 'utf8') }),
  });
  for (const [standIn, pattern] of standIns) {
    const found = pattern.exec(stdout)?.[0];
    if (found !== undefined) last.set(standIn, found);
  }
  return prefixed('|', steady(stdout)) + prefixed('!', steady(stderr)) + (exit === 0 ? '' : `= ${exit}\n`);
}

function prefixed(mark: string, text: string): string {
  if (text === '') return '';
  const lines = text.replace(/\n$/u, '').split('\n');
  return lines.map((line) => `${`${mark} ${line}`.trimEnd()}\n`).join('');
}
