// All texts of a plan before the linter. In: a plan and its variants. Out: faults and warnings, each once, with the
// variants and the people it is about; how easy each text reads.

import {
  type LintFinding,
  createNoticeLinter,
  type NoticeContent,
  type NoticeFacts,
  type NoticeText,
  type ReadingLevel,
  type WordsOf,
} from '../../../notify/index.ts';
import type { StoredPlan, StoredVariant } from '../../../store/notices/index.ts';
import { factsOfPlan } from '../plan-facts.ts';

export interface PlanFinding extends LintFinding {
  /** By number. */
  variants: number[];
  people: number;
}

export interface PlanLint {
  faults: PlanFinding[];
  warnings: PlanFinding[];
  /** By variant. */
  reading: Map<number, ReadingLevel>;
}

export function lintPlan(plan: StoredPlan, variants: readonly StoredVariant[]): PlanLint {
  const linter = createNoticeLinter(wordsOfPlan(plan));
  const known = new Map<string | null, NoticeFacts>();
  const factsOf = (controller: string | null): NoticeFacts => {
    const facts = known.get(controller) ?? factsOfPlan(plan, controller);
    known.set(controller, facts);
    return facts;
  };
  const faults = createFindings();
  const warnings = createFindings();
  const reading = new Map<number, ReadingLevel>();
  for (const variant of variants) {
    const facts = factsOf(variant.controller);
    const verdict = linter.lint(variant.texts as NoticeText, variant.content as NoticeContent, facts);
    faults.add(variant, verdict.faults);
    warnings.add(variant, verdict.warnings);
    reading.set(variant.variant, verdict.reading);
  }
  return { faults: faults.list(), warnings: warnings.list(), reading };
}

/** Those of a file of words that the plan was made with. */
export function wordsOfPlan({ settings }: Pick<StoredPlan, 'settings'>): WordsOf | undefined {
  return (settings as { words?: WordsOf } | null)?.words ?? undefined;
}

function createFindings(): {
  add: (variant: StoredVariant, findings: readonly LintFinding[]) => void;
  list: () => PlanFinding[];
} {
  const known = new Map<string, PlanFinding>();
  return {
    add: ({ variant, people }, findings) => {
      for (const finding of findings) {
        const key = JSON.stringify([finding.rule, finding.place, finding.what, finding.sentence]);
        const before = known.get(key) ?? { ...finding, variants: [], people: 0 };
        known.set(key, before);
        if (before.variants.at(-1) === variant) continue;
        before.variants.push(variant);
        before.people += people;
      }
    },
    list: () => [...known.values()],
  };
}
