// The cases whose day of destruction has passed. In: the instance and the time now. Out: their records, oldest day first.

import { retainedCases } from '../../register/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';

export function dueCases(home: InstanceHome, now: Date): CaseRecord[] {
  return retainedCases(home, now)
    .filter(({ isDue }) => isDue)
    .map(({ record }) => record);
}
