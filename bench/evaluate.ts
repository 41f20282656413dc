/*
 * `npm run evaluate`: how often what is said of columns and people is true, against planted truth and the labelled
 * corpora that are there. Makes its leaks in a temporary folder and removes them; keeps the figures in bench/runs.
 * Exit 1 where a demand is not met, 2 for arguments that ask for nothing.
 */
import { parseArgs } from 'node:util';
import { dirtNames } from '../samples/pole-emploi/dirt.ts';
import { calibrate, scoreClasses } from './evaluate/class-scores.ts';
import {
  evaluateCorpus,
  evaluateLeak,
  type JudgedCorpus,
  type JudgedLeak,
} from './evaluate/evaluate-leak.ts';
import { judgeHardNegatives } from './evaluate/judge-hard-negatives.ts';
import { judgeTexts } from './evaluate/judge-texts.ts';
import { presentCorpora } from './evaluate/labels/corpora.ts';
import { mustShow } from './evaluate/must-show.ts';
import { planLeaks, shapeNames, type Wanted } from './evaluate/plan.ts';
import {
  calibrationLines,
  classLines,
  mergeLines,
  peopleLines,
  sortsOfPeopleLines,
  textLines,
  verdictLines,
} from './evaluate/write-tables.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';

const usage = `usage: npm run evaluate -- [--quick] [--shape ${shapeNames.join('|')}] [--people N]
  [--seeds 1,2,3] [--dirt ${dirtNames.join('|')}]
  --shape, --people   one shape alone, and as many people: --shape pole-emploi --people 10200000`;

function numbers(text: string | undefined): number[] | null {
  return text?.split(',').map(Number) ?? null;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function wantedOf(args: string[]): Wanted | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        shape: { type: 'string' },
        people: { type: 'string' },
        seeds: { type: 'string' },
        dirt: { type: 'string' },
      },
    });
    const shape = shapeNames.find((name) => name === values.shape) ?? null;
    const dirt = dirtNames.find((name) => name === values.dirt) ?? null;
    const people = numbers(values.people)?.[0] ?? null;
    const seeds = numbers(values.seeds);
    const isWrong =
      (values.shape !== undefined && shape === null) ||
      (values.dirt !== undefined && dirt === null) ||
      ![...(seeds ?? []), people ?? 1].every(isWhole) ||
      people === 0;
    return isWrong ? null : { isQuick: values.quick, shape, dirt, people, seeds };
  } catch {
    return null;
  }
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

async function evaluate(wanted: Wanted): Promise<boolean> {
  const machine = describeMachine();
  const leaks: JudgedLeak[] = [];
  for (const plan of planLeaks(wanted, Date.now() % 1_000_000)) {
    process.stderr.write(`${plan.name}\n`);
    leaks.push(await evaluateLeak(plan));
  }
  const corpora: JudgedCorpus[] = [];
  if (wanted.shape === null)
    for (const corpus of presentCorpora()) corpora.push(await evaluateCorpus(corpus));
  const scores = scoreClasses([...leaks, ...corpora].map(({ columns }) => columns));
  const calibration = calibrate(scores);
  const negatives = judgeHardNegatives();
  const texts = wanted.shape === null ? judgeTexts() : [];
  const verdicts = mustShow(scores, leaks, corpora, negatives);
  const isMet = verdicts.every((verdict) => verdict.isMet);

  say([machine.name, `Node ${machine.node}, ${machine.date.slice(0, 10)}`]);
  say(verdictLines(verdicts));
  say(classLines(scores));
  say(calibrationLines(calibration));
  say(peopleLines(leaks, corpora));
  say(mergeLines(leaks));
  say(sortsOfPeopleLines(leaks));
  if (wanted.shape === null) say(textLines(texts));

  keepResult(
    'evaluate',
    machine,
    {
      wanted,
      verdicts: verdicts.map(({ demand, isMet: met, figures }) => ({ demand, isMet: met, figures })),
      macroPrecision: scores.macroPrecision,
      macroRecall: scores.macroRecall,
      classes: scores.classes,
      calibration,
      hardNegatives: { columns: negatives.columns, claims: negatives.claims.length },
      leaks: leaks.map(({ columns, ...leak }) => ({
        ...leak,
        columns: { claims: columns.claims.length, missed: columns.missed.length },
      })),
      corpora: corpora.map(({ name, people }) => ({ name, people })),
      texts,
    },
    'runs',
  );
  return isMet;
}

const args = process.argv.slice(2);
const wanted = wantedOf(args);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`${usage}\n`);
} else if (wanted === null) {
  process.stderr.write(`error: no such evaluation\nhint: ${usage}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = (await evaluate(wanted)) ? 0 : 1;
}
