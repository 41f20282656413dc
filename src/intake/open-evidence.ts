// Evidence is opened through the custody log only: that somebody opens it, what for, and which, is in the log before the
// first byte can be had. In: the evidence that is wanted, who wants it and why. Out: where the bytes are.

import { isTocsinError, type TocsinError } from '../base/index.ts';
import { appendCustody } from '../custody/index.ts';
import type { CaseRecord, InstanceHome } from '../store/index.ts';
import type { Evidence } from './evidence.ts';
import { type EvidenceBytes, locateEvidence } from './locate-evidence.ts';

export interface OpenedFor {
  /** The acting user. */
  who: string;
  /** What is done with it, as the log has it. */
  what?: string;
  why?: string | null;
  details?: Record<string, unknown>;
  /** Told of evidence that can be had nowhere; the rest is opened. Without it that is an error. */
  onMissing?: (evidence: Evidence, error: TocsinError) => void;
}

/** Evidence that one entry names. */
const groupSize = 200;

/** Throws EVIDENCE_CHANGED for the first that cannot be had; then the log holds the refusal and nothing is opened. */
export async function openEvidence(
  home: InstanceHome,
  record: CaseRecord,
  wanted: Evidence[],
  { who, what = 'evidence.open', why = null, details = {}, onMissing }: OpenedFor,
): Promise<EvidenceBytes[]> {
  const enter = (evidence: Evidence[], result: 'begun' | 'failed') =>
    appendCustody(
      home,
      {
        who,
        case: record.case,
        what,
        ...(evidence.length === 1 ? { on: evidence[0]!.id } : {}),
        result,
        counts: { files: evidence.length },
        hashes: Object.fromEntries(evidence.map(({ id, sha256 }) => [id, sha256])),
        ...(why === null && Object.keys(details).length === 0
          ? {}
          : { details: { ...(why === null ? {} : { why }), ...details } }),
      },
      record.key,
    );
  const opened: EvidenceBytes[] = [];
  for (const evidence of wanted) {
    try {
      opened.push(await locateEvidence(record, evidence));
    } catch (error) {
      enter([evidence], 'failed');
      if (!onMissing || !isTocsinError(error)) throw error;
      onMissing(evidence, error);
    }
  }
  const had = opened.map(({ evidence }) => evidence);
  for (let from = 0; from < had.length; from += groupSize) enter(had.slice(from, from + groupSize), 'begun');
  return opened;
}
