// Opens one mail as a file: RFC 5322 with MIME, as mail programs and Maildir keep them, and Apple's emlx.
// In: a stream. Out: who wrote to whom, the bodies as text, attachments and enclosed mails as members.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { MailFeed } from './mail-feed.ts';
import { createOpenParts, type Delimiter } from './open-parts.ts';
import { readMessage } from './read-message.ts';
import { withoutCount } from './without-count.ts';

export const openEml: OpenStream = async (stream, sink, { signal }) => {
  const parts = createOpenParts();
  const feed = new MailFeed<Delimiter>(withoutCount(stream), { boundary: (line) => parts.delimiterOf(line) });
  try {
    await readMessage(feed, parts, sink, { folder: '', ...(signal ? { signal } : {}) });
  } finally {
    await feed.close();
  }
};
