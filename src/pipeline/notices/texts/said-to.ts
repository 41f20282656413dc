// What is said to one person: the text of his variant with his name and reference in it. In: the texts of a plan, the
// ledger's secret. Out: text messages and what whoever calls says.

import {
  createNoticeReferences,
  heldItems,
  nameMark,
  type NoticeContent,
  type NoticeText,
  referenceMark,
} from '../../../notify/index.ts';
import { shownReferenceCode } from '../../../register/index.ts';
import type { ChannelSend, Notices, StoredVariant } from '../../../store/notices/index.ts';

export interface SaidTo {
  language: string;
  /** As it is shown. */
  reference: string;
  /** Whom to ask for; empty where nobody knows. */
  name: string;
  textMessage: string;
  callOpening: string;
  /** What he lost, as the notice lists it in his language. */
  data: string;
}

type Told = Pick<ChannelSend, 'recipient' | 'variant' | 'name' | 'addressee' | 'salt'>;

export function createSaidTo(
  { secret }: Pick<Notices, 'secret'>,
  variants: readonly StoredVariant[],
): (told: Told) => SaidTo {
  const references = createNoticeReferences(secret);
  const known = new Map(
    variants.map(({ variant, language, texts, content }) => [
      variant,
      {
        language,
        text: texts as NoticeText,
        data: heldItems(texts as NoticeText, content as NoticeContent).join('; '),
      },
    ]),
  );
  return ({ recipient, variant, name, addressee, salt }) => {
    const { language, text, data } = known.get(variant)!;
    const reference = shownReferenceCode(references.of(recipient, salt));
    const called = oneLine(addressee ?? name ?? '');
    const say = (said: string) =>
      said.replaceAll(referenceMark, reference).replaceAll(nameMark, () => called);
    return {
      language,
      reference,
      name: called,
      textMessage: say(text.textMessage),
      callOpening: say(text.callOpening),
      data,
    };
  };
}

/** A name of a leak may hold anything. */
function oneLine(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
