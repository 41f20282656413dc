// Codes for letters: one for each person of a published case who has a date of birth. In: a case and the recipient of the
// list. Out: an age file with a line for each person, numbered as in packages; the register keeps keyed hashes. A code is
// good before the file is there; killed on the way, codes that nobody has are left, and no file.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { createCodeKeys, createReferenceCode, shownReferenceCode } from '../../register/index.ts';
import { personFlags } from '../../resolve/index.ts';
import { parseRecipient, sealToFile } from '../../store/age/index.ts';
import {
  type BirthDates,
  birthDatesIn,
  type CaseRecord,
  guarded,
  type InstanceHome,
  openVault,
  readLosses,
  readSplit,
} from '../../store/index.ts';
import {
  type BreachRow,
  deleteReferenceCodes,
  exposureSetContents,
  insertReferenceCodes,
  lastCodesMadeAt,
  listBreaches,
  readLoadingStep,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { shownPerson } from '../person-number.ts';
import { exposureSets, type ExposureSets, noSet } from './exposure-sets.ts';
import { evidenceStep, sourceDigest } from './read-vault.ts';

export interface MakeCodesRequest {
  /** An age recipient, `age1…`. */
  recipient: string;
  /** Where the list goes. */
  out: string;
  /** Name of the breach, where the case is published as several. */
  breach: string | null;
  /** Earlier codes are void once the list is there. */
  replaces: boolean;
}

export interface MakeCodesOptions {
  who: string;
  now?: () => Date;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number) => void) | undefined;
}

export interface MadeCodes {
  breach: string;
  codes: number;
  /** People who are published and have no date of birth: no code is theirs. */
  withoutBirth: number;
  sha256: string;
}

export interface Coded {
  births: BirthDates;
  sets: ExposureSets;
  flags: Uint8Array;
}

const peopleAtOnce = 20_000;

/** Throws BREACH_UNKNOWN, RECIPIENT, USAGE where the case has changed since it was published. */
export async function makeCodes(
  home: InstanceHome,
  register: RegisterDatabase,
  record: CaseRecord,
  { recipient, out, breach: named, replaces }: MakeCodesRequest,
  { who, now = () => new Date(), signal, onProgress }: MakeCodesOptions,
): Promise<MadeCodes> {
  const to = parseRecipient(recipient);
  const breach = publishedOf(await listBreaches(register.rows), record, named);
  const people = readCoded(record);
  const numbers = await numbersOf(register, record, breach, people.sets);
  const madeAt = Math.max(now().getTime(), ((await lastCodesMadeAt(register.rows, breach.breach)) ?? 0) + 1);
  const counts = { codes: 0, withoutBirth: 0 };
  const lines = codeLines(register, { breach: breach.breach, madeAt, numbers }, people, counts, onProgress);
  const enter = (result: 'begun' | 'done' | 'failed', more: object = {}) =>
    appendCustody(
      home,
      {
        who,
        case: record.case,
        what: 'codes',
        on: breach.name,
        result,
        details: { recipient: recipient.trim(), out, replaces },
        ...more,
      },
      record.key,
    );
  enter('begun');
  try {
    const { sha256 } = await sealToFile(out, lines, [to], signal === undefined ? {} : { signal });
    if (replaces) await deleteReferenceCodes(register, breach.breach, madeAt);
    enter('done', { counts, hashes: { sha256 } });
    return { breach: breach.name, ...counts, sha256 };
  } catch (error) {
    enter('failed');
    throw error;
  }
}

function publishedOf(breaches: readonly BreachRow[], record: CaseRecord, named: string | null): BreachRow {
  const published = breaches.filter(
    ({ state, caseId, name }) =>
      state === 'published' &&
      caseId === record.case &&
      (named === null || name.toLowerCase() === named.trim().toLowerCase()),
  );
  if (published.length === 1) return published[0]!;
  if (published.length === 0)
    throw new TocsinError('BREACH_UNKNOWN', 'the case is not published', {
      hint: `a code leads to what is published: run tocsin publish ${record.case} first`,
    });
  throw new TocsinError('USAGE', 'the case is published under several names', {
    hint: `say which with --name: ${published.map(({ name }) => name).join(', ')}`,
  });
}

