// The plan of a run: the reviewed file that was named, or what is proposed for the source, which is written beside the copy once
// there is one, so that it can be reviewed and used again. In: flags. Out: the plan and its text.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeWhole } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import type { MaskPlan } from '../../mask/index.ts';
import { maxPlanBytes, readPlan } from '../../mask/plan/index.ts';

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

export interface PlanOfRun {
  plan: MaskPlan;
  text: string;
  /** Writes what was proposed beside the copy. */
  keep(): void;
}

/** Throws MASK_PLAN, INPUT_NOT_FOUND, OUTPUT_NOT_WRITABLE, and what reading throws. */
export async function planForRun(input: string, options: PlanForRun): Promise<PlanOfRun> {
  if (options.plan !== undefined) return { ...readPlanFile(options.plan), keep() {} };
  const { out, isForced, workers, signal, onProgress } = options;
  const place = `${out}.plan.yaml`;
  if (existsSync(place) && !isForced)
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a plan already: ${place}`, {
      hint: 'use it with --plan, or have another one proposed in its place with --force',
    });
  const { proposePlan } = await import('../../pipeline/mask/plan/index.ts');
  const { plan, text } = await proposePlan(input, {
    workers,
    signal,
    onProgress: ({ bytes, totalBytes }) => onProgress?.(bytes / Math.max(1, totalBytes)),
  });
  const keep = () => {
    try {
      writeWhole(place, text);
    } catch (cause) {
      throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${place}`, { cause });
    }
  };
  return { plan, text, keep };
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
