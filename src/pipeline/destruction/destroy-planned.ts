// Carries out the destruction of a case that was planned: what stays of the incident is put into the register, runs that
// were stopped are forgotten, and the case goes. In: the plan. Out: the certificate.

import { destroyCase, type Destroyed, type DestroyOptions } from '../../destroy/index.ts';
import { registerIncident } from '../../register/index.ts';
import { type CaseRecord, type InstanceHome, listAllCases, lockCase } from '../../store/index.ts';
import type { DestructionPlan } from './plan-destruction.ts';

export function destroyPlanned(
  home: InstanceHome,
  record: CaseRecord,
  { plan }: DestructionPlan,
  options: DestroyOptions = {},
): Promise<Destroyed> {
  if (plan.isKeyReplaced) refuseOtherWriters(home, record);
  return destroyCase(home, record, plan, () => void registerIncident(home, record), options);
}

/** They would end with a key that opens nothing any more. Throws CASE_BUSY. */
function refuseOtherWriters(home: InstanceHome, { case: id }: CaseRecord): void {
  for (const record of listAllCases(home).records) if (record.case !== id) lockCase(record)[Symbol.dispose]();
}
