// The parts of a message that are open at a place, and the lines that end them (RFC 2046 5.1). In: lines that begin
// with `--`. Out: which part they begin or end. What lies deeper than any real message is not told apart.

import type { TextForm } from './mail-text.ts';

/** Programs make five levels at most. */
const maxDepth = 50;

export interface OpenPart {
  /** `mixed`, `alternative`, `digest` … */
  kind: string;
  /** Text has been told of one of its parts, and of one before that which is read now. */
  hasText: boolean;
  hadText: boolean;
}

export type Delimiter =
  | { kind: 'part'; depth: number }
  | { kind: 'close'; depth: number }
  /** The next message of a mailbox. */
  | { kind: 'message' };

export interface OpenParts {
  readonly innermost: OpenPart | null;
  /** Whether what is read now is another form of a text, and such a one has been told. */
  readonly form: TextForm;
  /** Text has been told. */
  markText(): void;
  /** False where it cannot be opened: it has no boundary, or too many are open. */
  open(boundary: string, kind: string): boolean;
  /** Ends all parts that are deeper. */
  closeTo(depth: number): void;
  /** The same, and a further part of the innermost one left begins. */
  beginPart(depth: number): void;
  delimiterOf(line: Buffer): Delimiter | null;
}

export function createOpenParts(): OpenParts {
  const boundaries: string[] = [];
  const parts: OpenPart[] = [];
  const depths = new Map<string, number>();
  const closeTo = (depth: number): void => {
    while (parts.length > depth) {
      parts.pop();
      const boundary = boundaries.pop()!;
      if (depths.get(boundary) === parts.length) depths.delete(boundary);
    }
  };
  return {
    get innermost() {
      return parts.at(-1) ?? null;
    },
    get form() {
      const forms = parts.filter((part) => part.kind === 'alternative');
      if (forms.length === 0) return 'only';
      return forms.some((part) => part.hadText) ? 'further' : 'first';
    },
    markText() {
      for (const part of parts) part.hasText = true;
    },
    open(boundary, kind) {
      if (boundary === '' || parts.length >= maxDepth) return false;
      // one that is open already ends the outer part: it stays the outer one's
      if (!depths.has(boundary)) depths.set(boundary, parts.length);
      boundaries.push(boundary);
      parts.push({ kind, hasText: false, hadText: false });
      return true;
    },
    closeTo,
    beginPart(depth) {
      closeTo(depth + 1);
      const part = parts.at(-1);
      if (part) part.hadText = part.hasText;
    },
    delimiterOf(line) {
      if (depths.size === 0) return null;
      const text = line.toString('latin1', 2).replace(/[ \t\r\n]{1,1000}$/u, '');
      const depth = depths.get(text);
      if (depth !== undefined) return { kind: 'part', depth };
      if (!text.endsWith('--')) return null;
      const closed = depths.get(text.slice(0, -2));
      return closed === undefined ? null : { kind: 'close', depth: closed };
    },
  };
}
