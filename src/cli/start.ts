// `npm start`: the main job at once. On the files given after `--`, or else on a made-up leak of some
// 200 MB that it makes first. Prints the report and says where the page for the board lies.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../build/compile-cache', import.meta.url)));
const { runTocsin } = await import('./run-tocsin.ts');

const folder = fileURLToPath(new URL('../../build/start', import.meta.url));
const sampleArguments = ['michael-page', '--size', '200MB', '--people', '34000', '--seed', '2016'];

function makeSample(): string {
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/made-up-leak.sql`;
  process.stderr.write('making a leak of 200 MB about 34,000 people who do not exist\n');
  const generator = fileURLToPath(new URL('../../samples/sample.ts', import.meta.url));
  const made = spawnSync(process.execPath, [generator, ...sampleArguments, '--out', path], {
    stdio: ['ignore', 2, 2],
  });
  if (made.status !== 0) process.exit(made.status ?? 2);
  return path;
}

const given = process.argv.slice(2);
const paths = given.length > 0 ? given : [makeSample()];
const out = given.some((argument) => argument.startsWith('--out')) ? [] : ['--out', `${folder}/report`];
process.exitCode = await runTocsin(['examine', ...paths, ...out]);
if (process.exitCode === 0 && out.length > 0)
  process.stdout.write(`\nThe report as a page to read and print: ${folder}/report/report.html\n`);
