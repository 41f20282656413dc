/*
 * `node bench/mask-identifiers.ts [--values 1000000] [--kind nir]`: of each kind of identifier a million different valid
 * numbers, or as many as are drawn of a smaller domain, are replaced while all of them are real. How many results pass the
 * kind's own check, how many are one that another number became, how many stayed themselves or are somebody's real number,
 * how many stood aside, and what one costs in processor time.
 */
import { parseArgs } from 'node:util';
import { ByteSink, createMaskKeys, createReplacer } from '../src/mask/index.ts';
import { type Identifier, identifiers, longestIdentifier } from '../src/recognise/index.ts';
import { randomNumbers, validValues } from '../src/recognise/identifiers/random-values.fixture.ts';
import { passingVectors } from '../src/recognise/identifiers/vectors.fixture.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';

const stretchValues = 20_000;
/** Draws without anything new after which a domain is taken to be used up. */
const drawsAtOnce = 50_000;
const decoder = new TextDecoder('latin1');
const normal = new Uint8Array(longestIdentifier * 2);

function drawnValues(identifier: Identifier, count: number): string[] {
  const random = randomNumbers(6);
  const values = new Map<string, string>();
  for (let before = -1; values.size < count && before < values.size;) {
    before = values.size;
    const drawn = validValues(identifier, Math.min(drawsAtOnce, count), random);
    for (const value of drawn.length > 0 ? drawn : passingVectors(identifier.name)) {
      values.set(normalForm(identifier, Buffer.from(value, 'latin1')), value);
    }
  }
  return [...values.values()].slice(0, count);
}

function normalForm({ normalise }: Identifier, bytes: Uint8Array): string {
  return decoder.decode(normal.subarray(0, normalise(bytes, 0, bytes.length, normal)));
}

function judge(identifier: Identifier, values: readonly string[]): Record<string, number> {
  const forms = values.map((value) => normalForm(identifier, Buffer.from(value, 'latin1')));
  const real = new Set(forms);
  if (identifier.name === 'siret') for (const form of forms) real.add(form.slice(0, 9));
  const has = (sort: string, bytes: Uint8Array, start: number, end: number): boolean =>
    sort === 'number' && real.has(decoder.decode(bytes.subarray(start, end)));
  const masking = {
    keys: createMaskKeys(new Uint8Array(32).fill(9)),
    real: { count: real.size, has, hasNormal: has },
    images: { stoodAside: 0 },
    language: 'fr',
  } as const;
  const replacer = createReplacer(identifier.name, masking);
  const images = new Set<string>();
  const out = new ByteSink();
  const counts = { valid: 0, same: 0, real: 0 };
  let micros = 0;
  for (let from = 0; from < values.length; from += stretchValues) {
    const cells = values.slice(from, from + stretchValues);
    const bytes = Buffer.from(cells.join(''), 'latin1');
    let end = 0;
    const ends = Uint32Array.from(cells, (value) => (end += value.length));
    const starts = Uint32Array.from(cells, (value, index) => ends[index]! - value.length);
    const before = process.threadCpuUsage();
    replacer.prepare?.({ bytes, starts, ends, count: cells.length });
    const places = [0];
    out.clear();
    for (let index = 0; index < cells.length; index++) {
      replacer.replace(bytes, starts[index]!, ends[index]!, out, 1000);
      places.push(out.length);
    }
    const { user, system } = process.threadCpuUsage(before);
    micros += user + system;
    for (let index = 0; index < cells.length; index++) {
      const image = out.bytes.subarray(places[index], places[index + 1]);
      const form = normalForm(identifier, image);
      if (form !== '') counts.valid++;
      if (form === forms[from + index]) counts.same++;
      if (real.has(form)) counts.real++;
      images.add(form);
    }
  }
  return {
    values: values.length,
    ...counts,
    collisions: values.length - images.size,
    stoodAside: masking.images.stoodAside,
    microsEach: micros / values.length,
  };
}

const { values: options } = parseArgs({
  options: { values: { type: 'string', default: '1000000' }, kind: { type: 'string' } },
});
const machine = describeMachine();
for (const identifier of identifiers) {
  if (options.kind !== undefined && identifier.name !== options.kind) continue;
  const result = judge(identifier, drawnValues(identifier, Number(options.values)));
  process.stdout.write(`${identifier.name} ${JSON.stringify(result)}\n`);
  keepResult('mask-identifiers', machine, { kind: identifier.name, ...result }, 'runs');
}
