// What a found dump turned out to be. In: how much of it is masked by whose key, real, or undecided. Out: the verdict, and
// sentences for whoever asked. Never a value of it.

import type { MaskRecipient } from '../../../store/index.ts';

/**
 * `masked`: tags of keys known here, and no address that is not. `mixed`: both. `real`: addresses or numbers of people, and no
 * tag of a key known here. `unknown`: nothing that could tell.
 */
export type TraceVerdict = 'masked' | 'mixed' | 'real' | 'unknown';

export interface TracedRecipient extends MaskRecipient {
  key: string;
  keyId: string;
  /** How many tags are of its copy. */
  verified: number;
}

export interface TraceCount {
  masked: number;
  real: number;
  undecided: number;
}

export type TraceKind = 'email' | 'tag' | 'phone' | 'identifier' | 'other';

export interface TraceResult extends TraceCount {
  verdict: TraceVerdict;
  /** Most tags first. */
  recipients: TracedRecipient[];
  kinds: Record<TraceKind, TraceCount>;
  sentences: string[];
}

export interface TraceTally {
  kinds: Record<TraceKind, TraceCount>;
  recipients: TracedRecipient[];
  /** Addresses of the form that masking gives them, under no key known here. */
  foreignTags: number;
  /** How many texts of the form of a tag were asked. */
  candidates: number;
  bytes: number;
  /** False where numbers were looked for in parts only. */
  hasAllNumbers: boolean;
}

/** 16 bits of a tag vouch for its key: so many texts of the form pass that are none. */
const oneIn = 65_536;

/** Beside so many tags one number that looks like a telephone's tells nothing. */
const numbersByChance = 1000;

export function traceResult(tally: TraceTally, keyCount: number): TraceResult {
  const { kinds, candidates } = tally;
  const recipients = tally.recipients
    .filter(({ verified }) => isMoreThanChance(verified, candidates))
    .toSorted((a, b) => b.verified - a.verified || (a.keyId < b.keyId ? -1 : 1));
  const verified = recipients.reduce((sum, each) => sum + each.verified, 0);
  if (verified === 0) for (const count of Object.values(kinds)) undecide(count);
  const total = { masked: 0, real: 0, undecided: 0 };
  for (const count of Object.values(kinds))
    for (const sort of ['masked', 'real', 'undecided'] as const) total[sort] += count[sort];
  // in a long dump some counts and times look like telephone numbers
  const isByChance = kinds.phone.real * numbersByChance < verified;
  const verdict = verdictOf(verified, total.real - (isByChance ? kinds.phone.real : 0));
  const sentences = sentencesOf({ verdict, recipients, kinds, tally, keyCount });
  return { verdict, ...total, recipients, kinds, sentences };
}

/** Of so many texts that are no tags of the key, that many would pass less than once in a million samples. */
export function isMoreThanChance(verified: number, candidates: number): boolean {
  if (verified === 0) return false;
  const expected = candidates / oneIn;
  if (expected < 0.001) return true;
  return verified > expected + 5 * Math.sqrt(expected) + 3;
}

function undecide(count: TraceCount): void {
  count.undecided += count.masked;
  count.masked = 0;
}

function verdictOf(verified: number, real: number): TraceVerdict {
  if (verified > 0) return real > 0 ? 'mixed' : 'masked';
  return real > 0 ? 'real' : 'unknown';
}

interface Found {
  verdict: TraceVerdict;
  recipients: TracedRecipient[];
  kinds: Record<TraceKind, TraceCount>;
  tally: TraceTally;
  keyCount: number;
}

function sentencesOf({ verdict, recipients, kinds, tally, keyCount }: Found): string[] {
  const least = tally.hasAllNumbers ? '' : 'at least ';
  const sentences = recipients.map(
    (each) => `${counted(each.verified, 'tag is', 'tags are')} of the copy masked ${whomText(each)}`,
  );
  if (verdict === 'real' || verdict === 'mixed') {
    if (kinds.email.real > 0)
      sentences.push(
        `${counted(kinds.email.real, 'e-mail address carries', 'e-mail addresses carry')} no tag: real, or made up by somebody else`,
      );
    if (kinds.phone.real > 0)
      sentences.push(
        `${least}${counted(kinds.phone.real, 'telephone number lies', 'telephone numbers lie')} outside the ranges reserved for fiction`,
      );
  }
  if (tally.foreignTags > 0)
    sentences.push(
      `${counted(tally.foreignTags, 'address has', 'addresses have')} the form of masked ones, of no key known here: of another instance, or of a key that was destroyed`,
    );
  if (kinds.identifier.undecided > 0)
    sentences.push(
      `${least}${counted(kinds.identifier.undecided, 'identifier is', 'identifiers are')} valid, as masked ones are too: no proof either way`,
    );
  if (keyCount === 0) sentences.push('this instance has no key for masking: nothing can be traced to one');
  if (tally.bytes === 0) sentences.push('the sample is empty');
  else if (verdict === 'unknown') sentences.push('nothing in the sample tells whether it is masked or real');
  return sentences;
}

function whomText({ key, vendor, environment, date }: TracedRecipient): string {
  const whom = [vendor, environment].filter((part) => part !== null).join(', ');
  return `${whom === '' ? '' : `for ${whom} `}under the key ${key}, first used for it on ${date}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
