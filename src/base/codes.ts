/*
 * The one table of error codes: what each means and what to do about it.
 * In: nothing. Out: the table, from which docs/reference/errors.md is generated.
 * A code is never reused for something else; a text here never speaks of one run or one value.
 */

export interface CodeEntry {
  /** What happened, for somebody who only has the code. */
  readonly meaning: string;
  /** What to do next: printed as `hint:` where the error itself brings none. */
  readonly hint: string;
}

export const errorCodes = {
  USAGE: {
    meaning: 'The command line is wrong: an unknown command or option, a missing path, a value out of range.',
    hint: 'run the command with --help',
  },
  INPUT_NOT_FOUND: {
    meaning: 'A path given as input does not exist.',
    hint: 'check the path; quote it if it holds spaces',
  },
  INPUT_UNREADABLE: {
    meaning:
      'An input exists but cannot be read: no permission, not a regular file, or the disk gave an error half-way.',
    hint: 'check who may read the file and that it is a file, then run again',
  },
  INPUT_EMPTY: {
    meaning: 'An input holds no bytes, where the command cannot go on without some.',
    hint: 'check that the copy was complete',
  },
  NOTHING_READABLE: {
    meaning: 'None of the inputs could be read as anything that can hold people; there is no report to give.',
    hint: 'give files, or a folder that holds some; check who may read them',
  },
  OUTPUT_NOT_WRITABLE: {
    meaning: 'The folder or file for the output cannot be made or written.',
    hint: 'check the permissions and the free space, or choose another place with --out',
  },
  HOME_NOT_WRITABLE: {
    meaning: 'The instance folder cannot be made or written, or the disk it lies on is full.',
    hint: 'check its permissions and the free space, or name another folder in TOCSIN_HOME',
  },
  CASE_NOT_FOUND: {
    meaning: 'No case of this instance has that id or name.',
    hint: 'see the cases with tocsin case list; open one with tocsin case open',
  },
  CASE_UNCLEAR: {
    meaning: 'It is not clear which case is meant: several could be.',
    hint: 'name the case by its id with --case',
  },
  CASE_EXISTS: {
    meaning: 'A case of that name is there already.',
    hint: 'go on with that case, or choose another name',
  },
  CASE_KEY: {
    meaning:
      'The key of the instance does not open the case: the case belongs to another instance, or the key file was replaced or is missing.',
    hint: 'put back the key file that the case was opened with, or set TOCSIN_HOME to its instance',
  },
  CASE_DAMAGED: {
    meaning: 'The record or the vault of a case is damaged, missing, or was changed by something else.',
    hint: 'put the folder of the case back from a copy, or open a new case and examine the files again',
  },
  CASE_BUSY: {
    meaning: 'Another process is writing into the case. Nothing was changed.',
    hint: 'wait until it has ended, then run the same command again',
  },
  KERNEL_MISSING: {
    meaning: 'The compiled kernel is not there, or was built from other sources than the ones here.',
    hint: 'run npm start or npm test once: they compile it',
  },
  WORKER_FAILED: {
    meaning: 'A worker ended before its part of the input was done. No number was made from its half result.',
    hint: 'run again; if it happens twice at the same offset, please report it without the data',
  },
  INTERRUPTED: {
    meaning: 'The run was stopped by a signal. No output file was left half-written.',
    hint: 'run the same command again; of a run of more than 20 seconds most is kept, and it goes on from there',
  },
} as const satisfies Record<string, CodeEntry>;

export type ErrorCode = keyof typeof errorCodes;
