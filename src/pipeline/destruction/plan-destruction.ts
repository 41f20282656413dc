// What would go and what would stay if a case were destroyed, gathered while it can be opened. In: a case. Out: the
// plan, and a code that fits nothing else: whoever gives it back has seen this plan, and the case is still as it was.

import { createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isTocsinError } from '../../base/index.ts';
import { custodyHead, listCustody } from '../../custody/index.ts';
import type { CaseCounts, CountBounds, DestroyPlan, OriginalFile } from '../../destroy/index.ts';
import { type Evidence, listEvidence } from '../../intake/index.ts';
import {
  type CaseRecord,
  type InstanceHome,
  listDirectories,
  openVault,
  readEvents,
} from '../../store/index.ts';
import type { Actor } from '../acting.ts';
import { casePage } from '../cases/index.ts';

export interface PlanOptions {
  /** Put the name of the case and the paths of files into the certificate. */
  areNamesKept: boolean;
  isKeyReplaced: boolean;
  /** For the custody log. */
  why: string | null;
}

export interface DestructionPlan {
  /** As it goes into the certificate. */
  plan: DestroyPlan;
  /** With their paths, which the certificate holds only where names are kept. */
  originals: (OriginalFile & { path: string })[];
  /** `kdw4-92hf` */
  code: string;
  state: 'open' | 'closed';
}

export function planDestruction(
  home: InstanceHome,
  record: CaseRecord,
  { who, role }: Actor,
  { areNamesKept, isKeyReplaced, why }: PlanOptions,
): DestructionPlan {
  const events = readEvents(record);
  const evidence = listEvidence(record);
  const originals = evidence.flatMap(originalsOf);
  const { people, state, counts } = countsOf(home, record);
  const plan: DestroyPlan = {
    case: record.case,
    openedAt: record.openedAt,
    name: areNamesKept ? record.name : null,
    by: { who, role },
    people,
    evidence: evidence.map(({ id, sha256, bytes, how }) => ({ id, sha256, bytes, how })),
    originals: areNamesKept ? originals : originals.map(withoutPath),
    counts,
    isKeyReplaced,
    why,
    program: `tocsin ${programVersion()}`,
  };
  const seen = JSON.stringify([plan.case, events.length, plan.people, plan.evidence, counts]);
  return { plan, originals, code: codeOf(seen, record.key), state };
}

function withoutPath({ evidence, sha256, bytes, state }: OriginalFile): OriginalFile {
  return { evidence, sha256, bytes, state };
}

/** A file may have been taken from several places. */
function originalsOf({ id, sha256, bytes, places }: Evidence): (OriginalFile & { path: string })[] {
  return places.map(({ path }) => {
    const found = sizeAt(path);
    const state = found === null ? 'gone' : found === bytes ? 'there' : 'changed';
    return { evidence: id, sha256, bytes, state, path };
  });
}

function sizeAt(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}

/** A vault that is damaged is no reason to keep the rest. */
function countsOf(
  home: InstanceHome,
  record: CaseRecord,
): { people: CountBounds | null; state: 'open' | 'closed'; counts: CaseCounts } {
  const packages = packagesOf(home, record.case);
  try {
    const { people, state, deliveries, controllers } = casePage(record, new Date());
    const contacts = contactsOf(record);
    return {
      people,
      state: state === 'open' ? 'open' : 'closed',
      counts: { deliveries: deliveries.length, contacts, controllers: controllers.length, packages },
    };
  } catch (error) {
    if (!isTocsinError(error) || error.code !== 'CASE_DAMAGED') throw error;
    return {
      people: null,
      state: 'closed',
      counts: { deliveries: 0, contacts: 0, controllers: 0, packages },
    };
  }
}

function contactsOf(record: CaseRecord): number {
  using vault = openVault(record);
  return listDirectories(vault.db).reduce((sum, { rows }) => sum + rows, 0);
}

/** The log says what was made, whatever became of it. */
function packagesOf(home: InstanceHome, id: string): number {
  if (custodyHead(home) === null) return 0;
  let packages = 0;
  for (const entry of listCustody(home, () => null))
    if (entry.case === id && entry.what === 'package' && entry.result === 'done') packages++;
  return packages;
}

/** Letters that are not taken for others. */
const codeLetters = '23456789bcdfghjkmnpqrstvwxz';

function codeOf(seen: string, key: Buffer): string {
  const bytes = createHmac('sha256', key).update(`destroy\n${seen}`).digest();
  const letters = Array.from(bytes.subarray(0, 8), (byte) => codeLetters[byte % codeLetters.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

function programVersion(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
      };
      if (name === 'tocsin') return version;
    } catch {
      // none here
    }
  }
  return 'of unknown version';
}
