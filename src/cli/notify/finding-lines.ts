// What the linter says of a plan's texts, for a terminal of 80 columns. In: findings. Out: lines: which texts, what is
// wrong, the sentence.

import type { PlanFinding } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';

const variantsNamed = 6;

export function findingLines(findings: readonly PlanFinding[]): string[] {
  return findings.flatMap(({ rule, place, what, sentence, variants }) => [
    ...wrapped(
      `${rule === 'unsaid' ? '' : `${placeText(place)} `}${what}${variantText(variants, rule)}`,
      2,
      4,
    ),
    ...(sentence === null ? [] : wrapped(`“${visibleText(sentence)}”`, 6, 6)),
  ]);
}

function placeText(place: PlanFinding['place']): string {
  return place === null ? 'the text' : places[place];
}

const places: Readonly<Record<NonNullable<PlanFinding['place']>, string>> = {
  event: 'what happened:',
  data: 'the data:',
  consequences: 'what it may lead to:',
  measures: 'what was done:',
  advice: 'the advice:',
  contact: 'the contact:',
  subject: 'the subject:',
  greeting: 'the greeting:',
  proof: 'how to make sure:',
  signature: 'the signature:',
  textMessage: 'the text message:',
  callOpening: 'the opening of a call:',
};

function variantText(variants: readonly number[], rule: string): string {
  if (rule === 'unsaid') return '';
  const named = variants.slice(0, variantsNamed).join(', ');
  const rest = variants.length - variantsNamed;
  return ` (${variants.length === 1 ? 'text' : 'texts'} ${named}${rest > 0 ? ` and ${rest} more` : ''})`;
}
