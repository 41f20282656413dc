// What the thread that surveys is told, and what it answers: plain data.

import type { TableSchema } from '../../../read/index.ts';
import type { MaskFile } from '../run/mask-file.ts';
import type { Survey } from './survey.ts';

export interface SurveyJob {
  files: MaskFile[];
  /** Through which files come that have to be unpacked. */
  pipe: SharedArrayBuffer;
  /** Those stated anywhere in the source. */
  schemas: TableSchema[];
}

export type SurveyMessage = { kind: 'feed'; file: number } | { kind: 'surveys'; surveys: Survey[] };
