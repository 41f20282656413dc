// What the user allows whoever unpacks.

export interface UnpackSettings {
  /** Files and folders as the user named them: nothing else may be read. */
  roots: string[];
  passwords: string[];
  /** Scanned pages that may still be read in this run: counted down. */
  ocrPages: number;
  maxUnpackedBytes: number | null;
}

/** Some seconds each: what a night bears. */
export const usualOcrPages = 2000;
