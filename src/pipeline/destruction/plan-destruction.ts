// What would go and what would stay if a case were destroyed, gathered while it can be opened. In: a case. Out: the
// plan, and a code that fits nothing else: whoever gives it back has seen this plan, and the case is still as it was.

import { createHmac } from 'node:crypto';
import { statSync } from 'node:fs';
import { programVersion } from '../../base/files/index.ts';
import { isTocsinError } from '../../base/index.ts';
import { custodyHead, listCustody } from '../../custody/index.ts';
import type { CaseCounts, CountBounds, DestroyPlan, OriginalFile } from '../../destroy/index.ts';
import { type Evidence, listEvidence } from '../../intake/index.ts';
import { caseState, caseZone } from '../../register/index.ts';
import { caseDeadlines, type Deadline } from '../../report/index.ts';
import {
  type CaseEvent,
  type CaseRecord,
  type InstanceHome,
  listDirectories,
  openVault,
  readEvents,
} from '../../store/index.ts';
import type { Actor } from '../acting.ts';
import { caseHead } from '../cases/index.ts';
import { splitOf } from '../split/index.ts';
import { type HandedOutCopy, handedOutCopies } from './handed-out-copies.ts';
import { toldCounts } from './told-people.ts';

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
  /** Files in clear that were handed out of the case. */
  handedOut: HandedOutCopy[];
  /** Names of breaches that it was published as and that were not withdrawn, as the custody log has it. */
  published: string[];
  /** Whether its passwords were taken into the register and not forgotten, as the custody log has it. */
  arePasswordsLeft: boolean;
  /** Whether the register still knows the references of its notices, as the custody log has it. */
  areReferencesLeft: boolean;
  /** `kdw4-92hf` */
  code: string;
  state: 'open' | 'closed';
  /** That nobody has met or stopped, the first to be met first: destroying the case ends none of them. */
  duties: Deadline[];
  /** In which the times of the duties are shown. */
  zone: string;
  /** For whom it was planned, and with what. */
  actor: Actor;
  options: PlanOptions;
}

export function planDestruction(
  home: InstanceHome,
  record: CaseRecord,
  actor: Actor,
  options: PlanOptions,
  now: Date = new Date(),
): DestructionPlan {
  const { areNamesKept, isKeyReplaced, why } = options;
  const events = readEvents(record);
  const evidence = listEvidence(record);
  const originals = evidence.flatMap(originalsOf);
  const handedOut = handedOutCopies(home, record);
  const { people, state, counts } = countsOf(home, record);
  const { duties, zone } = openDuties(events, now);
  const plan: DestroyPlan = {
    case: record.case,
    openedAt: record.openedAt,
    name: areNamesKept ? record.name : null,
    by: { who: actor.who, role: actor.role },
    people,
    evidence: evidence.map(({ id, sha256, bytes, how }) => ({ id, sha256, bytes, how })),
    originals: areNamesKept ? originals : originals.map(withoutPath),
    counts,
    handedOut: { copies: handedOut.length, there: handedOut.filter(({ isThere }) => isThere).length },
    isKeyReplaced,
    why,
    program: `tocsin ${programVersion() ?? 'of unknown version'}`,
  };
  const seen = JSON.stringify([plan.case, events.length, plan.people, plan.evidence, counts]);
  return {
    plan,
    originals,
    handedOut,
    ...leftInRegister(home, record.case),
    code: codeOf(seen, record.key),
    state,
    duties,
    zone,
    actor,
    options,
  };
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
  const notices = toldCounts(record);
  const told = notices === null ? {} : { notices };
  try {
    const { people, state, deliveries } = caseHead(record, new Date());
    const controllers = splitOf(record)?.report?.controllers.length ?? 0;
    const contacts = contactsOf(record);
    return {
      people,
      state: state === 'open' ? 'open' : 'closed',
      counts: { deliveries: deliveries.length, contacts, controllers, packages, ...told },
    };
  } catch (error) {
    if (!isTocsinError(error) || error.code !== 'CASE_DAMAGED') throw error;
    return {
      people: null,
      state: 'closed',
      counts: { deliveries: 0, contacts: 0, controllers: 0, packages, ...told },
    };
  }
}

/** What is missed runs on too. */
function openDuties(events: CaseEvent[], now: Date): Pick<DestructionPlan, 'duties' | 'zone'> {
  const { clocks, facts } = caseState(events);
  const zone = caseZone(facts);
  const open = caseDeadlines(clocks, { ...facts, zone }, now).deadlines.filter(
    ({ state }) => state === 'running' || state === 'missed',
  );
  // what is owed without undue delay is due already
  const duties = open.toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
  return { duties, zone };
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

/** What was begun counts: whether it came to its end the register alone knows. */
function leftInRegister(
  home: InstanceHome,
  id: string,
): Pick<DestructionPlan, 'published' | 'arePasswordsLeft' | 'areReferencesLeft'> {
  const names = new Set<string>();
  let [arePasswordsLeft, areReferencesLeft] = [false, false];
  if (custodyHead(home) === null) return { published: [], arePasswordsLeft, areReferencesLeft };
  for (const { case: of, what, on, result } of listCustody(home, () => null)) {
    if (what === 'passwords.forget' && on === id && result === 'done') arePasswordsLeft = false;
    if (what === 'notify.references.withdraw' && on === id && result === 'done') areReferencesLeft = false;
    if (of !== id) continue;
    if (what === 'passwords') arePasswordsLeft = true;
    if (what === 'notify.references') areReferencesLeft = true;
    if (on === undefined) continue;
    if (what === 'publish') names.add(on);
    if (what === 'withdraw' && result === 'done') names.delete(on);
  }
  return { published: [...names], arePasswordsLeft, areReferencesLeft };
}

/** Letters that are not taken for others. */
const codeLetters = '23456789bcdfghjkmnpqrstvwxz';

function codeOf(seen: string, key: Buffer): string {
  const bytes = createHmac('sha256', key).update(`destroy\n${seen}`).digest();
  const letters = Array.from(bytes.subarray(0, 8), (byte) => codeLetters[byte % codeLetters.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
