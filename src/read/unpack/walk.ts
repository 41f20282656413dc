// Goes through one input, however deep: what is a container is opened and what is in it gone through in turn,
// what a reader of bytes understands is handed on as bytes, everything else as records and texts.
// What is too much is met again by whatever is read next, so that a limit ends the walk by itself.
// In: a file. Out: frames. Whatever fails is told with its path, and the walk goes on after it.

import { type FilePlace, isTocsinError } from '../../base/index.ts';
import { joinParts } from '../archives/joined-parts.ts';
import type { FieldTest } from '../fixed/field-test.ts';
import { identify, type Identified, wantsFieldTests } from '../identify.ts';
import { createDecoder } from '../recode.ts';
import type { RandomAccess } from '../random-access.ts';
import { headBytes } from '../sniff.ts';
import { type OpenedFile, openFileAccess } from './file-access.ts';
import { leafFrame, type LeafHead } from './leaf-frames.ts';
import { LeafSink } from './leaf-sink.ts';
import type { LeafWriter } from './leaf-writer.ts';
import { type OpenerName, openers } from './openers.ts';
import { type PeekedStream, peekStream } from './peeked-stream.ts';
import { spillFile } from './spill-file.ts';
import type { Member, UnpackOptions } from './unpack-sink.ts';
import { UnreadableError } from './unreadable-error.ts';
import { maxDepth, maxMembers, maxUnpackedBytes } from './walk-limits.ts';

export interface WalkOptions extends UnpackOptions {
  writer: LeafWriter;
  /** What tells where values begin and end in records of fixed width. */
  fieldTests?: () => Promise<readonly FieldTest[]>;
  /** Folder for members that must be read from anywhere. */
  spillFolder: string;
  /** Only these leaves are wanted, by path; all where null. */
  wanted: ReadonlySet<string> | null;
  /** Leaves that are not asked for, being known already. */
  known: ReadonlySet<string>;
  /** Paths that no opener is let at: one has failed there before. */
  closed: ReadonlySet<string>;
  maxUnpackedBytes?: number;
  /** Bytes of the input taken so far. */
  onTaken?: (bytes: number) => void;
}

/** What is gone through at the moment, and how deep it lies. */
interface Place {
  path: string;
  depth: number;
  /** What it is packed in that has no path of its own, innermost last: 'gzip'. */
  wrapped: string[];
}

/** `parts`: where the bytes of the input lie, in their order; usually under its path. */
export async function walkInput(
  path: string,
  options: WalkOptions,
  parts: readonly FilePlace[] = [{ path, seal: null }],
): Promise<void> {
  using open = new DisposableStack();
  const files = parts.map((part) => open.use(openFileAccess(part)));
  const file = files.length === 1 ? files[0]! : joinParts(files);
  await new Walk(file.sizeBytes, options).input(file, path);
}

class Walk {
  #options: WalkOptions;
  #writer: LeafWriter;
  #members = 0;
  /** For each path that is taken, the last number given to a namesake. */
  #paths = new Map<string, number>();
  #unpacked = 0;
  #maxUnpacked: number;
  #taken = 0;

  constructor(packedBytes: number, options: WalkOptions) {
    this.#options = options;
    this.#writer = options.writer;
    this.#maxUnpacked = options.maxUnpackedBytes ?? maxUnpackedBytes(packedBytes);
  }

