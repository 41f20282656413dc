/*
 * One file gone through in this process as the unpacking process goes through it. In: its path. Out: the leaves
 * with the beginning of their bytes, and what an opener let out that is no `UnreadableError`.
 */
import { leafFrame, leafHeadBytes, type LeafEnd, type LeafHead } from '../../src/read/unpack/leaf-frames.ts';
import { LeafWriter } from '../../src/read/unpack/leaf-writer.ts';
import { openers } from '../../src/read/unpack/openers.ts';
import { UnreadableError } from '../../src/read/unpack/unreadable-error.ts';
import { walkInput } from '../../src/read/unpack/walk.ts';

/** What is kept of a leaf: the readers of it are tried on so much. */
const maxLeafBytes = 2 << 20;

/** Small files that unpack to more are bombs, and end there. */
const maxUnpackedBytes = 64 << 20;

const maxLeaves = 50;

export interface WalkedLeaf {
  head: LeafHead;
  bytes: Buffer;
  /** All of it is in `bytes`. */
  isWhole: boolean;
}

export interface Walked {
  leaves: WalkedLeaf[];
  faults: Set<string>;
}

export async function walkFile(path: string, spillFolder: string): Promise<Walked> {
  const parts = new Map<string, { head: LeafHead; pieces: Buffer[]; had: number; isWhole: boolean }>();
  const faults = new Set<string>();
  let current = '';
  let ends = 0;
  let begun = 0;
  const writer = new LeafWriter((frames) => {
    const frame = Buffer.concat(frames);
    const kind = frame[4];
    const body = frame.subarray(leafHeadBytes);
    if (kind === leafFrame.data) {
      const leaf = parts.get(current);
      if (!leaf) return;
      if (leaf.had < maxLeafBytes) leaf.pieces.push(body.subarray(0, maxLeafBytes - leaf.had));
      leaf.had += body.length;
      if (leaf.had > maxLeafBytes) leaf.isWhole = false;
      return;
    }
    const note: unknown = JSON.parse(body.toString());
    if (kind === leafFrame.leaf) {
      const head = note as LeafHead;
      if (!head.continued) begun++;
      current = head.path;
      if (parts.size < maxLeaves && !parts.has(current))
        parts.set(current, { head, pieces: [], had: 0, isWhole: true });
    }
    if (kind === leafFrame.end) {
      ends++;
      const { broken } = note as LeafEnd;
      if (broken !== null) checkReason(broken, faults);
    }
    if (kind === leafFrame.unread) checkReason((note as { reason: string }).reason, faults);
    if (kind === leafFrame.container) {
      const { broken } = note as { broken: string | null };
      if (broken !== null) checkReason(broken, faults);
    }
  });
  faultsOfOpeners = faults;
  await walkInput(path, {
    writer,
    spillFolder,
    wanted: null,
    known: new Set(),
    closed: new Set(),
    passwords: ['secret'],
    ocr: { pagesLeft: 0, onPage() {} },
    maxUnpackedBytes,
  });
  if (begun !== ends) faults.add(`${begun} leaves begun, ${ends} ended`);
  const leaves = [...parts.values()].map(({ head, pieces, isWhole }) => ({
    head,
    bytes: Buffer.concat(pieces),
    isWhole,
  }));
  return { leaves, faults };
}

/** In a report this is a line: one line, and no novel. */
function checkReason(reason: string, faults: Set<string>): void {
  if (reason === '' || reason.length > 300 || /[\n\r\0]|undefined|\[object|\bNaN\b/u.test(reason))
    faults.add(`a reason that nobody can read: ${JSON.stringify(reason.slice(0, 200))}`);
}

let faultsOfOpeners = new Set<string>();

/** Has every opener watched: what the walk tells as damage may be a fault of ours. To be called once. */
export function watchOpeners(): void {
  const told = new WeakSet<Error>();
  for (const [name, opener] of Object.entries(openers)) {
    const load = opener.load as () => Promise<(...given: unknown[]) => Promise<void>>;
    const watched = async () => {
      const open = await load();
      return async (...given: unknown[]) => {
        try {
          await open(...given);
        } catch (error) {
          if (error instanceof UnreadableError) throw error;
          const known = error instanceof Error ? error : new Error(String(error));
          if (!told.has(known)) faultsOfOpeners.add(`${name} lets out ${placeOf(known)}`);
          told.add(known);
          throw error;
        }
      };
    };
    Object.assign(opener, { load: watched });
  }
}

/** The error, and where it was thrown: two faults of the same place are one. */
export function placeOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.includes(' at '));
  const ours = frames.filter((line) => line.includes('/src/')).slice(0, 3);
  const lines = [...frames.slice(0, 2), ...ours].map((line) =>
    line.trim().replace(/\(?file:.*\/(?=src\/|node_modules\/)/u, '('),
  );
  return `${error.name}: ${error.message.slice(0, 200)} ${[...new Set(lines)].join(' | ')}`;
}
