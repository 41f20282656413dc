// Where and how often a thread keeps what it has read.

export interface CheckpointJob {
  folder: string;
  key: Uint8Array;
  /** Not before so many ms have passed since the last one. */
  everyMs: number;
  /** Tells the threads of all runs apart. */
  name: string;
}
