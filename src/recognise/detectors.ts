/*
 * How much each class needs before it is claimed. In: the rows of each subject. Out: one table, read by
 * classify-table.ts, in the order in which classes are tried. The chances are the share of values of other columns that
 * pass the same test, measured on the noise of public and made-up dumps and rounded up.
 */

import type { Detector } from './detector.ts';
import { familyDetectors } from './family-detectors.ts';
import { identityDetectors } from './identity-detectors.ts';
import { papersDetectors } from './papers-detectors.ts';
import { portraitDetectors } from './portrait-detectors.ts';
import { whereaboutsDetectors } from './whereabouts-detectors.ts';
import { workDetectors } from './work-detectors.ts';

export const detectors: readonly Detector[] = [
  ...identityDetectors,
  ...whereaboutsDetectors,
  ...workDetectors,
  ...portraitDetectors,
  ...familyDetectors,
  ...papersDetectors,
];
