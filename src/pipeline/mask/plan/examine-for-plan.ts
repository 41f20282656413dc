// What a source holds, as an examination finds it. In: files. Out: what was found, and the report of it, for as long as the
// plan is made.

import { TocsinError } from '../../../base/index.ts';
import type { ExposureReport } from '../../../report/index.ts';
import { examine } from '../../examine.ts';
import type { Findings } from '../../findings.ts';
import type { MaskFile } from '../run/mask-file.ts';
import type { ProposeOptions } from './propose-options.ts';

export async function examineForPlan(
  files: MaskFile[],
  { workers, signal, onProgress }: ProposeOptions,
): Promise<{ found: Findings; report: ExposureReport }> {
  let found: Findings | null = null;
  const report = await examine(
    files.map(({ path }) => path),
    {
      ...(workers === undefined ? {} : { workers }),
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
      keep: (_examined, findings) => {
        found = findings;
      },
    },
  );
  if (found === null) throw new TocsinError('NOTHING_READABLE', 'nothing in the files could be examined');
  return { found, report };
}
