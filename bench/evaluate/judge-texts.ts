// What the readers of text find in sentences that others have labelled. In: a file of sentences with labelled spans
// (the form of presidio-research). Out: per entity how much of it is found, and how much of what is found is labelled.

import { existsSync, readFileSync } from 'node:fs';
import { readText, scanText, type ValidatorName, validators } from '../../src/recognise/index.ts';
import { corpusPath } from './labels/corpora.ts';

export interface EntityScore {
  entity: string;
  /** 'numbers': the scanner of rows; 'documents': the reader of whole texts */
  reader: 'numbers' | 'documents';
  labelled: number;
  found: number;
  /** finds that no label of the entity touches */
  wrong: number;
  precision: number | null;
  recall: number | null;
}

interface Sentence {
  full_text: string;
  spans: { entity_type: string; start_position: number; end_position: number }[];
}

interface Find {
  validator: ValidatorName;
  start: number;
  end: number;
}

/** What each entity of the labels is called here; entities that are nobody's data are not judged. */
const byEntity: Readonly<Record<string, { reader: EntityScore['reader']; validators: readonly string[] }>> = {
  EMAIL_ADDRESS: { reader: 'numbers', validators: ['email'] },
  PHONE_NUMBER: { reader: 'numbers', validators: ['phone'] },
  CREDIT_CARD: { reader: 'numbers', validators: ['card'] },
  IBAN_CODE: { reader: 'numbers', validators: ['iban'] },
  US_SSN: { reader: 'numbers', validators: ['ssn'] },
  IP_ADDRESS: { reader: 'numbers', validators: ['ipAddress'] },
  PERSON: { reader: 'documents', validators: ['fullName', 'firstName', 'lastName'] },
  ADDRESS: { reader: 'documents', validators: ['streetAddress', 'postalCode'] },
};

export function judgeTexts(): EntityScore[] {
  const path = corpusPath('labelled-text-small.json');
  if (!existsSync(path)) return [];
  const sentences = JSON.parse(readFileSync(path, 'utf8')) as Sentence[];
  const scores = new Map<string, EntityScore>();
  for (const [entity, { reader }] of Object.entries(byEntity))
    scores.set(entity, { entity, reader, labelled: 0, found: 0, wrong: 0, precision: null, recall: null });
  for (const sentence of sentences) {
    const finds = { numbers: scan(sentence.full_text), documents: read(sentence.full_text) };
    for (const [entity, { reader, validators: names }] of Object.entries(byEntity)) {
      const score = scores.get(entity)!;
      const spans = sentence.spans.filter(({ entity_type }) => entity_type === entity);
      const own = finds[reader].filter(({ validator }) => names.includes(validator));
      score.labelled += spans.length;
      score.found += spans.filter((span) => own.some((find) => touches(find, span))).length;
      score.wrong += own.filter((find) => !spans.some((span) => touches(find, span))).length;
    }
  }
  return [...scores.values()]
    .filter(({ labelled, wrong }) => labelled + wrong > 0)
    .map((score) => ({
      ...score,
      precision: score.found + score.wrong === 0 ? null : score.found / (score.found + score.wrong),
      recall: score.labelled === 0 ? null : score.found / score.labelled,
    }));
}

function touches(find: Find, span: Sentence['spans'][number]): boolean {
  return find.start < span.end_position && span.start_position < find.end;
}

/** The day the sentences were made is not known; no date of birth depends on it here. */
const today = new Date('2026-01-01T00:00:00Z');

function read(text: string): Find[] {
  const { people, mentions } = readText(text, { today });
  return [...people.flatMap(({ fields }) => fields), ...mentions];
}

function scan(text: string): Find[] {
  const bytes = Buffer.from(text);
  const finds: Find[] = [];
  scanText(bytes, 0, bytes.length, (validator, start, end) => {
    // labels count characters
    const before = bytes.subarray(0, start).toString().length;
    const inside = bytes.subarray(start, end).toString().length;
    finds.push({ validator: validators[validator]!.name, start: before, end: before + inside });
  });
  return finds;
}
