// How a split is run: by whom, with how many threads, and who is told how far it is.

export interface SplitOptions {
  /** Name of the acting user. */
  who: string;
  workers?: number;
  signal?: AbortSignal;
  /** What is being done, and how far it is, 0 to 1. */
  onProgress?: (what: 'reading' | 'keeping', done: number) => void;
  now?: Date;
}
