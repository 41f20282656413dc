#!/usr/bin/env node
/**
 * `sample SHAPE --people N --size 1GB --seed S --out FILE [--truth-people]`: makes a leak out of
 * nothing but a seed, and beside it FILE.truth.json saying what was planted. With --truth-people
 * also FILE.people.ndjson, a line per person. A FILE ending in .gz is written as gzip.
 */
import { parseArgs } from 'node:util';
import { openDumpFile, writeWhole, writeLines } from './dump-file.ts';
import { estimatePeopleBytes, generateMichaelPage } from './michael-page/generate.ts';
import { personTruths } from './michael-page/truth.ts';
import { parseSize } from './parse-size.ts';

const usage = 'usage: sample michael-page --out FILE [--people N] [--size 200MB] [--seed 1] [--truth-people]';

/** People per MB when --people is not given: people then fill about a fifth of the file. */
const peoplePerMegabyte = 170;

interface Request {
  out: string;
  people: number;
  sizeBytes: number;
  seed: number;
  truthPeople: boolean;
}

function parseRequest(args: string[]): Request | string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      people: { type: 'string' },
      size: { type: 'string', default: '200MB' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      'truth-people': { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1 || positionals[0] !== 'michael-page') return 'no such shape';
  if (values.out === undefined) return '--out is missing';
  const sizeBytes = parseSize(values.size);
  if (sizeBytes === null) return '--size is no size';
  const seed = wholeNumber(values.seed);
  if (seed === null) return '--seed is no whole number';
  const people =
    values.people === undefined
      ? Math.max(1, Math.round((sizeBytes / 1e6) * peoplePerMegabyte))
      : wholeNumber(values.people);
  if (people === null || people < 1 || people > maxPeople) return '--people is out of range';
  return { out: values.out, people, sizeBytes, seed, truthPeople: values['truth-people'] };
}

/** Some 60 bytes a person are held while addresses are made unique: 1.2 GB for this many. */
const maxPeople = 20_000_000;

function wholeNumber(text: string): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(value) ? value : null;
}

async function makeSample({ out, people, sizeBytes, seed, truthPeople }: Request): Promise<void> {
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

let request: Request | string;
try {
  request = parseRequest(process.argv.slice(2));
} catch (error) {
  request = (error as Error).message;
}
if (typeof request === 'string') {
  console.error(`error: ${request}\nhint: ${usage}`);
  process.exitCode = 2;
} else {
  try {
    await makeSample(request);
  } catch (error) {
    console.error(`error: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
