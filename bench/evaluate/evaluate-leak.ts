// One leak from making it to judging all that is said of it. In: a plan. Out: the judgements; the leak is removed.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../../src/pipeline/index.ts';
import { type JudgedColumns, judgeColumns } from './expected-columns.ts';
import { type JudgedMerges, judgeMerges } from './judge-merges.ts';
import { countFlagged, type Flagged, type JudgedPeople, judgePeople } from './judge-people.ts';
import { type JudgedStatements, judgeStatements } from './judge-statements.ts';
import { corpusPath } from './labels/corpora.ts';
import type { LabelledCorpus } from './labels/labelled-corpus.ts';
import type { PlannedLeak } from './plan.ts';

export interface JudgedLeak {
  name: string;
  shape: string;
  dirt: string;
  seed: number;
  isUsualDirt: boolean;
  unprovable: number;
  columns: JudgedColumns;
  people: JudgedPeople;
  merges: JudgedMerges;
  statements: JudgedStatements;
  /** of examining alone */
  seconds: number;
}

interface Judged {
  merges: JudgedMerges;
  statements: JudgedStatements;
  flagged: Flagged;
}

export async function evaluateLeak(plan: PlannedLeak): Promise<JudgedLeak> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-evaluate-'));
  try {
    const leak = await plan.make(folder);
    let judged: Judged | null = null;
    const report = await examine(leak.paths, {
      now: leak.now,
      keep(examined) {
        const { ourOf, merges } = judgeMerges(leak, examined);
        const statements = judgeStatements(leak, examined, ourOf);
        judged = { merges, statements, flagged: countFlagged(examined) };
      },
    });
    if (judged === null) throw new Error('the examination kept nothing');
    const { merges, statements, flagged }: Judged = judged;
    const { name, shape, dirt, seed, isUsualDirt, unprovable } = leak;
    const columns = judgeColumns(shape, report, leak.columns, leak.nameOf);
    const people = judgePeople(leak, report, flagged);
    const { seconds } = report;
    return { name, shape, dirt, seed, isUsualDirt, unprovable, columns, people, merges, statements, seconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface JudgedCorpus {
  name: string;
  columns: JudgedColumns;
  people: { truth: number; count: number; min: number; max: number } | null;
}

export async function evaluateCorpus({ name, files, tables, people }: LabelledCorpus): Promise<JudgedCorpus> {
  const report = await examine(files.map(corpusPath));
  const { count, min, max } = report.people;
  return {
    name,
    columns: judgeColumns(name, report, tables),
    people: people === null ? null : { truth: people, count, min, max },
  };
}
