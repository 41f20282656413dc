// How a value is decoded into the kernel's memory: the shape of what the reader supplies.

/** Where a decoded value lies in the kernel's memory. */
export interface DecodedSpan {
  start: number;
  end: number;
}

/** Decodes the value at `from`..`to`; false for NULL. Supplied by the reader, who knows the dialect. */
export type DecodeValue = (from: number, to: number, decoded: DecodedSpan) => boolean;
