// What the OCR thread is asked and what it answers.

export interface OcrRequest {
  image: Uint8Array;
  /** Quarter turns clockwise to make before reading. */
  quarterTurns: 0 | 1 | 2 | 3;
}

/** `tsv` is null where the image could not be unpacked. */
export interface OcrAnswer {
  tsv: string | null;
}
