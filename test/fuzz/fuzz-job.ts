/*
 * What the process that reads damaged files is asked, and what it says.
 */
export const allFormats = '*';

export interface FuzzJob {
  seed: number;
  /** One, or `allFormats`. */
  format: string;
  /** Cases by number, the last one not included. */
  from: number;
  to: number;
  /** Of slow formats only one case in so many, by format. */
  every: Readonly<Record<string, number>>;
  /** For the files that are read; whatever is left in it is taken away with it. */
  folder: string;
  /** Cases left out, as `format number`: one has ended a process. */
  passed: string[];
}

export type FuzzMessage =
  | { kind: 'formats'; formats: string[] }
  | { kind: 'case'; format: string; number: number }
  | { kind: 'fault'; format: string; number: number; fault: string }
  | { kind: 'done'; residentBytes: number };
