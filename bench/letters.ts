/*
 * `node bench/letters.ts [--letters 50000] [--peer-letters 1000] [--rounds 3]`: letters from the ledger onto the disk, by
 * what `tocsin notify letters` runs: addresses checked, references and bar codes made, every batch hashed, synced and in
 * the ledger; beside pdfkit, which writes the same texts with the same fonts and no ledger, five hundred to a file, synced.
 * In turn, in one process, pages a second; pages without ink do not count.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createNoticeReferences,
  layOutLetter,
  nameMark,
  type NoticeText,
  referenceMark,
} from '../src/notify/index.ts';
import { code128 } from '../src/notify/letters/code-128.ts';
import { makeLetters } from '../src/pipeline/index.ts';
import { openNotices, recipientsBatch, variantsOf } from '../src/store/notices/index.ts';
import { madeUpSending, type MadeUpSending } from '../test/notify/made-up-sending.fixture.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { formatSpread, spread } from './spread.ts';

const { values: flags } = parseArgs({
  options: {
    letters: { type: 'string', default: '50000' },
    'peer-letters': { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
  },
});
const [letters, peerLetters, rounds] = [flags.letters, flags['peer-letters'], flags.rounds].map(Number) as [
  number,
  number,
  number,
];
const lettersOfFile = 500;
const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-letters-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const pointsPerMm = 72 / 25.4;

/** What is called of pdfkit here. */
interface Paper {
  on(event: string, listener: (piece: Buffer) => void): Paper;
  registerFont(name: string, path: string): Paper;
  addPage(): Paper;
  end(): void;
  font(name: string): Paper;
  fontSize(size: number): Paper;
  text(text: string, x?: number | object, y?: number): Paper;
  rect(x: number, y: number, width: number, height: number): Paper;
  fill(colour: string): Paper;
  moveDown(lines?: number): Paper;
}

const PDFDocument = createRequire(import.meta.url)('pdfkit') as new (options: object) => Paper;

interface Rate {
  pages: number;
  bytes: number;
  seconds: number;
  processorSeconds: number;
}

async function timed(work: () => Promise<{ pages: number; bytes: number }>): Promise<Rate> {
  const [before, started] = [process.cpuUsage(), performance.now()];
  const made = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { ...made, seconds, processorSeconds: (user + system) / 1e6 };
}

function planned(name: string, people: number): MadeUpSending {
  return madeUpSending(join(folder, name, 'home'), { people, channels: ['l'], variants: 2 });
}

/** Pages that are printed on, of one letter of each text. */
function inkedPages(texts: readonly NoticeText[]): number[] {
  const sender = { organisation: 'Exemple Conseil', post: [], contact: [] };
  return texts.map(
    (text) => layOutLetter(text, { sender, window: 'fr', isLarge: false, day: '2026-11-23' })!.pages.length,
  );
}

async function ours(round: number): Promise<Rate> {
  const { home, record, plan } = planned(`ours-${round}`, letters);
  using notices = openNotices(record);
  const inked = inkedPages(variantsOf(notices.db, plan).map(({ texts }) => texts as NoticeText));
  const request = { batch: lettersOfFile, country: null, window: null, isLarge: false, postedIn: null };
  return await timed(async () => {
    const made = await makeLetters(
      home,
      record,
      { ...request, out: join(folder, `out-${round}`), recipient: null, again: null },
      { who: 'bench' },
    );
    const pages = (made.letters * inked.reduce((sum, count) => sum + count, 0)) / inked.length;
    return { pages, bytes: made.bytes };
  });
}

