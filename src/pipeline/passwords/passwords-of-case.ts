// The passwords of a case as a source of ranges: each hash with how many people had it. In: a case. Out: a source called
// after the case, whole or not at all. Passwords that can be read are hashed both ways, raw hashes are taken as they are,
// salted ones are counted and passed over. Which person had which password is in memory only, or on the disk as noise.

import { createHash } from 'node:crypto';
import { appendCustody, type CustodyEntry } from '../../custody/index.ts';
import { hashBytes } from '../../lookup/index.ts';
import { personFlags } from '../../resolve/index.ts';
import { beginVaultChange, type CaseRecord, type InstanceHome } from '../../store/index.ts';
import {
  type PasswordCounts,
  type PasswordMode,
  passwordSources,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { resolveCase } from '../deliveries/resolve-case.ts';
import { sourceDigest } from '../publish/read-vault.ts';
import type { ValueBatch } from '../values/value-batch.ts';
import { type WalkOptions, walkValues } from '../values/walk-values.ts';
import { ntlmOf, sha1Of, storedHash } from './hash-password.ts';
import { createLoad, type SourceLoad } from './load-source.ts';
import { passwordColumns } from './password-columns.ts';
import { createRangeBuilder, type RangeBuilder } from './range-builder.ts';
import { RecordSorter } from './record-sorter.ts';

export interface CasePasswordsOptions extends Omit<WalkOptions, 'readFor'> {
  who: string;
  now: Date;
  /** Hashes that fewer people had are left out. */
  least?: number;
}

export interface CasePasswords extends PasswordCounts {
  name: string;
  /** Whether it was there before, from the same deliveries. */
  wasThere: boolean;
  /** Values by what they were taken for. */
  readable: number;
  raw: number;
  salted: number;
}

/** Throws CASE_BUSY, EVIDENCE_CHANGED, REGISTER_BUSY; what was there is as it was then. */
export async function passwordsOfCase(
  home: InstanceHome,
  register: RegisterDatabase,
  record: CaseRecord,
  { who, now, least = 1, ...options }: CasePasswordsOptions,
): Promise<CasePasswords> {
  // meanwhile nobody adds to the case or destroys it
  using _change = beginVaultChange(record);
  const about = JSON.stringify([sourceDigest(record), least]);
  const digest = createHash('sha256').update(about).digest('hex');
  const known = (await passwordSources(register)).find(
    (source) => source.state === 'present' && source.name === record.case,
  );
  if (known?.digest === digest) {
    const { name, sha1, ntlm, seen } = known;
    return { name, wasThere: true, sha1, ntlm, seen, readable: 0, raw: 0, salted: 0 };
  }
  const enter = (result: CustodyEntry['result'], counts?: Record<string, number>) =>
    appendCustody(
      home,
      { who, case: record.case, what: 'passwords', result, ...(counts ? { counts } : {}) },
      record.key,
    );
  enter('begun');
  try {
    const load = createLoad(register, { name: record.case, digest, caseId: record.case }, options.signal);
    const made = await fromEvidence(record, load, { home, who, now, least }, options);
    enter('done', { ...made });
    return { name: record.case, wasThere: false, ...made };
  } catch (error) {
    enter('failed');
    throw error;
  }
}

type Made = Omit<CasePasswords, 'name' | 'wasThere'>;

interface MadeFor {
  home: InstanceHome;
  who: string;
  now: Date;
  least: number;
}

async function fromEvidence(
  record: CaseRecord,
  load: SourceLoad,
  { home, who, now, least }: MadeFor,
  options: Omit<WalkOptions, 'readFor'>,
): Promise<Made> {
  using sha1 = createHolders('sha1', home.path);
  using ntlm = createHolders('ntlm', home.path);
  const counts = { readable: 0, raw: 0, salted: 0 };
  const resolved = resolveCase(record, { bounds: false });
  const columns = passwordColumns(resolved);
  let nobodys = 0;
  const holderOf = (batch: ValueBatch, row: number): number | null => {
    const person = batch.people[row]!;
    // a row of which it cannot be told whose it is stands for somebody all the same
    if (person < 0) return firstNobody + nobodys++;
    return (resolved.index.flags(person) & personFlags.test) === 0 ? person : null;
  };
  const take = (batch: ValueBatch): void => {
    const { memory } = batch;
    const width = columns.widthOf(batch.part);
    for (let row = 0; row < batch.rows; row++) {
      const holder = holderOf(batch, row);
      if (holder === null) continue;
      for (let column = 0; column < width; column++) {
        const [start, end] = [batch.start(row, column), batch.end(row, column)];
        const form = columns.formOf(batch.part, column, memory, start, end);
        if (form === 'none') continue;
        const text = batch.text(row, column).trim();
        if (form === 'readable') {
          counts.readable++;
          const password = Buffer.from(text);
          sha1.add(sha1Of(password), holder);
          ntlm.add(ntlmOf(password), holder);
          continue;
        }
        const holders = form === 'sha1' ? sha1 : ntlm;
        const stored = form === 'salted' ? null : storedHash(text, hashBytes[holders.mode]);
        counts[stored === null ? 'salted' : 'raw']++;
        if (stored !== null) holders.add(stored, holder);
      }
    }
  };
  if (columns.wanted.length > 0)
    await walkValues(record, resolved, columns.wanted, take, {
      ...options,
      readFor: { home, who, what: 'passwords.read' },
    });
  const builders: RangeBuilder[] = [];
  for (const holders of [sha1, ntlm]) builders.push(await holders.build(load, least));
  const [ofSha1, ofNtlm] = builders as [RangeBuilder, RangeBuilder];
  // of a password that was hashed both ways, one way tells how often it was seen
  const seen = Math.max(ofSha1.seen, ofNtlm.seen);
  const found = { sha1: ofSha1.hashes, ntlm: ofNtlm.hashes, seen };
  await load.finish(ofNtlm, found, now);
  return { ...found, ...counts };
}

/** People are numbered from 0 on, and there are fewer. */
const firstNobody = 2 ** 31;
const holderBytes = 4;

/** Who had which hash; each person once. */
function createHolders(mode: PasswordMode, folder: string) {
  const sorter = new RecordSorter(hashBytes[mode] + holderBytes, folder);
  const { record, width } = sorter;
  return {
    mode,
    add(hash: Uint8Array, holder: number): void {
      record.set(hash);
      for (let byte = 1, rest = holder; byte <= holderBytes; byte++, rest = Math.floor(rest / 256))
        record[width - byte] = rest % 256;
      sorter.add();
    },
    async build(load: SourceLoad, least: number): Promise<RangeBuilder> {
      const builder = createRangeBuilder(mode, least);
      const last = new Uint8Array(width);
      let isFirst = true;
      for (const { bytes, count } of sorter.sorted()) {
        for (let i = 0, at = 0; i < count; i++, at += width) {
          if (!isFirst && isSame(last, bytes, at)) continue;
          isFirst = false;
          last.set(bytes.subarray(at, at + width));
          builder.add(bytes, at, 1);
        }
        await load.step(builder);
      }
      builder.end();
      await load.step(builder);
      return builder;
    },
    [Symbol.dispose]: () => sorter[Symbol.dispose](),
  };
}

function isSame(a: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let byte = 0; byte < a.length; byte++) if (a[byte] !== bytes[at + byte]) return false;
  return true;
}
