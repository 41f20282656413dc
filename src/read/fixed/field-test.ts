// What tells that a field begins and ends here and not a sign later: values that only hold together whole, such as
// dates and numbers with a check digit. In records without blanks nothing else does.

export interface FieldTest {
  /** Lengths of a field that passes, in bytes. */
  shortest: number;
  longest: number;
  /** Share of random signs of that shape that pass. */
  chance: number;
  /** Whether the span is such a value. Asked very often: it must not allocate. */
  fits(bytes: Uint8Array, from: number, to: number): boolean;
}
