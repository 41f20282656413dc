// What was given to be read and cannot be: told in the report, with the reason.

export interface UnreadableInput {
  path: string;
  bytes: number;
  reason: string;
}