export function readCoded(record: CaseRecord): Coded {
  using vault = openVault(record);
  return guarded(record.case, () => {
    const losses = readLosses(vault.db);
    const isSplit = readSplit(vault.db) !== null;
    const sets = exposureSets(losses, { mentionedSorts: [], isSplit });
    return { births: birthDatesIn(vault.db), sets, flags: losses.flags };
  });
}

/** For each set of the case its number in the register: of a code nobody is to learn that he is in no breach. */
export async function numbersOf(
  { rows }: RegisterDatabase,
  record: CaseRecord,
  { breach, name }: BreachRow,
  { contents }: ExposureSets,
): Promise<number[]> {
  const published = await readLoadingStep(rows, breach, evidenceStep);
  const known = new Map(
    (await exposureSetContents(rows, breach)).map(({ number, content }) => [content, number]),
  );
  const numbers = contents.flatMap((content) => known.get(content) ?? []);
  if (published?.digest !== sourceDigest(record) || numbers.length < contents.length)
    throw new TocsinError('USAGE', `the case has changed since it was published as ${name}`, {
      hint: 'publish it again under the same name, then make the codes',
    });
  return numbers;
}

async function* codeLines(
  register: RegisterDatabase,
  { breach, madeAt, numbers }: { breach: number; madeAt: number; numbers: readonly number[] },
  people: Coded,
  counts: Pick<MadeCodes, 'codes' | 'withoutBirth'>,
  onProgress: MakeCodesOptions['onProgress'],
): AsyncGenerator<Buffer, void, undefined> {
  const keys = createCodeKeys(register.secrets('reference-code'));
  yield Buffer.from('person,code\r\n');
  for (let from = 0; from < people.flags.length; from += peopleAtOnce) {
    const to = Math.min(people.flags.length, from + peopleAtOnce);
    let open: { person: number; births: string[]; exposureSet: number }[] = [];
    for (let person = from; person < to; person++) {
      const set = people.sets.setOf[person]!;
      if (set === noSet || (people.flags[person]! & personFlags.unattributed) !== 0) continue;
      const births = birthsOf(people.births, person);
      if (births.length === 0) counts.withoutBirth++;
      else open.push({ person, births, exposureSet: numbers[set]! });
    }
    const lines: { person: number; code: string }[] = [];
    // a code that is somebody else's with the same date of birth is made anew
    while (open.length > 0) {
      const made = open.map((one) => ({ ...one, code: createReferenceCode() }));
      const rows = made.flatMap(({ code, births, exposureSet }) =>
        births.map((birth) => ({
          codeKey: keys.codeKey(code),
          birthKey: keys.birthKey(code, birth),
          breach,
          exposureSet,
          madeAt,
        })),
      );
      rows.sort((a, b) => a.codeKey.compare(b.codeKey));
      const refused = await insertReferenceCodes(register, rows);
      const taken = new Set(refused.map(({ codeKey }) => codeKey.toString('hex')));
      open = [];
      for (const { code, ...one } of made)
        if (taken.size > 0 && taken.has(keys.codeKey(code).toString('hex'))) open.push(one);
        else lines.push({ person: one.person, code });
    }
    counts.codes += lines.length;
    lines.sort((a, b) => a.person - b.person);
    yield Buffer.from(
      lines.map(({ person, code }) => `${shownPerson(person)},${shownReferenceCode(code)}\r\n`).join(''),
    );
    onProgress?.(to / people.flags.length);
  }
}

export function birthsOf({ first, more }: BirthDates, person: number): string[] {
  return [first[person]!, ...(more.get(person) ?? [])].flatMap((packed) => {
    const [year, month, day] = [Math.floor(packed / 10_000), Math.floor(packed / 100) % 100, packed % 100];
    const isWhole = year > 0 && month > 0 && day > 0;
    return isWhole ? [`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`] : [];
  });
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
