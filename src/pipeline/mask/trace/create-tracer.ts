// Reads a found dump for signs of masking. In: its bytes, in pieces cut between words, and the recipients whose secrets are
// known. Out: counts of what is masked by whose key, what is not, and what cannot be told.

import { createMaskKeys, createTags, type Tags } from '../../../mask/index.ts';
import {
  findEmails,
  identifierOf,
  scanNumbers,
  validatorIds,
  type ValidatorId,
} from '../../../recognise/index.ts';
import type { MaskKeyList } from '../../../store/index.ts';
import { isReservedPhone } from './reserved-phone.ts';
import { findTagWords, isCutTag, isOfTagLetters, lastPartStart, looksLikeTag } from './tag-places.ts';
import type { TraceCount, TracedRecipient, TraceKind, TraceTally } from './trace-result.ts';

export interface Tracer {
  feed(bytes: Uint8Array, start: number, end: number): void;
  readonly tally: TraceTally;
}

/** Numbers cost most and prove least: past so many bytes they are looked for in some pieces only. */
const mostNumberBytes = 32 << 20;
const oneInPieces = 16;

export function createTracer(keys: MaskKeyList['keys']): Tracer {
  const known = keys.flatMap(({ name, recipients }) =>
    recipients.map(({ keyId, secret, recipient }) => ({
      tags: createTags(createMaskKeys(secret)),
      traced: { key: name, keyId, ...recipient, verified: 0 } satisfies TracedRecipient,
    })),
  );
  const kinds: Record<TraceKind, TraceCount> = {
    email: emptyCount(),
    tag: emptyCount(),
    phone: emptyCount(),
    identifier: emptyCount(),
    other: emptyCount(),
  };
  const tally: TraceTally = {
    kinds,
    recipients: known.map(({ traced }) => traced),
    foreignTags: 0,
    candidates: 0,
    bytes: 0,
    hasAllNumbers: true,
  };
  /** A dump is masked for one recipient: whoever had the last tag is asked first. */
  const asked: { tags: Tags; traced: TracedRecipient }[] = [...known];

  let pieces = 0;

  function isVerified(bytes: Uint8Array, start: number, end: number): boolean {
    tally.candidates++;
    for (let i = 0; i < asked.length; i++) {
      const one = asked[i]!;
      if (!one.tags.isOurs(bytes, start, end)) continue;
      one.traced.verified++;
      if (i > 0) {
        asked.splice(i, 1);
        asked.unshift(one);
      }
      return true;
    }
    return false;
  }

  function takeEmail(bytes: Uint8Array, start: number, end: number): void {
    const at = bytes.indexOf(0x40, start);
    const from = lastPartStart(bytes, start, at);
    if (isOfTagLetters(bytes, from, at) && isVerified(bytes, from, at)) kinds.email.masked++;
    else if (!isExampleHost(bytes, at + 1, end)) kinds.email.real++;
    else if (isOfTagLetters(bytes, from, at)) {
      if (looksLikeTag(bytes, from, at)) tally.foreignTags++;
      kinds.email.undecided++;
      // a masked address in a narrow column has the beginning of a tag
    } else kinds.email[isCutTag(bytes, from, at) ? 'undecided' : 'real']++;
  }

  function takeNumber(validator: ValidatorId, bytes: Uint8Array, start: number, end: number): void {
    if (validator === validatorIds.phone)
      kinds.phone[isReservedPhone(bytes, start, end) ? 'undecided' : 'real']++;
    else kinds[identifierOf(validator) ? 'identifier' : 'other'].undecided++;
  }

  return {
    tally,
    feed(bytes, start, end) {
      tally.bytes += end - start;
      findEmails(bytes, start, end, (from, to, cut) => {
        if (!cut) takeEmail(bytes, from, to);
      });
      findTagWords(bytes, start, end, (from, to) => {
        if (isVerified(bytes, from, to)) kinds.tag.masked++;
      });
      if (tally.bytes > mostNumberBytes && pieces++ % oneInPieces !== 0) {
        tally.hasAllNumbers = false;
        return;
      }
      scanNumbers(bytes, start, end, (validator, from, to) => takeNumber(validator, bytes, from, to));
    },
  };
}

function emptyCount(): TraceCount {
  return { masked: 0, real: 0, undecided: 0 };
}

const exampleHost = /(?:^|\.)(?:example\.[a-z.]{2,12}|[a-z0-9.-]+\.(?:example|test|invalid))$/iu;

/** Under a domain that is nobody's (RFC 2606, RFC 6761, or `example` under a country's). */
function isExampleHost(bytes: Uint8Array, start: number, end: number): boolean {
  return exampleHost.test(
    Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1'),
  );
}
