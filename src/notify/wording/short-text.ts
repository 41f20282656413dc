// The text message of a variant: one sentence and where to learn more, without a link. In: facts, a speaker, the
// organisation's name. Out: text that fits one message of the GSM alphabet where it can.

import { type NoticeFacts, referenceMark } from './notice-types.ts';
import { cleaned, type Speaker } from './words/speaker.ts';

export function shortText(facts: NoticeFacts, { words }: Speaker, organisation: string | null): string {
  const { contact, sender } = facts;
  const where = cleaned(contact.phone ?? contact.email ?? sender.address);
  const text = words.sentences[organisation === null ? 'sms.unnamed' : 'sms.from'];
  const values: Readonly<Record<string, string>> = {
    organisation: inGsm(organisation ?? ''),
    where,
    reference: referenceMark,
  };
  return inGsm(text).replaceAll(/\{(\w+)\}/gu, (place, key: string) => values[key] ?? place);
}

/** 3GPP TS 23.038, 6.2.1 without the sign that begins the extension; those of the extension count twice. */
const gsm = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/u;

/**
 * One character outside of the alphabet halves what fits into a message: "ô" becomes "o", "’" becomes "'". A text that is
 * not written in Latin letters stays as it is.
 */
export function inGsm(text: string): string {
  const plain = [...text.replaceAll('’', "'").replaceAll(/[\u00a0\u202f]/gu, ' ')]
    .map((letter) => (gsm.test(letter) ? letter : letter.normalize('NFD').replaceAll(/\p{Mn}/gu, '')))
    .join('');
  return gsm.test(plain) ? plain : text;
}

const messageUnits = 160;
const wideMessageUnits = 70;
/** Of a long message each part carries which one it is. */
const partUnits = 153;
const widePartUnits = 67;
const referenceLength = '1234 5678 9012 3'.length;

/** In how many messages it goes out; `units`: of 7 bits, or of 16 where a character asks for it. */
export function messageParts(text: string): { parts: number; units: number; isWide: boolean } {
  const shown = text.replaceAll(referenceMark, '0'.repeat(referenceLength));
  const isWide = !gsm.test(shown);
  const units = isWide ? shown.length : shown.length + (shown.match(/[\^{}\\[~\]|€]/gu)?.length ?? 0);
  const [one, part] = isWide ? [wideMessageUnits, widePartUnits] : [messageUnits, partUnits];
  return { parts: units <= one ? 1 : Math.ceil(units / part), units, isWide };
}
