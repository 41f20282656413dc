// Mask, the whole of it: from a source to a copy that holds nobody, with its receipt. In: paths, a key, a plan. Out: the
// receipt, or why there is no copy. The copy is at its place only once all is proven and the receipt beside it.

import { hash } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { programVersion } from '../../../base/files/index.ts';
import { TocsinError } from '../../../base/index.ts';
import { coverageOf, isMaskRule, type MaskPlan, survivorForms } from '../../../mask/index.ts';
import { type InstanceHome, openMaskKey, type OpenMaskKey } from '../../../store/index.ts';
import { type MaskReceipt, type ReceiptFacts, receiptPath, writeReceipt } from '../receipt/index.ts';
import { ruleText, type SubsetRule } from '../subset/index.ts';
import { findMaskFiles } from './find-mask-files.ts';
import type { MaskFile } from './mask-file.ts';
import type { Survivor } from './mask-job.ts';
import type { MaskOutcome } from './mask-outcome.ts';
import { OutputPlace } from './output-place.ts';
import { planDrift } from './plan-drift.ts';
import type { Refusal } from './refusal.ts';
import { runMask, type RunOptions } from './run-mask.ts';
import { sourceHashes } from './source-hashes.ts';

export interface MaskSourceOptions {
  out: string;
  keyName: string;
  /** The plan, and the text it was read from; by default what is proposed for the source. */
  plan: { plan: MaskPlan; text: string };
  who: string;
  vendor?: string | undefined;
  environment?: string | undefined;
  /** yyyy-mm-dd: a copy of that day, and no other. */
  date?: string | undefined;
  /** Only some rows of these tables, and what belongs to them. */
  subset?: readonly SubsetRule[];
  language?: 'fr' | 'en' | 'de' | undefined;
  workers?: number | undefined;
  isChecked?: boolean;
  isForced?: boolean;
  now?: Date;
  signal?: AbortSignal;
  onKey?: (key: OpenMaskKey) => void;
  onProgress?: RunOptions['onProgress'];
  /** For tests. */
  stretchBytes?: number | undefined;
}

export interface MaskResult {
  /** Null: nothing was released. */
  receipt: MaskReceipt | null;
  receiptPath: string;
  refusals: Refusal[];
  survivors: Survivor[];
  drift: string[];
}

