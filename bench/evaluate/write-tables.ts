// The evaluation as text of at most 80 columns: what is not met first. In: verdicts and judgements. Out: lines.

import type { Calibration, ClassScore, Scores } from './class-scores.ts';
import type { JudgedCorpus, JudgedLeak } from './evaluate-leak.ts';
import type { EntityScore } from './judge-texts.ts';
import type { Verdict } from './must-show.ts';

const width = 80;
/** Of what is wrong in one way, the first ones say enough. */
const mostPlaces = 12;

export function verdictLines(verdicts: readonly Verdict[]): string[] {
  const failed = verdicts.filter(({ isMet }) => !isMet);
  const met = verdicts.filter(({ isMet }) => isMet);
  return [
    ...failed.flatMap(({ demand, figures, places }) => [
      fit(`NOT MET  ${demand}`),
      ...wrapped(figures, '         '),
      ...places.slice(0, mostPlaces).map((place) => fit(`         ${place}`)),
      ...(places.length > mostPlaces ? [`         and ${places.length - mostPlaces} more`] : []),
    ]),
    ...met.map(({ demand, figures }) => fit(`met      ${demand}: ${figures}`)),
  ];
}

/** A place beyond the line is cut at its end, where the class is told again by its table. */
function fit(line: string): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}

function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > width && line !== indent) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}

/** The name at the left, the cells right-aligned in columns of their widths, the last of which is repeated. */
function row(name: string, nameWidth: number, cells: readonly string[], widths: readonly number[]): string {
  const aligned = cells.map((cell, i) => cell.padStart(widths[i] ?? widths.at(-1)!));
  return fit(`  ${name.padEnd(nameWidth)}${aligned.join('')}`);
}

function worst({ precision, recall }: ClassScore): number {
  return Math.min(precision ?? 1, recall ?? 1);
}

function classRow(name: string, cells: readonly string[]): string {
  return row(name, 32, cells, [9]);
}

export function classLines({ classes, macroPrecision, macroRecall, columns, claims }: Scores): string[] {
  const sorted = classes.toSorted((a, b) => worst(a) - worst(b) || (a.class < b.class ? -1 : 1));
  return [
    classRow(`columns: ${columns}, claims: ${claims.length}`, [
      'right',
      'wrong',
      'missed',
      'precis.',
      'recall',
    ]),
    ...sorted.map(({ class: name, right, wrong, missed, precision, recall }) =>
      classRow(name, [`${right}`, `${wrong}`, `${missed}`, shareText(precision), shareText(recall)]),
    ),
    classRow(`macro, ${classes.length} classes`, [
      '',
      '',
      '',
      shareText(macroPrecision),
      shareText(macroRecall),
    ]),
  ];
}

function shareText(share: number | null): string {
  return share === null ? '–' : share.toFixed(3);
}

export function calibrationLines({ bins, brier }: Calibration): string[] {
  return [
    `  ${'confidence'.padEnd(20)}${'claims'.padStart(8)}${'stated'.padStart(10)}${'right'.padStart(10)}`,
    ...bins.map(({ from, to, claims, stated, right }) => {
      const name = `${from.toFixed(2)} to ${to.toFixed(2)}`.padEnd(20);
      return `  ${name}${`${claims}`.padStart(8)}${stated.toFixed(3).padStart(10)}${right.toFixed(3).padStart(10)}`;
    }),
    `  Brier score ${brier.toFixed(4)}, what was missed counted as stated at 0`,
  ];
}

const nameOf = ({ shape, dirt, seed }: JudgedLeak) =>
  `${shape} ${dirt === 'default' ? '' : `${dirt} `}${seed}`;
const nameWidth = 24;

export function peopleLines(leaks: readonly JudgedLeak[], corpora: readonly JudgedCorpus[]): string[] {
  const widths = [9, 9, 8, 9, 9, 7, 3];
  const known = corpora.flatMap(({ name, people }) => (people === null ? [] : [{ name, people }]));
  return [
    row('people', nameWidth, ['truth', 'count', 'error', 'min', 'max', 'wide', 'in'], widths),
    ...[...leaks.map((leak) => ({ name: nameOf(leak), people: leak.people })), ...known].map(
      ({ name, people: { truth, count, min, max } }) => {
        const isInside = min <= truth && truth <= max;
        const shares = [(count - truth) / truth, (max - min) / truth];
        const [error, wide] = shares.map((share) => `${(share * 100).toFixed(2)}%`);
        const cells = [`${truth}`, `${count}`, error!, `${min}`, `${max}`, wide!, isInside ? 'y' : 'NO'];
        return row(name, nameWidth, cells, widths);
      },
    ),
  ];
}

/** Merges, and statements that hold a class too many or one too few. */
export function mergeLines(leaks: readonly JudgedLeak[]): string[] {
  const widths = [7, 7, 7, 9, 9, 7, 7];
  return [
    row('', nameWidth, ['wrong', 'missed', 'not', 'state-', '', 'class', 'class'], widths),
    row('people', nameWidth, ['merges', 'merges', 'found', 'ments', 'exact', 'extra', 'short'], widths),
    ...leaks.map((leak) => {
      const { wrongMerges, missedMerges, notFound } = leak.merges;
      const { checked, exact, tooMuch, tooLittle } = leak.statements;
      const cells = [wrongMerges, missedMerges, notFound, checked, exact, tooMuch, tooLittle];
      return row(nameOf(leak), nameWidth, cells.map(String), widths);
    }),
  ];
}

function pair(of: { truth: number; found: number } | null): string {
  return of === null ? '–' : `${of.found}/${of.truth}`;
}

/** Rows that nothing certain links, test accounts, minors and dead: planted, and found. */
export function sortsOfPeopleLines(leaks: readonly JudgedLeak[]): string[] {
  const widths = [11, 7, 9, 15, 12];
  return [
    row('found/planted', nameWidth, ['unprovable', 'tests', 'in texts', 'minors', 'dead'], widths),
    ...leaks.map((leak) => {
      const { testAccounts, mentioned, minors, deceased } = leak.people;
      const cells = [`${leak.unprovable}`, pair(testAccounts), pair(mentioned), pair(minors), pair(deceased)];
      return row(nameOf(leak), nameWidth, cells, widths);
    }),
  ];
}

export function textLines(scores: readonly EntityScore[]): string[] {
  if (scores.length === 0) return ['  labelled text: not beside the checkout'];
  return [
    classRow('labelled text', ['labelled', 'found', 'wrong', 'precis.', 'recall']),
    ...scores.map(({ entity, labelled, found, wrong, precision, recall }) =>
      classRow(entity, [`${labelled}`, `${found}`, `${wrong}`, shareText(precision), shareText(recall)]),
    ),
  ];
}