  async input(file: RandomAccess, path: string): Promise<void> {
    const counted = passing(file.stream(), (bytes) => this.#options.onTaken?.((this.#taken += bytes)));
    const peeked = await peekStream(counted, headBytes);
    try {
      await this.#thing(peeked, file, { path, depth: 0, wrapped: [] });
    } finally {
      await peeked.close();
    }
  }

  /** Something with a head: `file` where it can be read from anywhere already. */
  async #thing(peeked: PeekedStream, file: RandomAccess | null, place: Place): Promise<void> {
    const isWhole = peeked.head.length < headBytes;
    let known = identify(peeked.head, { isWhole });
    if (wantsFieldTests(peeked.head, isWhole, known)) {
      const fieldTests = (await this.#options.fieldTests?.()) ?? [];
      known = identify(peeked.head, { isWhole, fieldTests });
    }
    if (known.open === null) return this.#bytes(peeked, known, place);
    if (place.depth >= maxDepth)
      return this.#unread(place.path, peeked.head.length, `lies more than ${maxDepth} containers deep`);
    await this.#opened(peeked, file, known, place);
  }

  /** What a reader of bytes reads: recoded to UTF-8 where it must be, else as it is. */
  async #bytes(peeked: PeekedStream, known: Identified, place: Place): Promise<void> {
    const leaf = leafOf(known, place);
    if (!this.#isWanted(leaf)) return;
    const decoder = known.recode ? createDecoder(known.recode) : null;
    const encoder = new TextEncoder();
    let bytes = 0;
    let broken: string | null = null;
    this.#writer.open(leaf);
    try {
      for await (const chunk of peeked.stream) {
        bytes += chunk.length;
        const text = decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
        this.#writer.data(leaf, text);
      }
      if (decoder) this.#writer.data(leaf, encoder.encode(decoder.decode()));
    } catch (error) {
      broken = reasonOf(error);
    }
    this.#writer.end(leaf, { bytes, broken });
  }

  async #opened(
    peeked: PeekedStream,
    file: RandomAccess | null,
    known: Identified,
    place: Place,
  ): Promise<void> {
    if (this.#options.closed.has(place.path)) return;
    const leaf = leafOf({ ...known, plan: { kind: 'records' } }, place);
    this.#writer.note(leafFrame.opening, { path: place.path, format: leaf.format });
    const sink = new LeafSink(leaf, this.#writer, {
      isWanted: this.#isWanted(leaf),
      member: (member) => this.#member(member, known, place),
      unread: (path, bytes, reason) => this.#unread(`${place.path}/${path}`, bytes ?? 0, reason),
    });
    let streamed = 0;
    let broken: string | null = null;
    let spilled: OpenedFile | null = null;
    try {
      const opener = openers[known.open!];
      const stream = passing(peeked.stream, (bytes) => (streamed += bytes));
      if (opener.needs === 'stream') await (await opener.load())(stream, sink, this.#options);
      else {
        if (!file)
          spilled = await spillFile(stream, this.#options.spillFolder, (reason) => (broken = reason));
        await (
          await opener.load()
        )(file ?? spilled!, sink, this.#options);
      }
    } catch (error) {
      broken = this.#told(reasonOf(error));
      const bytes = spilled ?? file;
      if (bytes && sink.isEmpty && searchable.has(known.open!)) await this.#searched(bytes, leaf, broken);
    } finally {
      spilled?.[Symbol.dispose]();
      this.#writer.note(leafFrame.closed, {});
    }
    sink.end(broken, (spilled ?? file)?.sizeBytes ?? streamed);
  }

  /** What its opener could make nothing of is searched as it lies there. */
  async #searched(file: RandomAccess, leaf: LeafHead, broken: string): Promise<void> {
    if (!this.#isWanted(leaf)) return;
    leaf.plan = { kind: 'text', reason: `${broken}: searched for addresses only` };
    for await (const chunk of file.stream()) this.#writer.data(leaf, chunk);
  }

  /** Whoever has given passwords is not told to give one, but that none fits. */
  #told(reason: string): string {
    if (this.#options.passwords.length === 0) return reason;
    return reason.replace(
      /is encrypted: give its password with --password/u,
      'is encrypted, and no password that was given opens it: give another one with --password',
    );
  }

  async #member(member: Member, container: Identified, place: Place): Promise<void> {
    if (++this.#members > maxMembers) throw new UnreadableError(`holds more than ${maxMembers} files`);
    this.#refuseBombs();
    const inside: Place =
      member.path === ''
        ? { ...place, depth: place.depth + 1, wrapped: [...place.wrapped, container.format] }
        : { path: this.#unique(`${place.path}/${member.path}`), depth: place.depth + 1, wrapped: [] };
    const peeked = await peekStream(
      passing(member.stream(), (bytes) => this.#unpack(bytes)),
      headBytes,
    );
    try {
      await this.#thing(peeked, null, inside);
    } finally {
      await peeked.close();
    }
  }

  #unpack(bytes: number): void {
    this.#unpacked += bytes;
    this.#refuseBombs();
  }

  #refuseBombs(): void {
    if (this.#unpacked <= this.#maxUnpacked) return;
    const limit = `${Number((this.#maxUnpacked / 1e9).toPrecision(2))} GB`;
    throw new UnreadableError(
      `unpacks to more than ${limit}, as only bombs do: raise it with --max-unpacked`,
    );
  }

  /** The second member of a name is told apart from the first. */
  #unique(path: string): string {
    let n = this.#paths.get(path) ?? 0;
    let unique = path;
    while (this.#paths.has(unique)) unique = `${path} (${++n})`;
    if (unique !== path) this.#paths.set(path, n);
    this.#paths.set(unique, 1);
    return unique;
  }

  #isWanted(leaf: LeafHead): boolean {
    return !this.#options.known.has(leaf.path) && (this.#options.wanted?.has(leaf.path) ?? true);
  }

  #unread(path: string, bytes: number, reason: string): void {
    this.#writer.note(leafFrame.unread, { path, bytes, reason: this.#told(reason) });
  }
}

/** Formats whose bytes may hold text as it is; in packed ones only chance looks like an address. */
const searchable: ReadonlySet<OpenerName> = new Set([
  'pdf',
  'sqlite',
  'bson',
  'parquet',
  'msg',
  'pst',
  'pgdump',
]);

/** The same chunks, the size of each told before it is passed on; what is thrown then ends the stream. */
async function* passing(
  source: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    tell(chunk.length);
    yield chunk;
  }
}

function leafOf(known: Identified, place: Place): LeafHead {
  return {
    path: place.path,
    format: [known.format, ...place.wrapped.toReversed()].join(', '),
    encoding: known.open === null ? (known.recode ?? known.charset) : '',
    plan: known.plan,
    charset: known.recode ? 'utf8' : known.charset,
    continued: false,
    from: 0,
    state: '',
  };
}

/** Only what an opener says itself is told as it says it: other messages may quote what was being read. */
function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError || isTocsinError(error)) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  return code ? `cannot be read (${code})` : 'is damaged: the program that reads it failed';
}
