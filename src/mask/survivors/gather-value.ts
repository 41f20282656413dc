// What of a masked value is real: which sorts a value of a method leaves. In: a method, the bytes of one value. Out: values
// by sort, to a sink. What may be anybody's (a date, a place, a word of the language) is left out: it tells nobody.

import {
  type IdentifierName,
  identifierNames,
  identifierOf,
  type ValidatorId,
  scanText,
  validatorIds,
} from '../../recognise/index.ts';
import type { MethodName } from '../method.ts';
import { gatherIdentifier, gatherPhone } from './gather-numbers.ts';
import { gatherFullName, gatherLastName, gatherNameWords } from './gather-names.ts';
import { gatherStreets } from './gather-streets.ts';
import { gatherAddress, gatherMachine, gatherPathWords, gatherUserName, gatherWord } from './gather-words.ts';
import type { ValueSink } from './value-sink.ts';

type Gather = (sink: ValueSink, bytes: Uint8Array, start: number, end: number) => void;

/** What the values of a method leave. Longer values than `longestCell` are texts, whatever the plan says. */
export function gatherValue(
  sink: ValueSink,
  method: MethodName,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  if (end - start > longestCell) return gatherText(sink, bytes, start, end);
  gathers.get(method)?.(sink, bytes, start, end);
}

const longestCell = 400;

const gathers = new Map<MethodName, Gather>([
  ['email', gatherAddress],
  ['username', gatherUserName],
  ['handle', gatherUserName],
  ['first-name', (sink, bytes, start, end) => gatherNameWords(sink, 'firstName', bytes, start, end)],
  ['last-name', gatherLastName],
  ['full-name', gatherFullName],
  ['phone', gatherPhone],
  ['street', gatherStreets],
  ['address', gatherStreets],
  ['ip', gatherMachine],
  ['mac', gatherWord],
  ['url', gatherPathWords],
  ['password', gatherWord],
  ['token', gatherWord],
  ['text', gatherText],
  ['shape', gatherText],
  ['empty', gatherText],
  ...identifierNames.map((name): [IdentifierName, Gather] => [
    name,
    (sink, bytes, start, end) => gatherIdentifier(sink, name, bytes, start, end),
  ]),
]);

/** What is found inside a text. */
function gatherText(sink: ValueSink, bytes: Uint8Array, start: number, end: number): void {
  if (end - start < 6) return;
  scanText(bytes, start, end, (validator: ValidatorId, from: number, to: number) => {
    if (validator === validatorIds.email) gatherAddress(sink, bytes, from, to);
    else if (validator === validatorIds.phone) gatherPhone(sink, bytes, from, to);
    else if (validator === validatorIds.streetAddress) gatherStreets(sink, bytes, from, to);
    else {
      const identifier = identifierOf(validator);
      if (identifier !== null) gatherIdentifier(sink, identifier.name, bytes, from, to);
    }
  });
}
