// What `tocsin destroy` does: says what goes and what stays, and destroys what was confirmed. Resolves to 0 where all was
// destroyed, to 1 where it was only said. The certificate's path goes to stdout.

import { isTocsinError, TocsinError } from '../../base/index.ts';
import {
  acting,
  type Actor,
  destroyPlanned,
  type DestroyedAsPlanned,
  type DestructionPlan,
  dueCases,
  planDestruction,
  type PlanOptions,
} from '../../pipeline/index.ts';
import { type CaseRecord, type InstanceHome, openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { hintText } from '../hint-text.ts';
import { jsonText } from '../json-text.ts';
import { destroyedText, planJson, planText } from './destroy-text.ts';

export interface DestroyFlags {
  yes?: boolean;
  confirm?: string;
  due?: boolean;
  rotateKey?: boolean;
  keepNames?: boolean;
  why?: string;
  json?: boolean;
}

export async function destroyCases(named: string | undefined, flags: DestroyFlags): Promise<number> {
  checkFlags(named, flags);
  const home = openHome();
  const actor = acting(home, 'destroy');
  if (named === undefined) return destroyDue(home, actor, flags);
  const record = await caseOf(named, home);
  const planned = planDestruction(home, record, actor, planOptions(flags));
  const done = isConfirmed(planned, flags) ? await destroyAndTell(home, record, planned, flags) : null;
  const shown = done ?? tellPlan(home, record, planned, flags);
  if (shown.json) process.stdout.write(jsonText(shown.json));
  return done ? 0 : 1;
}

/** One that is in the way, because somebody writes into it, does not keep the others. */
async function destroyDue(home: InstanceHome, actor: Actor, flags: DestroyFlags): Promise<number> {
  const records = dueCases(home, new Date());
  const shown: object[] = [];
  let isDone = true;
  for (const record of records) {
    try {
      // another key of the instance opens the next one
      const now = openHome(home.path);
      const planned = planDestruction(now, record, actor, planOptions(flags));
      const told = flags.yes
        ? await destroyAndTell(now, record, planned, flags)
        : tellPlan(now, record, planned, flags);
      if (told.json) shown.push(told.json);
      isDone &&= flags.yes === true;
    } catch (error) {
      if (!isTocsinError(error)) throw error;
      isDone = false;
      process.stderr.write(`error: ${error.message}\n${hintText(error.hint)}\n`);
    }
  }
  if (flags.json) process.stdout.write(jsonText(shown));
  else if (records.length === 0) process.stderr.write('no case is due for destruction\n');
  return isDone ? 0 : 1;
}

function checkFlags(named: string | undefined, { due, confirm }: DestroyFlags): void {
  if ((named === undefined) !== (due === true))
    throw new TocsinError('USAGE', 'name the case to destroy, or give --due for all whose day has passed');
  if (due && confirm !== undefined)
    throw new TocsinError('USAGE', 'a code is for one case: confirm --due with --yes');
}

function planOptions({ keepNames, rotateKey, why }: DestroyFlags): PlanOptions {
  return { areNamesKept: keepNames === true, isKeyReplaced: rotateKey === true, why: why ?? null };
}

/** A code for another case, or for this one as it was, does nothing. */
function isConfirmed({ code }: DestructionPlan, { yes, confirm }: DestroyFlags): boolean {
  if (confirm !== undefined && confirm.trim().toLowerCase() !== code)
    throw new TocsinError('NOT_CONFIRMED', 'the code given is not the one for this case as it is now');
  return yes === true || confirm !== undefined;
}

interface Told {
  /** What is still to be printed. */
  json?: object;
}

function tellPlan(
  home: InstanceHome,
  record: CaseRecord,
  planned: DestructionPlan,
  { json }: DestroyFlags,
): Told {
  if (json) return { json: planJson(home, record, planned) };
  process.stdout.write(planText(home, record, planned));
  process.stderr.write('nothing was destroyed\n');
  return {};
}

async function destroyAndTell(
  home: InstanceHome,
  record: CaseRecord,
  asked: DestructionPlan,
  { json, yes }: DestroyFlags,
): Promise<Told> {
  const { destroyed, planned } = await destroyOrLookAgain(home, record, asked, yes === true);
  const originals = planned.originals.filter(({ state }) => state !== 'gone').map(({ path }) => path);
  const handedOut = planned.handedOut.filter(({ isThere }) => isThere).map(({ path }) => path);
  const { isKeyReplaced } = planned.plan;
  const { case: id, path: certificate, pdfPath: pdf, passedOver } = destroyed;
  if (json) return { json: { case: id, certificate, pdf, isKeyReplaced, passedOver, originals, handedOut } };
  process.stdout.write(`${certificate}\n`);
  process.stderr.write(destroyedText(destroyed, [...originals, ...handedOut]));
  return {};
}

/** Whoever has confirmed whatever is there has confirmed what came in meanwhile, once. */
async function destroyOrLookAgain(
  home: InstanceHome,
  record: CaseRecord,
  asked: DestructionPlan,
  isAnyConfirmed: boolean,
): Promise<DestroyedAsPlanned> {
  try {
    return await destroyPlanned(home, record, asked);
  } catch (error) {
    if (!isAnyConfirmed || !isTocsinError(error) || error.code !== 'NOT_CONFIRMED') throw error;
    // it may have another name by now
    const now = await caseOf(record.case, home);
    return destroyPlanned(home, now, planDestruction(home, now, asked.actor, asked.options));
  }
}
