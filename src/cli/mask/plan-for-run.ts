// The plan of a run: the reviewed file that was named, or what is proposed for the source, which is written beside the copy so
// that it can be reviewed and used again. In: flags. Out: the plan and its text.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeWhole } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import { type MaskPlan, maxPlanBytes, readPlan } from '../../mask/index.ts';
import { proposePlan } from '../../pipeline/index.ts';

export interface PlanForRun {
  out: string;
  /** The file that was named. */
  plan?: string | undefined;
  isForced: boolean;
  workers?: number | undefined;
  signal?: AbortSignal | undefined;
  /** How much of the source has been looked at, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** Throws MASK_PLAN, INPUT_NOT_FOUND, OUTPUT_NOT_WRITABLE, and what reading throws. */
export async function planForRun(
  input: string,
  options: PlanForRun,
): Promise<{ plan: MaskPlan; text: string }> {
  if (options.plan !== undefined) return readPlanFile(options.plan);
  const { out, isForced, workers, signal, onProgress } = options;
  const place = `${out}.plan.yaml`;
  if (existsSync(place) && !isForced)
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a plan already: ${place}`, {
      hint: 'use it with --plan, or have another one proposed in its place with --force',
    });
  const { plan, text } = await proposePlan(input, {
    workers,
    signal,
    onProgress: ({ bytes, totalBytes }) => onProgress?.(bytes / Math.max(1, totalBytes)),
  });
  try {
    writeWhole(place, text);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${place}`, { cause });
  }
  return { plan, text };
}

function readPlanFile(path: string): { plan: MaskPlan; text: string } {
  let text: string;
  try {
    if (statSync(path).size > maxPlanBytes)
      throw new TocsinError('MASK_PLAN', `the plan is longer than ${maxPlanBytes >> 20} MB: ${path}`);
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof TocsinError) throw cause;
    throw new TocsinError('INPUT_NOT_FOUND', `the plan cannot be read: ${path}`, { cause });
  }
  return { plan: readPlan(text), text };
}
