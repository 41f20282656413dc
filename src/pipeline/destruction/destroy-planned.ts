// Carries out the destruction of a case that was planned: what stays of the incident is put into the register, runs that
// were stopped are forgotten, and the case goes. In: the plan. Out: the certificate, and the plan as it was when nobody
// could write into the case any more, which is what the certificate says.

import { TocsinError } from '../../base/index.ts';
import { destroyCase, type Destroyed, type DestroyOptions } from '../../destroy/index.ts';
import { registerIncident } from '../../register/index.ts';
import { type CaseRecord, type InstanceHome, listAllCases, lockCase } from '../../store/index.ts';
import { type DestructionPlan, planDestruction } from './plan-destruction.ts';

export interface DestroyedAsPlanned {
  destroyed: Destroyed;
  planned: DestructionPlan;
}

/** Throws NOT_CONFIRMED where the case is not any more what was planned; it is whole then. */
export async function destroyPlanned(
  home: InstanceHome,
  record: CaseRecord,
  asked: DestructionPlan,
  options: DestroyOptions = {},
): Promise<DestroyedAsPlanned> {
  const { plan } = asked;
  if (plan.isKeyReplaced) refuseOtherWriters(home, record);
  let planned = asked;
  const destroyed = await destroyCase(home, record, plan, () => void registerIncident(home, record), {
    ...options,
    planAgain() {
      planned = planDestruction(home, record, asked.actor, asked.options);
      if (planned.code !== asked.code)
        throw new TocsinError('NOT_CONFIRMED', `the case ${record.case} changed meanwhile: look again`);
      return planned.plan;
    },
  });
  return { destroyed, planned };
}

/** They would end with a key that opens nothing any more. Throws CASE_BUSY. */
function refuseOtherWriters(home: InstanceHome, { case: id }: CaseRecord): void {
  for (const record of listAllCases(home).records) if (record.case !== id) lockCase(record)[Symbol.dispose]();
}
