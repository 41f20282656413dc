// What a plan says to whom, to be read before it is approved. In: a case. Out: its variants with their texts, counts,
// reading levels, and what the linter says of them. No name, no address: texts are the same for all of a variant.

import { TocsinError } from '../../../base/index.ts';
import type { NoticeContent, NoticeText, ReadingLevel } from '../../../notify/index.ts';
import { type CaseRecord, guarded } from '../../../store/index.ts';
import { approvalsOf, currentPlan, openNotices, variantsOf } from '../../../store/notices/index.ts';
import { lintPlan, type PlanFinding } from './lint-plan.ts';

export interface ShownVariant {
  variant: number;
  controller: string | null;
  language: string;
  audience: string;
  content: NoticeContent;
  people: number;
  sha256: string;
  reading: ReadingLevel;
  text: NoticeText;
}

export interface ShownNotices {
  plan: number;
  at: string;
  who: string;
  kind: string;
  state: string;
  /** Over all texts; null where the plan has none. */
  sha256: string | null;
  approvals: { who: string; at: string }[];
  variants: ShownVariant[];
  faults: PlanFinding[];
  warnings: PlanFinding[];
}

/** `variant`: only that one. Throws NOTICES_NONE; USAGE for a variant that the plan does not have. */
export function showNotices(
  record: CaseRecord,
  { variant = null }: { variant?: number | null } = {},
): ShownNotices {
  using notices = openNotices(record);
  return guarded(record.case, () => {
    const plan = currentPlan(notices.db);
    if (plan === null)
      throw new TocsinError('NOTICES_NONE', `nothing is planned for the case ${record.case} yet`, {
        hint: `plan first: tocsin notify plan ${record.case}`,
      });
    const all = variantsOf(notices.db, plan.plan);
    const chosen = variant === null ? all : all.filter((one) => one.variant === variant);
    if (chosen.length === 0 && variant !== null)
      throw new TocsinError('USAGE', '--variant is the number of no text of this plan', {
        hint: `tocsin notify show ${record.case} lists them`,
      });
    const lint = lintPlan(plan, chosen);
    return {
      plan: plan.plan,
      at: plan.at,
      who: plan.who,
      kind: plan.kind,
      state: plan.state,
      sha256: plan.textsHash,
      approvals: approvalsOf(notices.db, plan.plan).map(({ who, at }) => ({ who, at })),
      variants: chosen.map(
        ({ variant: number, controller, language, audience, content, people, sha256, texts }) => ({
          variant: number,
          controller,
          language,
          audience,
          people,
          sha256,
          content: content as NoticeContent,
          reading: lint.reading.get(number)!,
          text: texts as NoticeText,
        }),
      ),
      faults: lint.faults,
      warnings: lint.warnings,
    };
  });
}
