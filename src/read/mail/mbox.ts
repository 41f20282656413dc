// Opens a mailbox of many mails in one file (mbox, RFC 4155, in all its variants). In: a stream. Out: what each mail
// holds, one after the other; attachments under `message 12/`. It holds no mail, whatever its size.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { MailFeed } from './mail-feed.ts';
import { isSeparator } from './mbox-separator.ts';
import { createOpenParts, type Delimiter } from './open-parts.ts';
import { readMessage } from './read-message.ts';

export const openMbox: OpenStream = async (stream, sink, { signal }) => {
  const parts = createOpenParts();
  const feed = new MailFeed<Delimiter>(stream, {
    boundary: (line) => parts.delimiterOf(line),
    separator: (line, following, isAfterBlank) =>
      isSeparator(line, following, isAfterBlank) ? { kind: 'message' } : null,
  });
  try {
    for (let line = await feed.line(); line !== null; line = await feed.line()) {
      const text = line.toString('latin1').trim();
      if (text !== '')
        sink.skipped(feed.offset - line.length, line.length, 'a line before the first mail', text);
    }
    feed.delimiter();
    for (let number = 1; await feed.hasMore(); number++) {
      signal?.throwIfAborted();
      await readMessage(feed, parts, sink, { folder: `message ${number}/`, ...(signal ? { signal } : {}) });
    }
  } finally {
    await feed.close();
  }
};
