/*
 * `node bench/text.ts`: identifiers in letters, on one thread: our scan, and beside it, in turn, ripgrep with one
 * regular expression over e-mail addresses, telephones, IBANs, cards and NIRs, and the same expression in JavaScript;
 * then the reading of whole documents. The letters are the cover letters of the made-up recruiting site. Ratios are
 * what counts; nothing is gated on a time.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText, scanText } from '../src/recognise/index.ts';
import { gatherValues } from './gather-values.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { findProgram } from './run-process.ts';
import { makeSampleFile, sampleFolder } from './sample-file.ts';
import { formatSpread, spread } from './spread.ts';

const rounds = 5;
const textColumn = 'applications.cover_letter';
/** As much is given to each contender: the letters there are, again and again. */
const textBytes = 64 << 20;
/** The expression in JavaScript and the reading of documents are slow: they get less, and their rates are compared. */
const slowBytes = 4 << 20;

const expression =
  '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}|(?:\\+|00)[0-9]{1,3}[ .()/-]?(?:[0-9][ .()/-]?){6,12}|0[1-9](?:[ .-]?[0-9]{2}){4}|[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|(?:[0-9]{4}[ -]?){3}[0-9]{4}|[1-478] ?[0-9]{2} ?[0-9]{2} ?[0-9AB]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}';

const machine = describeMachine();
const sample = makeSampleFile({ size: '200MB', people: 34_000, seed: 7 });
const letters = gatherValues(sample.path, [textColumn]).get(textColumn)!;
const texts: Uint8Array[] = [];
for (let i = 0, start = 0; i < letters.ends.length; start = letters.ends[i++]!)
  texts.push(letters.bytes.slice(start, letters.ends[i]));
const { bytes, ends } = repeated(textBytes);
const slow = repeated(slowBytes);
const slowTexts = texts.slice(0, slow.ends.length).map((text) => new TextDecoder().decode(text));
mkdirSync(sampleFolder, { recursive: true });
const path = join(sampleFolder, 'letters.txt');
writeFileSync(path, bytes);

/** Letters one after the other, a line end after each. */
function repeated(atLeast: number): { bytes: Uint8Array; ends: number[] } {
  const into = new Uint8Array(atLeast);
  const stops: number[] = [];
  let at = 0;
  for (let i = 0; ; i = (i + 1) % texts.length) {
    const text = texts[i]!;
    if (at + text.length + 1 > atLeast) return { bytes: into.subarray(0, at), ends: stops };
    into.set(text, at);
    at += text.length;
    stops.push(at);
    into[at++] = 10;
  }
}

const regex = new RegExp(expression, 'g');
const today = new Date('2026-11-22T00:00:00Z');
const ripgrep = findProgram('rg');

const contenders: { name: string; bytes: number; run(): number }[] = [
  {
    name: 'our scan',
    bytes: bytes.length,
    run() {
      let found = 0;
      for (let i = 0, start = 0; i < ends.length; start = ends[i++]! + 1)
        scanText(bytes, start, ends[i]!, () => found++);
      return found;
    },
  },
  ...(ripgrep === null
    ? []
    : [
        {
          name: 'ripgrep, one expression',
          bytes: bytes.length,
          run: () => Number(spawnSync(ripgrep, ['--count-matches', '-j1', '-e', expression, path]).stdout),
        },
      ]),
  {
    name: 'the same expression in JavaScript',
    bytes: slow.bytes.length,
    run: () => slowTexts.reduce((sum, text) => sum + (text.match(regex)?.length ?? 0), 0),
  },
  {
    name: 'documents read whole',
    bytes: slow.bytes.length,
    run: () => slowTexts.reduce((sum, text) => sum + readText(text, { today }).mentions.length, 0),
  },
];

const rates = contenders.map(() => [] as number[]);
const found = contenders.map(() => 0);
for (let round = -1; round < rounds; round++) {
  for (const [i, contender] of contenders.entries()) {
    const started = process.hrtime.bigint();
    found[i] = contender.run();
    // the first round warms up
    if (round >= 0) rates[i]!.push((contender.bytes / Number(process.hrtime.bigint() - started)) * 1e3);
  }
}
process.stdout.write(
  `${machine.name}\nNode ${machine.node}, ${machine.date.slice(0, 10)}, load ${machine.load}\n`,
);
for (const [i, { name, bytes: given }] of contenders.entries()) {
  const ratio = spread(rates[i]!.map((rate, round) => rates[0]![round]! / rate));
  process.stdout.write(
    `  ${name.padEnd(36)} ${formatSpread(spread(rates[i]!), 0)} MB/s, ${Math.round((found[i]! / given) * 1e6)} finds a MB` +
      `${i === 0 ? '' : `, ours is ${formatSpread(ratio, 2)} times as fast`}\n`,
  );
  keepResult('text', machine, { contender: name, bytes: given, found: found[i], rates: rates[i] });
}
