// A register of nobody at any size: one breach, its addresses' person keys and SHA-1s, and password hashes as dense as a
// corpus has them. In: an open register. Out: paths to ask for, half of them with an answer.

import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import { createPersonKeys } from '../../src/register/index.ts';
import {
  addPasswordBlocks,
  beginPasswordSource,
  bulkLoad,
  type LoadPlan,
  insertBreach,
  insertExposureSets,
  passwordPrefixes,
  placeWithin,
  presentPasswordSource,
  publishBreach,
  type RegisterDatabase,
} from '../../src/store/register/index.ts';
import { sortedOrder } from '../../src/pipeline/publish/sorted-order.ts';
import { packRange, tailBytesOf } from '../../src/lookup/passwords/range-block.ts';
import { madeUpModel } from '../../test/serve/made-up-model.fixture.ts';

/** Addresses that are in it and may be asked for; all others are hashes of chance. */
const knownAddresses = 200_000;
/** Of Have I Been Pwned's corpus at a prefix, about. */
const hashesOfPrefix = 900;

const addressOf = (i: number): string => `somebody.${i}@example.org`;
const sha1Of = (i: number): Buffer => createHash('sha1').update(addressOf(i)).digest();

export async function fillRegister(register: RegisterDatabase, keys: number): Promise<void> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const breach = await insertBreach(register.rows, {
    name: 'MadeUp',
    caseId: null,
    isRange: true,
    model: JSON.stringify(madeUpModel('MadeUp', { PwnCount: keys })),
  });
  const set = { classes: [{ class: 'Names', kinds: [] }], controllers: [], flags: [] };
  await insertExposureSets(register.rows, breach, [{ number: 0, content: JSON.stringify(set) }]);
  const person = (i: number) => personKey('email', addressOf(i));
  await load(register, { breach, table: 'exposure', keyBytes: 16, keys, keyOf: person });
  await load(register, { breach, table: 'sha1_entry', keyBytes: 20, keys, keyOf: sha1Of });
  await publishBreach(register, breach);
  await fillPasswords(register, keys);
}

interface Load {
  breach: number;
  table: 'exposure' | 'sha1_entry';
  keyBytes: number;
  keys: number;
  keyOf: (i: number) => Buffer;
}

async function load(
  register: RegisterDatabase,
  { breach, table, keyBytes, keys, keyOf }: Load,
): Promise<void> {
  const bytes = Buffer.alloc(keys * keyBytes);
  const known = Math.min(knownAddresses, keys);
  for (let at = 0; at < bytes.length; at += randomPiece)
    randomFillSync(bytes, at, Math.min(randomPiece, bytes.length - at));
  for (let i = 0; i < known; i++) keyOf(i).copy(bytes, i * keyBytes);
  const order = sortedOrder(bytes, keyBytes, keys);
  const names = table === 'exposure' ? ['person_key', 'breach', 'exposure_set'] : ['sha1', 'breach'];
  const plan: LoadPlan = {
    breach,
    step: table,
    table,
    columns: names.map((name, i) => ({ name, type: i === 0 ? 'bytes' : 'integer' })),
    digest: 'made up',
    rowCount: order.length,
  };
  const rows = {
    count: order.length,
    sizeBytes: order.length * (keyBytes + 16),
    read(row: number, values: (Uint8Array | number | string | null)[]) {
      const at = order[row]! * keyBytes;
      values[0] = bytes.subarray(at, at + keyBytes);
      values[1] = breach;
      if (table === 'exposure') values[2] = 0;
    },
  };
  await bulkLoad(register, plan, [rows]);
}

const randomPiece = 64 << 20;

/** How many prefixes have hashes, evenly spread. */
export function filledPrefixes(keys: number): number {
  return Math.min(passwordPrefixes, Math.ceil(keys / hashesOfPrefix));
}

async function fillPasswords(register: RegisterDatabase, keys: number): Promise<void> {
  const begun = await beginPasswordSource(register, { name: 'made up', digest: 'made up', caseId: null });
  const { source, isSealed } = begun;
  let { done } = begun;
  const tailBytes = tailBytesOf('sha1');
  const prefixes = filledPrefixes(keys);
  let blocks: { within: number; hashes: Buffer }[] = [];
  for (let i = 0; i < prefixes; i++) {
    const prefix = prefixAt(i, keys);
    const tails = Array.from({ length: hashesOfPrefix }, () => randomBytes(tailBytes));
    // the first byte of a tail begins with the last digit of the prefix
    for (const tail of tails) tail[0] = ((prefix & 0xf) << 4) | (tail[0]! & 0xf);
    tails.sort((a, b) => Buffer.compare(a, b));
    const counts = Float64Array.from(tails, (tail) => 1 + (tail[1]! >> 2));
    const hashes = packRange({ tailBytes, count: tails.length, tails: Buffer.concat(tails), counts });
    blocks.push({ within: placeWithin('sha1', prefix), hashes });
    if (blocks.length === 500 || i === prefixes - 1) {
      await addPasswordBlocks(register, { source, done, isSealed }, blocks, prefix + 1);
      [blocks, done] = [[], prefix + 1];
    }
  }
  const sha1 = prefixes * hashesOfPrefix;
  await presentPasswordSource(register, source, { sha1, ntlm: 0, seen: sha1 }, Date.now());
}

function prefixAt(i: number, keys: number): number {
  return Math.floor((i * passwordPrefixes) / filledPrefixes(keys));
}

/** In no order, each once. */
export const askPaths = {
  account: (keys: number, count: number, from: number): string[] =>
    Array.from({ length: count }, (_, i) => {
      const at = (from + i * 7919) % Math.min(knownAddresses, keys);
      const account = i % 2 === 0 ? addressOf(at) : `nobody.${at}@example.org`;
      return `/api/v3/breachedaccount/${account}`;
    }),
  'account-range': (_: number, count: number, from: number): string[] =>
    Array.from({ length: count }, (__, i) => {
      const prefix = createHash('sha1')
        .update(addressOf((from + i) % knownAddresses))
        .digest('hex');
      return `/api/v3/breachedaccount/range/${prefix.slice(0, 6)}`;
    }),
  passwords: (keys: number, count: number, from: number): string[] =>
    Array.from({ length: count }, (_, i) => {
      const prefix = prefixAt((from + i * 7919) % filledPrefixes(keys), keys);
      return `/range/${prefix.toString(16).padStart(5, '0')}`;
    }),
  portal: (_: number, count: number): string[] => Array.from({ length: count }, () => '/'),
} as const;
