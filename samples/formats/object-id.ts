/**
 * ObjectIds as MongoDB gives them: a time, a machine, a counter.
 */

/** The id of document number `number`, 24 hex digits. */
export function objectId(number: number): string {
  return `63db1a2d5fbbc4d6e2${(0x1a2b3c + number).toString(16).padStart(6, '0').slice(-6)}`;
}
