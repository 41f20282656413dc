// Takes what an opener finds in one file. In: members, which are gone through at once, records and texts.
// Out: frames of the file's own leaf, begun with the first record; and in the end what came of the file.

import { RecordWriter } from '../records/record-writer.ts';
import { leafFrame, type LeafHead } from './leaf-frames.ts';
import type { LeafWriter } from './leaf-writer.ts';
import type { Member, RecordTable, RecordValue, UnpackSink } from './unpack-sink.ts';

export interface LeafSinkOptions {
  /** False where the file's own records are not asked for; its members are gone through all the same. */
  isWanted: boolean;
  member: (member: Member) => Promise<void>;
  unread: (path: string, bytes: number, reason: string) => void;
}

export class LeafSink implements UnpackSink {
  #leaf: LeafHead;
  #writer: LeafWriter;
  #options: LeafSinkOptions;
  #records: RecordWriter;
  #members = 0;
  /** Some member has a path of its own: the file is a container, and has a line as one. */
  #isContainer = false;
  /** The table named last must be named again: other leaves came in between. */
  #hasRecords = false;

  constructor(leaf: LeafHead, writer: LeafWriter, options: LeafSinkOptions) {
    this.#leaf = leaf;
    this.#writer = writer;
    this.#options = options;
    this.#records = new RecordWriter((bytes) => {
      if (options.isWanted) writer.data(leaf, bytes);
    });
  }

  async member(member: Member): Promise<void> {
    this.#members++;
    if (member.path !== '') this.#isContainer = true;
    this.#records.flush();
    await this.#options.member(member);
  }

  unread(path: string, sizeBytes: number | null, reason: string): void {
    this.#members++;
    this.#isContainer = true;
    this.#options.unread(path, sizeBytes ?? 0, reason);
  }

  table(table: RecordTable): void {
    this.#hasRecords = true;
    this.#records.table(table);
  }

  record(offset: number, values: readonly RecordValue[]): void {
    this.#records.record(offset, values);
  }

  text(offset: number, text: string): void {
    this.#hasRecords = true;
    this.#records.text(offset, text);
  }

  skipped(offset: number, bytes: number, reason: string, text = ''): void {
    this.#hasRecords = true;
    this.#records.skipped(offset, bytes, reason, text);
  }

  /** Nothing has been handed over. */
  get isEmpty(): boolean {
    return !this.#hasRecords && this.#members === 0;
  }

  async drained(): Promise<void> {}

  /** A file that held nothing but others is a container; any other is a leaf, even of nothing. */
  end(broken: string | null, bytes: number): void {
    this.#records.flush();
    const isLeaf = this.#hasRecords || this.#members === 0;
    const { path, format } = this.#leaf;
    if (this.#isContainer || (broken !== null && !isLeaf))
      this.#writer.note(leafFrame.container, {
        path,
        format,
        members: this.#members,
        bytes,
        broken: isLeaf ? null : broken,
      });
    if (isLeaf && this.#options.isWanted) this.#writer.end(this.#leaf, { bytes, broken });
  }
}
