// What a run that makes letters holds: the ledger, the texts as they are laid out, and what it has made so far. In: an
// approved plan. Out: what its steps share.

import type { LetterWindow, NoticeReferences } from '../../../notify/index.ts';
import type { AgeRecipient } from '../../../store/age/index.ts';
import {
  listPlans,
  type Notices,
  type StoredPlan,
  type StoredVariant,
  variantsOf,
} from '../../../store/notices/index.ts';
import { createLetterTexts, type LetterTexts } from './letter-texts.ts';

export interface MadeFile {
  batch: number;
  file: string;
  list: string;
  country: string | null;
  window: LetterWindow;
  letters: number;
  pages: number;
  sheets: number;
  sha256: string;
}

export interface MadeLetters {
  plan: number;
  letters: number;
  pages: number;
  sheets: number;
  batches: number;
  bytes: number;
  files: MadeFile[];
  /** Batches that an earlier run had begun. */
  ended: number;
  /** The batch that was written once more, and whether it is the same to the byte. */
  again: { batch: number; times: number; isSame: boolean } | null;
  /** Whose address has characters that cannot be set, or is too long for the window: told over the next channel. */
  unprintable: number;
  /** Texts that cannot be set: their letters are still planned. */
  notSet: { variant: number; language: string; letters: number }[];
  /** Nobody said where letters go back to that do not arrive. */
  withoutSender: boolean;
  /** Of all files in the folder. */
  manifest: { file: string; sha256: string } | null;
}

export interface LetterRun {
  db: Notices['db'];
  plan: StoredPlan;
  out: string;
  recipients: AgeRecipient[];
  references: NoticeReferences;
  now: () => number;
  /** Of the plan that is approved. */
  texts: LetterTexts;
  /** Of any plan: a batch of an earlier one may have to be ended. */
  textsOf(plan: number): LetterTexts;
  made: MadeLetters;
}

export function createLetterRun(
  given: Pick<LetterRun, 'db' | 'plan' | 'out' | 'recipients' | 'references' | 'now'> & {
    variants: readonly StoredVariant[];
  },
): LetterRun {
  const { variants, ...shared } = given;
  const { db, plan } = shared;
  const texts = createLetterTexts(plan, variants);
  const others = new Map([[plan.plan, texts]]);
  return {
    ...shared,
    texts,
    textsOf(number) {
      let found = others.get(number);
      if (found === undefined) {
        const earlier = listPlans(db).find((one) => one.plan === number)!;
        others.set(number, (found = createLetterTexts(earlier, variantsOf(db, number))));
      }
      return found;
    },
    made: {
      plan: plan.plan,
      letters: 0,
      pages: 0,
      sheets: 0,
      batches: 0,
      bytes: 0,
      files: [],
      ended: 0,
      again: null,
      unprintable: 0,
      notSet: [],
      withoutSender: false,
      manifest: null,
    },
  };
}