/** Throws INPUT_NOT_FOUND, INPUT_UNREADABLE, OUTPUT_NOT_WRITABLE, USAGE, and what keys throw. */
export async function maskSource(
  home: InstanceHome,
  input: string,
  options: MaskSourceOptions,
): Promise<MaskResult> {
  const { out, plan, isForced = false, isChecked = true, now = new Date(), signal } = options;
  if (`${resolve(out)}${sep}`.startsWith(`${resolve(input)}${sep}`))
    throw new TocsinError('USAGE', '--out names a place inside of what is masked', {
      hint: 'name a place outside of it',
    });
  const coverage = coverageOf(plan.plan);
  const found = await findMaskFiles(input, (place) => coverage.fileRule(place) === 'drop');
  const refused = { receipt: null, receiptPath: receiptPath(out), survivors: [], drift: [] };
  if (found.refusals.length > 0) return { ...refused, refusals: found.refusals };
  if (!found.isFolder && /\.gz$/iu.test(out) && found.files[0]!.packing === null)
    throw new TocsinError('USAGE', '--out names a gzip file, and the source is not packed', {
      hint: 'leave out .gz: a copy is packed as its source is',
    });
  using output = new OutputPlace(out, { isFolder: found.isFolder, isForced });
  const receipt = receiptPath(out);
  if (!isForced && output.left !== null) removeOrphan(receipt, output.left);
  if (existsSync(receipt) && !isForced)
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a receipt already: ${receipt}`, {
      hint: 'name another place, or replace what is there with --force',
    });
  const key = openMaskKey(home, options.keyName, {
    vendor: options.vendor,
    environment: options.environment,
    date: options.date,
    now,
  });
  options.onKey?.(key);
  const hashing = sourceHashes(found.files);
  try {
    const outcome = await runMask({
      files: found.files,
      plan: plan.plan,
      secret: key.secret,
      language: options.language ?? 'fr',
      output,
      isChecked,
      subset: options.subset ?? [],
      workers: options.workers,
      ...(options.stretchBytes === undefined ? {} : { stretchBytes: options.stretchBytes }),
      ...(signal ? { signal } : {}),
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    });
    const drift = planDrift(plan.plan, outcome.seen);
    const { refusals, survivors } = outcome;
    if (outcome.output === null || refusals.length > 0 || survivors.length > 0)
      return { receipt: null, receiptPath: receipt, refusals, survivors, drift };
    const hashes = await hashing.done;
    refuseChanged(found.files, hashes);
    const facts = receiptFacts(outcome, {
      files: found.files,
      leftOut: found.dropped,
      hashes,
      key,
      plan,
      drift,
      isChecked,
      subset: options.subset ?? [],
      who: options.who,
      now,
    });
    signal?.throwIfAborted();
    const written = writeReceipt(home, receipt, facts);
    try {
      output.keep();
    } catch (error) {
      rmSync(receipt, { force: true });
      throw error;
    }
    return { receipt: written, receiptPath: receipt, refusals, survivors, drift };
  } finally {
    await hashing.stop();
  }
}

/** A run that was killed between its receipt and its output: the receipt is of nothing. */
function removeOrphan(receipt: string, written: number): void {
  const found = statSync(receipt, { throwIfNoEntry: false });
  if (found && found.mtimeMs >= written) rmSync(receipt);
}

function refuseChanged(files: MaskFile[], hashes: (string | null)[]): void {
  const at = hashes.indexOf(null);
  if (at >= 0) throw new TocsinError('INPUT_UNREADABLE', `it changed while it was read: ${files[at]!.path}`);
}

interface FactsContext {
  files: MaskFile[];
  leftOut: number;
  hashes: (string | null)[];
  key: OpenMaskKey;
  plan: { plan: MaskPlan; text: string };
  drift: string[];
  isChecked: boolean;
  subset: readonly SubsetRule[];
  who: string;
  now: Date;
}

function receiptFacts(outcome: MaskOutcome, context: FactsContext): ReceiptFacts {
  const { files, leftOut, hashes, key, plan, drift, isChecked, who, now } = context;
  const { seen, output, values, finds, stoodAside } = outcome;
  const met = [...plan.plan.tables]
    .filter(([table]) => seen.rows.has(table))
    .flatMap(([, rules]) => [...rules.values()]);
  const masked = met.filter(isMaskRule).length;
  return {
    made: { at: now.toISOString(), by: who, version: programVersion() },
    key: { name: key.name, id: key.keyId, recipient: key.recipient },
    input: { files: files.map(({ bytes }, i) => ({ bytes, sha256: hashes[i]! })), leftOut },
    output: { files: output!.map(({ place, bytes, sha256 }) => ({ place, bytes, sha256 })) },
    plan: planFacts(plan, outcome.shownName),
    coverage: {
      tables: seen.rows.size,
      columns: { masked, kept: met.length - masked },
      rows: [...seen.rows.values()].reduce((sum, rows) => sum + rows, 0),
      masked: byName([...values].filter(([, count]) => count > 0)),
      foundInTexts: finds,
      statements: byName([...seen.statements]),
      stoodAside,
    },
    survivors: {
      found: isChecked ? 0 : null,
      forms: isChecked ? [...survivorForms] : [],
      real: { all: seen.real },
    },
    drift: drift.map(outcome.shownName),
    subset: outcome.subset && {
      rules: context.subset.map((rule) => outcome.shownName(ruleText(rule))),
      tables: outcome.subset.map((part) => ({ ...part, table: outcome.shownName(part.table) })),
    },
  };
}

function planFacts(
  { plan, text }: FactsContext['plan'],
  shown: (name: string) => string,
): ReceiptFacts['plan'] {
  const ruleText = (rule: string | { keep: string }) =>
    typeof rule === 'string' ? rule : `keep: ${shown(rule.keep)}`;
  const tables = [...plan.tables].map(([table, columns]) => [
    shown(table),
    Object.fromEntries(
      [...columns].map(([column, rule]) => [
        shown(column),
        isMaskRule(rule)
          ? `mask ${rule.mask}${rule.isUnique ? ', unique' : ''}`
          : `keep: ${shown(rule.keep)}`,
      ]),
    ),
  ]);
  return {
    sha256: hash('sha256', text),
    tables: Object.fromEntries(tables) as Record<string, Record<string, string>>,
    statements: Object.fromEntries([...plan.statements].map(([word, rule]) => [word, ruleText(rule)])),
    files: plan.files.rest,
  };
}

function byName(counts: [name: string, count: number][]): Record<string, number> {
  return Object.fromEntries(counts.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
