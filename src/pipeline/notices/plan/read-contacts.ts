// Where the people of a case are reached: what directories of controllers say of them, and what their own leaked rows say,
// read once more. In: a case. Out: spools, row by row. An address or a number of a row counts only where the vault knows
// the person by it: who stands beside him in his row, such as a referee, is somebody else.

import {
  type CaseRecord,
  forEachContact,
  listDirectories,
  openVault,
  ownedHashes,
  reachedRows,
  type Vault,
} from '../../../store/index.ts';
import { resolveCase } from '../../deliveries/resolve-case.ts';
import { createIdentifierReader } from '../../publish/identifier-reader.ts';
import { type KnownHashes, knownHashes } from '../../publish/known-hashes.ts';
import type { ValueBatch } from '../../values/value-batch.ts';
import { walkValues, type WalkOptions } from '../../values/walk-values.ts';
import { contactColumns } from './contact-columns.ts';
import { type ContactField, contactFields } from './contact-fields.ts';
import type { ContactSpools } from './contact-spools.ts';

/** Names of the controllers whose directories were read: a row's `source` is its place here, and one more. */
export type DirectorySources = string[];

export function readDirectories(
  { db }: Pick<Vault, 'db'>,
  isAsked: (person: number) => boolean,
  spools: ContactSpools,
): DirectorySources {
  const directories = listDirectories(db);
  for (const [i, { directory }] of directories.entries()) {
    const pairs: number[] = [];
    for (const { person, row } of reachedRows(db, directory))
      if (isAsked(person)) pairs.push(row * personsAtMost + person);
    const sorted = Float64Array.from(pairs).sort();
    let at = 0;
    const rows = function* () {
      for (const pair of sorted) yield Math.floor(pair / personsAtMost);
    };
    forEachContact(db, directory, rows(), (row, contact) => {
      const person = sorted[at++]! % personsAtMost;
      if (!spools.begin(person, i + 1, row)) return;
      const add = (field: ContactField, value: string | null) => {
        const bytes = Buffer.from(value ?? '');
        spools.add(field, bytes, 0, bytes.length);
      };
      add(contactFields.email, contact.email);
      add(contactFields.phone, contact.phone);
      add(contactFields.fullName, contact.name);
      add(contactFields.language, contact.language);
      add(contactFields.customer, contact.key);
      for (const line of contact.lines) add(contactFields.street, line);
      spools.end();
    });
  }
  return directories.map(({ controller }) => controller);
}

/** A row and a person in one number of 53 bits: room for 67 million people and 134 million rows. */
const personsAtMost = 2 ** 26;

/** Throws as `walkValues`. Some 60 bytes of memory a row of the evidence, and 12 an address and number, while it reads. */
export async function readLeakedContacts(
  record: CaseRecord,
  isAsked: (person: number) => boolean,
  spools: ContactSpools,
  options: WalkOptions,
): Promise<void> {
  const resolved = resolveCase(record, { bounds: false });
  const { wanted, fieldOf } = contactColumns(resolved);
  if (wanted.length === 0) return;
  const isOwn = ownedBy(record);
  const take = (batch: ValueBatch) => {
    const fields = fieldOf.get(batch.part)!;
    for (let row = 0; row < batch.rows; row++) {
      const person = batch.people[row]!;
      if (person < 0 || !isAsked(person) || !spools.begin(person, 0, batch.records[row]!)) continue;
      for (const [column, field] of fields.entries()) {
        const [start, end] = [batch.start(row, column), batch.end(row, column)];
        if (start === end) continue;
        if (field === contactFields.email)
          isOwn.emails(person, batch.memory, start, end, (bytes, length) =>
            spools.add(field, bytes, 0, length),
          );
        else if (field !== contactFields.phone || isOwn.phone(person, batch.memory, start, end))
          spools.add(field, batch.memory, start, end);
      }
      spools.end();
    }
  };
  await walkValues(record, resolved, wanted, take, options);
}

interface Owned {
  /** Calls `visit` with each address in the value that is the person's own, in its normal form. */
  emails(
    person: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    visit: (normal: Uint8Array, length: number) => void,
  ): void;
  phone(person: number, bytes: Uint8Array, start: number, end: number): boolean;
}

function ownedBy(record: CaseRecord): Owned {
  using vault = openVault(record);
  const read = createIdentifierReader(vault.seed);
  const of = (sort: string) => {
    const owned = ownedHashes(vault.db, sort);
    const known: KnownHashes = knownHashes(owned);
    return (person: number, low: number, high: number): boolean => {
      const first = known.find(low, high);
      if (first < 0) return false;
      const end = known.endOf(first);
      for (let at = first; at < end; at++) if (owned.person[at] === person) return true;
      return false;
    };
  };
  const [hasEmail, hasPhone] = [of('email'), of('phone')];
  return {
    emails(person, bytes, start, end, visit) {
      read('email', bytes, start, end, (low, high, normal, length) => {
        if (hasEmail(person, low, high)) visit(normal, length);
      });
    },
    phone(person, bytes, start, end) {
      let isHis = false;
      read('phone', bytes, start, end, (low, high) => (isHis ||= hasPhone(person, low, high)));
      return isHis;
    },
  };
}
