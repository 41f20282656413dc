// What the unpacking process says, and the thread that reads hears: frames, one after the other. A frame is the
// length of its body (4 bytes, little-endian), its kind (1 byte), and the body: bytes of a leaf, or JSON.
// A leaf is what holds no other file: the file itself, or a member however deep inside.

import type { ReaderPlan } from '../reader-plan.ts';

export const leafFrame = {
  /** A leaf begins, or goes on after others lay in between. */
  leaf: 1,
  data: 2,
  end: 3,
  /** Something that holds other files. */
  container: 4,
  /** Something inside that cannot be had. */
  unread: 5,
  progress: 6,
  /** The input has been gone through. */
  done: 7,
  /** An opener is about to be let at something: if nothing more is heard, that was too much for it. */
  opening: 8,
  /** It has come back from the last one opened. */
  closed: 9,
} as const;

export const leafHeadBytes = 5;

/** The longest body: chunks are at most this long, and notes far shorter. */
export const maxLeafFrameBytes = 32 << 20;

export interface LeafHead {
  /** The path of the input, and inside it, each after a `/`; two of the same name are told apart. */
  path: string;
  format: string;
  encoding: string;
  plan: ReaderPlan;
  /** MySQL's name of the set that values are in where they are not UTF-8. */
  charset: string;
  continued: boolean;
  /** Where its bytes begin that follow, and the reader's state there: what lies before was read by an earlier run. */
  from: number;
  state: string;
}

export interface LeafEnd {
  /** Its bytes as it lies in its container, unpacked. */
  bytes: number;
  /** Why it is not whole, or null. */
  broken: string | null;
}

export interface OpeningNote {
  path: string;
  format: string;
}

export interface DoneNote {
  ocrPagesLeft: number;
}

export interface ContainerNote {
  path: string;
  format: string;
  members: number;
  bytes: number;
  broken: string | null;
}

export interface UnreadNote {
  path: string;
  bytes: number;
  reason: string;
}

export interface UnpackProgress {
  /** Bytes of the input that have been taken. */
  taken: number;
  /** Scanned pages read so far in this input, and how many there seem to be. */
  pages: number;
  pagesInAll: number;
}

export function frameOf(kind: number, body: Uint8Array | object): Buffer[] {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  const head = Buffer.allocUnsafe(leafHeadBytes);
  head.writeUInt8(kind, head.writeUInt32LE(bytes.length, 0));
  return [head, bytes as Buffer];
}
