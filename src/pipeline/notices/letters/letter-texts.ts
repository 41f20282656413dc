// The texts of a plan as letters: each is laid out once for each window. In: variants of a plan, what the plan said of who
// sends it. Out: letters as they are laid out, or null where the fonts have not what a text is written with.

import {
  type LaidOutLetter,
  layOutLetter,
  letterFonts,
  type LetterSender,
  type LetterWindow,
  type NoticeText,
  printableText,
} from '../../../notify/index.ts';
import type { StoredPlan, StoredVariant } from '../../../store/notices/index.ts';
import { factsOfPlan } from '../plan-facts.ts';

export interface LetterLook {
  window: LetterWindow;
  isLarge: boolean;
  /** yyyy-mm-dd. */
  day: string;
}

export interface LetterTexts {
  variantOf(variant: number): { text: NoticeText; audience: string };
  laidOut(variant: number, look: LetterLook): LaidOutLetter | null;
}

export function createLetterTexts(plan: StoredPlan, variants: readonly StoredVariant[]): LetterTexts {
  const known = new Map(variants.map((variant) => [variant.variant, variant]));
  const laid = new Map<string, LaidOutLetter | null>();
  return {
    variantOf(variant) {
      const { texts, audience } = known.get(variant)!;
      return { text: texts as NoticeText, audience };
    },
    laidOut(variant, look) {
      const key = `${variant} ${look.window} ${look.isLarge} ${look.day}`;
      let letter = laid.get(key);
      if (letter === undefined) {
        const { texts, controller } = known.get(variant)!;
        const sender = letterSender(plan, controller);
        laid.set(key, (letter = layOutLetter(texts as NoticeText, { sender, ...look })));
      }
      return letter;
    },
  };
}

/** As far as it is known: nobody is made up to whom a letter would come back. */
export function letterSender(plan: Pick<StoredPlan, 'settings'>, controller: string | null): LetterSender {
  const { organisation, contact } = factsOfPlan(plan, controller);
  const reached = [contact.phone, contact.email].filter((one) => one !== null).join(' · ');
  return {
    organisation: printed(organisation ?? controller ?? '')[0] ?? null,
    post: contact.post.flatMap(printed),
    contact: [contact.name ?? '', ...contact.post, reached].flatMap(printed),
  };
}

function printed(line: string): string[] {
  const set = printableText(line, letterFonts().regular);
  return set === null || set === '' ? [] : [set];
}
