// Takes what a reader of markup finds and makes running text of it, tables too: in a mail a table is part of the
// letter. In: calls on a queue. Out: texts and the pictures between them, to be taken after each piece.

import type { SinkQueue } from '../markup/sink-queue.ts';
import type { Member, RecordValue } from '../unpack/unpack-sink.ts';

export interface MarkupText {
  queue: SinkQueue;
  /** What has come since it was asked for last. */
  taken(): (string | Member)[];
}

/** `nameOf`: the path of a picture within the mail, by what the markup calls it. */
export function createMarkupText(nameOf: (written: string) => string): MarkupText {
  let found: (string | Member)[] = [];
  const add = (text: string): void => {
    const last = found.at(-1);
    if (typeof last === 'string') found[found.length - 1] = last + text;
    else found.push(text);
  };
  const line = (values: readonly RecordValue[]): void =>
    add(`${values.map((value) => (typeof value === 'string' ? value : '')).join('\t')}\n`);
  return {
    queue: {
      member: (member) => void found.push({ ...member, path: nameOf(member.path) }),
      unread: () => {},
      table: ({ columns }) => line(columns),
      record: (_, values) => line(values),
      repeat: (_, values) => line(values),
      text: (_, text) => add(text),
      skipped: (_offset, _bytes, _reason, text = '') => add(text),
      flush: async () => {},
    },
    taken() {
      const taken = found;
      found = [];
      return taken;
    },
  };
}
