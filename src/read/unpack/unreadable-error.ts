// A file, or the rest of one, that cannot be read: one line in the report, never the end of the run.

/** `message`: what is wrong and, where something would help, what; lower case, no full stop, never a value. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}
