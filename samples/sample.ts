#!/usr/bin/env node
/**
 * `sample SHAPE --people N --seed S --out PATH …`: makes a leak out of nothing but a seed, and beside it
 * PATH.truth.json saying what was planted. `michael-page` is a dump of any size, as gzip if PATH ends in
 * .gz; `shop` is the same few tables in any format, of which some are a folder of files; `pole-emploi` is a
 * folder of two extracts of a register, with --directory PATH.directory.csv beside them: what the controller knows.
 */
import { openDumpFile, writeLines, writeWhole } from './dump-file.ts';
import { estimatePeopleBytes, generateMichaelPage } from './michael-page/generate.ts';
import { personTruths } from './michael-page/truth.ts';
import {
  asksForHelp,
  type MichaelPageRequest,
  parseRequest,
  type PoleEmploiRequest,
  type SampleRequest,
  type ShopRequest,
  usage,
  UsageError,
} from './parse-request.ts';
import { writeDirectory } from './pole-emploi/directory/write-directory.ts';
import { makeExtracts } from './pole-emploi/make-extracts.ts';
import { personTruths as extractPeople } from './pole-emploi/person-truths.ts';
import type { Population } from './pole-emploi/population.ts';
import { generateShop } from './shop/generate-shop.ts';

async function makeMichaelPage({
  out,
  people,
  sizeBytes,
  seed,
  truthPeople,
}: MichaelPageRequest): Promise<void> {
  const estimated = estimatePeopleBytes(seed, people);
  if (estimated > sizeBytes) {
    console.error(`note: ${people} people need about ${Math.ceil(estimated / 1e6)} MB, more than --size`);
  }
  const file = await openDumpFile(out);
  try {
    const started = performance.now();
    const { truth, world } = await generateMichaelPage({ seed, people, sizeBytes }, file);
    await file.end();
    const seconds = (performance.now() - started) / 1000;
    if (truthPeople) await writeLines(`${out}.people.ndjson`, personTruths(world));
    await writeWhole(`${out}.truth.json`, `${JSON.stringify(truth, null, 2)}\n`);
    await file.publish();
    const rate = Math.round(truth.bytes / 1e6 / seconds);
    console.error(`${out}: ${truth.bytes} bytes, ${people} people, ${seconds.toFixed(1)} s, ${rate} MB/s`);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

async function makeShop({ out, people, seed, format }: ShopRequest): Promise<void> {
  const truth = await generateShop(out, { seed, people, format });
  await writeWhole(`${out}.truth.json`, `${JSON.stringify(truth, null, 2)}\n`);
  console.error(`${out}: ${people} people as ${format}`);
}

/** The controller knows most of its people, and some who are in no extract. */
const usualShares = { known: 0.9, strangers: 0.1 };

async function makePoleEmploi({
  out,
  rowBytes,
  truthPeople,
  directory,
  ...options
}: PoleEmploiRequest): Promise<void> {
  const started = performance.now();
  const { extracts, truth, rowNumbers } = await makeExtracts(out, options, rowBytes, truthPeople);
  if (rowNumbers) await writeLines(`${out}.people.ndjson`, extractPeople(extracts, rowNumbers));
  if (directory) await makeDirectory(`${out}.directory.csv`, extracts.population);
  await writeWhole(`${out}.truth.json`, `${JSON.stringify(truth, null, 2)}\n`);
  const rows = Object.values(truth.rows).reduce((sum, count) => sum + count, 0);
  const seconds = (performance.now() - started) / 1000;
  console.error(`${out}: ${options.people} people in ${rows} rows, ${seconds.toFixed(1)} s`);
}

async function makeDirectory(path: string, population: Population): Promise<void> {
  const file = await openDumpFile(path);
  try {
    await writeDirectory(population, usualShares, file);
    await file.end();
    await file.publish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function make(request: SampleRequest): Promise<void> {
  if (request.shape === 'shop') return makeShop(request);
  return request.shape === 'pole-emploi' ? makePoleEmploi(request) : makeMichaelPage(request);
}

/** What is wrong and what would help, where the place that --out names takes no file. */
const outErrors: Record<string, [error: string, hint: string]> = {
  ENOENT: ['the folder of --out is not there', 'make the folder first, or name one that is there'],
  ENOTDIR: ['the folder of --out is a file', 'name a folder that is there'],
  EISDIR: ['--out names a folder', 'name a file in it'],
  EACCES: ['--out may not be written', 'name a place that you may write to'],
  EROFS: ['--out may not be written', 'name a place that you may write to'],
  ENOSPC: ['no space is left where --out is written', 'free some, or ask for fewer people'],
};

function messagesOf(error: Error): [error: string, hint: string | null] {
  const known = outErrors[(error as NodeJS.ErrnoException).code ?? ''];
  return known ?? [error.message, error instanceof UsageError ? error.usage : null];
}

async function run(args: string[]): Promise<void> {
  if (asksForHelp(args)) console.log(usage);
  else await make(parseRequest(args));
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const [message, hint] = messagesOf(error as Error);
  console.error(`error: ${message}`);
  if (hint !== null) console.error(`hint: ${hint}`);
  process.exitCode = 2;
}
