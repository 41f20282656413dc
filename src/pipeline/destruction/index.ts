/*
 * The destruction of a case: planned and shown, carried out, finished after a kill.
 */
export { type DestroyedAsPlanned, destroyPlanned } from './destroy-planned.ts';
export { dueCases } from './due-cases.ts';
export { finishDestructions, type FinishReport } from './finish-destructions.ts';
export { type DestructionPlan, planDestruction, type PlanOptions } from './plan-destruction.ts';
export { isOwnLogKey, verifyAgainstLog } from './verify-against-log.ts';
