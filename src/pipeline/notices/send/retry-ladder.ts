// When a mail that could not be handed over is tried again. In: how often it was tried. Out: a pause, or that it has been
// long enough and another channel is to be taken.

const minute = 60_000;
const hour = 60 * minute;

/**
 * Grey-listing servers want a second attempt after one to fifteen minutes; a server that is down is usually mended within
 * hours; RFC 5321, 4.5.4.1 asks for four to five days before giving up. A notice cannot wait that long: in three days a
 * letter would be there.
 */
const pauses = [1, 5, 15]
  .map((minutes) => minutes * minute)
  .concat([1, 4, 8, 8, 12, 12, 12, 12].map((hours) => hours * hour));

/** A connection that broke before anything was handed over says nothing of the mail, the first times. */
const freeLosses = 2;

/** `attempts`: those made so far, the one that failed included. Null: it is given up. */
export function retryPause(attempts: number, override: number | null = null): number | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : (override ?? pause);
}

/** The same for a mail whose connection ended before it went out. */
export function lossPause(attempts: number, override: number | null = null): number | null {
  // a later moment than the attempt's, as the queue goes by moments
  return attempts <= freeLosses ? 1 : retryPause(attempts - freeLosses, override);
}
