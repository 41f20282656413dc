// One entry of the custody log: who did what, when, with which result. In: the entry as a command gives it. Out: its
// line. What stands in clear names nobody and holds no value; the rest is sealed, and goes with the case it is about.

import { TocsinError } from '../base/index.ts';
import { openBytes, sealBytes } from '../store/index.ts';
import { fitDetails } from './fit-details.ts';

export interface CustodyEntry {
  /** ISO 8601; now where it is not given. */
  at?: string;
  /** The acting user's name. */
  who: string;
  /** Id of the case; null where it is about the instance. */
  case: string | null;
  /** A dotted verb: `case.open`, `evidence.take`, `person.look`. */
  what: string;
  /** Id of the thing: evidence, number of a controller, package. Never a name or a value. */
  on?: string;
  result: 'begun' | 'done' | 'refused' | 'failed';
  counts?: Record<string, number>;
  hashes?: Record<string, string>;
  /** Reason, names, paths: sealed under the case key, or the instance's where it is of no case or no key is given. */
  details?: Record<string, unknown>;
}

/** An entry as it was written. */
export interface WrittenEntry extends Omit<CustodyEntry, 'at' | 'details'> {
  /** From 0. */
  number: number;
  at: string;
  /** Under what the details are sealed. */
  sealedFor?: 'case' | 'instance';
  sealed?: string;
}

/** One line of the log: reading by halving needs to know how far a line can reach. */
export const maxLineBytes = 1 << 20;

export interface EntryKeys {
  caseKey?: Uint8Array | undefined;
  /** For what is of no case. */
  detailsKey: Uint8Array;
}

/** Without its line feed. */
export function entryLine(number: number, entry: CustodyEntry, now: string, keys: EntryKeys): Buffer {
  checkEntry(entry);
  const written: WrittenEntry = {
    number,
    at: entry.at ?? now,
    who: entry.who,
    case: entry.case,
    what: entry.what,
    ...(entry.on === undefined ? {} : { on: entry.on }),
    result: entry.result,
    ...(entry.counts === undefined ? {} : { counts: entry.counts }),
    ...(entry.hashes === undefined ? {} : { hashes: entry.hashes }),
    ...(entry.details === undefined ? {} : sealDetails(number, entry.details, keys)),
  };
  const line = Buffer.from(JSON.stringify(written));
  if (line.length >= maxLineBytes) throw new TocsinError('USAGE', 'an entry of the custody log is too long');
  return line;
}

function sealDetails(
  number: number,
  details: Record<string, unknown>,
  { caseKey, detailsKey }: EntryKeys,
): Pick<WrittenEntry, 'sealedFor' | 'sealed'> {
  const bytes = Buffer.from(JSON.stringify(fitDetails(details)));
  return {
    sealedFor: caseKey ? 'case' : 'instance',
    sealed: sealBytes(bytes, caseKey ?? detailsKey, detailsPurpose(number)),
  };
}

function detailsPurpose(number: number): string {
  return `custody details ${number}`;
}

/** Null where the key does not open them: it belongs to something else, or the line was changed. */
export function openDetails(
  { number, sealed }: Pick<WrittenEntry, 'number' | 'sealed'>,
  key: Uint8Array,
): Record<string, unknown> | null {
  const bytes = sealed === undefined ? null : openBytes(sealed, key, detailsPurpose(number));
  return bytes === null ? null : (JSON.parse(bytes.toString()) as Record<string, unknown>);
}

/** Null where it is not the line of an entry. */
export function parseEntry(line: Uint8Array): WrittenEntry | null {
  try {
    const entry = JSON.parse(Buffer.from(line).toString()) as Partial<WrittenEntry> | null;
    if (typeof entry?.number !== 'number' || typeof entry.at !== 'string') return null;
    if (typeof entry.who !== 'string' || typeof entry.what !== 'string') return null;
    return entry as WrittenEntry;
  } catch {
    return null;
  }
}

/** Of a line, from its first bytes, since the number is what it begins with; null where it begins otherwise. */
export function lineNumber(start: Uint8Array): number | null {
  const [, digits] =
    /^\{"number":(0|[1-9]\d{0,14}),/u.exec(Buffer.from(start.subarray(0, 32)).toString('latin1')) ?? [];
  return digits === undefined ? null : Number(digits);
}

const idShape = /^[\w.:/ -]{1,200}$/u;
const verbShape = /^[a-z][a-z-]*(\.[a-z-]+)*$/u;
const dateShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/u;

/** What stands in clear has a form in which hardly a value fits. */
function checkEntry({ at, who, case: id, what, on, counts, hashes }: CustodyEntry): void {
  const isRight = {
    at: at === undefined || dateShape.test(at),
    who: /^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u.test(who),
    case: id === null || idShape.test(id),
    what: verbShape.test(what),
    on: on === undefined || idShape.test(on),
    counts: Object.entries(counts ?? {}).every(
      ([name, count]) => /^\w{1,100}$/u.test(name) && Number.isSafeInteger(count),
    ),
    hashes: Object.entries(hashes ?? {}).every(
      ([name, text]) => idShape.test(name) && /^[\w+/=:-]{1,200}$/u.test(text),
    ),
  };
  const wrong = Object.entries(isRight).find(([, right]) => !right);
  if (wrong) throw new TypeError(`this is no entry for the custody log: its field ${wrong[0]}`);
}