function fontOf(name: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${name}`);
}

async function pdfkit(round: number): Promise<Rate> {
  const { record, plan } = planned(`pdfkit-${round}`, peerLetters);
  using notices = openNotices(record);
  const texts = new Map(
    variantsOf(notices.db, plan).map(({ variant, texts: text }) => [variant, text as NoticeText]),
  );
  const references = createNoticeReferences(notices.secret);
  const people = recipientsBatch(notices.db, plan, 0, peerLetters);
  mkdirSync(join(folder, `pdfkit-${round}-out`));
  return await timed(async () => {
    let [pages, bytes] = [0, 0];
    for (let from = 0; from < people.length; from += lettersOfFile) {
      const paper = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 25 * pointsPerMm });
      const pieces: Buffer[] = [];
      paper.on('data', (piece: Buffer) => pieces.push(piece));
      paper.on('pageAdded', () => void pages++);
      const ended = new Promise((resolve) => void paper.on('end', resolve));
      paper.registerFont('regular', fontOf('400Regular/SourceSans3_400Regular.ttf'));
      paper.registerFont('bold', fontOf('600SemiBold/SourceSans3_600SemiBold.ttf'));
      for (const person of people.slice(from, from + lettersOfFile)) {
        const reference = references.of(person.recipient, person.salt);
        writeOne(paper, texts.get(person.variant)!, { ...person, name: person.name ?? '', reference });
      }
      paper.end();
      await ended;
      const whole = Buffer.concat(pieces);
      createHash('sha256').update(whole).digest();
      const file = openSync(join(folder, `pdfkit-${round}-out`, `${from}.pdf`), 'w');
      writeSync(file, whole);
      fsyncSync(file);
      closeSync(file);
      bytes += whole.length;
    }
    return { pages, bytes };
  });
}

function writeOne(
  paper: Paper,
  text: NoticeText,
  { name, lines, reference }: { name: string; lines: string[]; reference: string },
): void {
  paper.addPage();
  paper.font('regular').fontSize(10.5);
  paper.text([name, ...lines].join('\n'), 110 * pointsPerMm, 55 * pointsPerMm);
  paper.text(reference, 25 * pointsPerMm, 60 * pointsPerMm);
  let x = 25 * pointsPerMm;
  for (const [i, width] of [...code128(reference)].entries()) {
    const wide = Number(width) * 0.33 * pointsPerMm;
    if (i % 2 === 0) paper.rect(x, 66 * pointsPerMm, wide, 9 * pointsPerMm);
    x += wide;
  }
  paper.fill('black');
  paper
    .font('bold')
    .fontSize(15)
    .text(text.subject, 25 * pointsPerMm, 99 * pointsPerMm);
  paper.font('regular').fontSize(11).text(text.greeting.replaceAll(nameMark, name));
  const paragraphs = (all: NoticeText['proof']) => {
    for (const { text: said, items = [] } of all) {
      paper.moveDown(0.4).text(said.replaceAll(referenceMark, reference));
      for (const item of items) paper.text(`•  ${item}`, { indent: 10 });
    }
  };
  for (const { title, paragraphs: all } of [
    ...text.blocks,
    { title: text.proofTitle, paragraphs: text.proof },
  ]) {
    paper.moveDown(0.8).font('bold').fontSize(12).text(title).font('regular').fontSize(11);
    paragraphs(all);
  }
  paper.moveDown().text(text.signature.join('\n'));
}

const machine = describeMachine();
const rates: { ours: number[]; pdfkit: number[] } = { ours: [], pdfkit: [] };
// what is compiled and read once counts for neither
await pdfkit(-1);
for (let round = 0; round < rounds; round++)
  for (const [name, run] of [
    ['ours', ours],
    ['pdfkit', pdfkit],
  ] as const) {
    const rate = await run(round);
    rates[name].push(rate.pages / rate.seconds);
    keepResult('letters', machine, { contender: name, round, ...rate });
    const [a, b] = [Math.round(rate.pages / rate.seconds), Math.round(rate.pages / rate.processorSeconds)];
    process.stdout.write(
      `  ${name.padEnd(8)} ${rate.pages} pages, ${a} a second, ${b} a second of processor, ${Math.round(rate.bytes / rate.pages)} bytes a page\n`,
    );
  }
const ratio = spread(rates.ours.map((rate, i) => rate / rates.pdfkit[i]!));
process.stdout.write(
  `ours ${formatSpread(spread(rates.ours), 0)} pages/s, ${formatSpread(ratio, 1)} times pdfkit; ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
);
