// What a receipt of a masked copy says: which files went in and came out, under which plan and key, what was masked, and that
// nothing real is left. In: these facts, or the text of a receipt. Out: the signed text, or the receipt once its signature
// holds. Paths of the source, names of its files and values of it are never in it.

import { hash } from 'node:crypto';
import { type NoteSigner, openNote, parsePublicKey, signNote } from '../../../custody/index.ts';
import { type Json, shownJson } from '../../../destroy/index.ts';
import type { MaskRecipient } from '../../../store/index.ts';

export const receiptFormat = 'tocsin mask receipt 1';

export interface ReceiptFile {
  /** Under the folder, as it was masked; '' where the copy is one file. */
  place: string;
  bytes: number;
  /** In hexadecimal digits, as all hashes here. */
  sha256: string;
}

export interface ReceiptFacts {
  /** `at`: ISO 8601. `by`: the user of the instance. `version`: of the program. */
  made: { at: string; by: string; version: string | null };
  /** `id`: stands for the secret, which cannot be found from it. */
  key: { name: string; id: string; recipient: MaskRecipient };
  input: {
    files: { bytes: number; sha256: string }[];
    /** How many files the plan leaves out. */
    leftOut: number;
  };
  output: { files: ReceiptFile[] };
  plan: {
    /** Of the plan's file. */
    sha256: string;
    /** `mask METHOD`, `mask METHOD, unique`, or `keep: REASON`, of each column by table. */
    tables: Record<string, Record<string, string>>;
    /** By the words they begin with: text, drop, or `keep: REASON`. */
    statements: Record<string, string>;
    /** What became of files that are texts. */
    files: string;
  };
  coverage: {
    tables: number;
    columns: { masked: number; kept: number };
    rows: number;
    /** How many values each method replaced. */
    masked: Record<string, number>;
    /** How many names, identifiers and so on were replaced inside texts. */
    foundInTexts: number;
    /** How many statements outside rows there were, by their words. */
    statements: Record<string, number>;
    /** Identifiers whose usual replacement is somebody's real one, and that have another. */
    stoodAside: number;
  };
  survivors: {
    /** Null: the output was not searched, as --no-check asked. */
    found: 0 | null;
    /** In which forms real values were looked for: plain, base64 and so on. */
    forms: string[];
    /** How many real values of each sort were looked for. */
    real: Record<string, number>;
  };
  /** What the plan names and the source has not. */
  drift: string[];
  /** How the rows were chosen; null where all are there. */
  subset: { rules: string[]; tables: { table: string; rows: number; kept: number }[] } | null;
}

export interface MaskReceipt extends ReceiptFacts {
  format: typeof receiptFormat;
  publicKey: string;
  /** A signed note (c2sp.org/signed-note) over the hash of all of the above, as this file writes it. */
  signature: string;
}

export function signReceipt(facts: ReceiptFacts, signer: NoteSigner): { receipt: MaskReceipt; text: string } {
  const unsigned = { format: receiptFormat, publicKey: signer.publicKey, ...facts } as const;
  const receipt: MaskReceipt = { ...unsigned, signature: signNote(signedText(unsigned), signer) };
  return { receipt, text: textOf(receipt) };
}

/**
 * What is wrong where it does not hold. `publicKey`: whose signature is expected, where that is known. Every byte of the text
 * counts.
 */
export function openReceipt(text: string, publicKey?: string): MaskReceipt | string {
  const receipt = parsed(text);
  if (receipt === null) return 'it cannot be read as a receipt';
  const { signature, ...unsigned } = receipt;
  if (publicKey !== undefined && receipt.publicKey !== publicKey)
    return 'it is signed by another key than the one given';
  const verifier = parsePublicKey(receipt.publicKey);
  const note = verifier && openNote(signature, verifier);
  if (!note?.isSigned || note.text !== signedText(unsigned) || text !== textOf(receipt))
    return 'it was changed, or is not signed by the key that it names';
  return receipt;
}

function signedText(unsigned: object): string {
  return `${receiptFormat}\nreceipt sha256 ${hash('sha256', textOf(unsigned))}\n`;
}

function textOf(receipt: object): string {
  return shownJson(receipt as Json);
}

function parsed(text: string): MaskReceipt | null {
  let receipt: Partial<MaskReceipt> | null;
  try {
    receipt = JSON.parse(text) as Partial<MaskReceipt> | null;
  } catch {
    return null;
  }
  const isWhole =
    receipt?.format === receiptFormat &&
    typeof receipt.publicKey === 'string' &&
    typeof receipt.signature === 'string' &&
    typeof receipt.made?.at === 'string' &&
    typeof receipt.key?.id === 'string' &&
    typeof receipt.survivors === 'object' &&
    Array.isArray(receipt.output?.files) &&
    receipt.output.files.every(
      (file) =>
        typeof file?.place === 'string' &&
        typeof file.sha256 === 'string' &&
        Number.isSafeInteger(file.bytes),
    );
  return isWhole ? (receipt as MaskReceipt) : null;
}
