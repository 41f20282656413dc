// Which columns of a case hold passwords, and what a value of one may be taken for. In: a case as it was resolved. Out:
// columns to be read, and for each value whether it is a password that can be read, the raw hash of one, or neither.

import { decidedKind, passwordKinds, validatorIds, valueKind } from '../../recognise/index.ts';
import type { ResolvedCase } from '../deliveries/resolved-case.ts';
import type { WantedPart } from '../values/walk-values.ts';

/** `salted`: a hash that nothing can be looked up by. */
export type PasswordForm = 'readable' | 'sha1' | 'ntlm' | 'salted' | 'none';

export interface PasswordColumns {
  wanted: WantedPart[];
  /** Wanted columns of a part. */
  widthOf(part: number): number;
  /** Of a value of the `column`-th wanted column of a part. */
  formOf(part: number, column: number, bytes: Uint8Array, start: number, end: number): PasswordForm;
}

interface ColumnFacts {
  kind: string | null;
  hasSalt: boolean;
}

export function passwordColumns({ parts }: ResolvedCase): PasswordColumns {
  const factsOf = new Map<number, ColumnFacts[]>();
  const wanted = parts.flatMap(({ part, delivered }): WantedPart[] => {
    const columns = delivered.plan.gathered.flatMap(({ column, validator, normal }) => {
      if (validator !== validatorIds.password || normal === 'nested') return [];
      const found = delivered.findings[column]!.find((finding) => finding.validator === validator);
      return [{ column, kind: found?.kind ?? null, note: found?.evidence.note }];
    });
    if (columns.length === 0) return [];
    factsOf.set(
      part,
      columns.map(({ kind, note }) => ({
        kind,
        hasSalt: /\bsalt\b/iu.test(kind ?? '') || (note ?? '').includes('salts in the column'),
      })),
    );
    return [{ part, columns: columns.map(({ column }) => column) }];
  });
  return {
    wanted,
    widthOf: (part) => factsOf.get(part)?.length ?? 0,
    formOf(part, column, bytes, start, end) {
      const kind = valueKind(validatorIds.password, bytes, start, end);
      return kind === 0 ? 'none' : formOfKind(passwordKinds[kind - 1]!, factsOf.get(part)![column]!);
    },
  };
}

/** In a column of words these are words that happen to have the length of a hash. */
const wordLike = new Set(['descrypt (DES)', 'Cisco PIX MD5, or plain text (16 signs)']);

function formOfKind(kind: string, { kind: columnKind, hasSalt }: ColumnFacts): PasswordForm {
  if (kind === 'plain text') return 'readable';
  if (columnKind === 'plain text' && wordLike.has(kind)) return 'readable';
  if (hasSalt) return 'salted';
  const decided = decidedKind(columnKind, kind);
  if (/^SHA-1(?: or MySQL|, as the column)/u.test(decided)) return 'sha1';
  return decided.startsWith('NTLM, as the column') ? 'ntlm' : 'salted';
}
