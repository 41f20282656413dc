/**
 * How dirty the extracts are: shares of rows or people with each flaw, at three levels. In: a level. Out: shares
 * from 0 to 1.
 */
export interface Dirt {
  /** Rows whose NIR has a digit replaced, two swapped or one lost. */
  nirMistyped: number;
  /** Rows without a NIR. */
  nirMissing: number;
  /** Rows of the CSV whose NIR is written in groups. */
  nirSpaced: number;
  /** Rows with a typing error in the birth name. */
  nameMistyped: number;
  /** Rows without a date of birth. */
  birthMissing: number;
  /** People registered twice. */
  registeredTwice: number;
  /** Second registrations under the birth name only. */
  secondUnderBirthName: number;
  /** Second registrations with a typing error in the birth name. */
  secondNameMistyped: number;
  /** Second registrations whose day and month of birth changed places, where both could be a month. */
  secondDateSwapped: number;
}

export const dirtLevels = {
  none: {
    nirMistyped: 0,
    nirMissing: 0,
    nirSpaced: 0,
    nameMistyped: 0,
    birthMissing: 0,
    registeredTwice: 0.03,
    secondUnderBirthName: 0,
    secondNameMistyped: 0,
    secondDateSwapped: 0,
  },
  default: {
    nirMistyped: 0.02,
    nirMissing: 0,
    nirSpaced: 0,
    nameMistyped: 0.002,
    birthMissing: 0.001,
    registeredTwice: 0.03,
    secondUnderBirthName: 0.3,
    secondNameMistyped: 0.1,
    secondDateSwapped: 0.05,
  },
  heavy: {
    nirMistyped: 0.06,
    nirMissing: 0.03,
    nirSpaced: 0.1,
    nameMistyped: 0.02,
    birthMissing: 0.01,
    registeredTwice: 0.08,
    secondUnderBirthName: 0.4,
    secondNameMistyped: 0.25,
    secondDateSwapped: 0.12,
  },
} as const satisfies Record<string, Dirt>;

export type DirtLevel = keyof typeof dirtLevels;

export const dirtNames = Object.keys(dirtLevels) as DirtLevel[];
