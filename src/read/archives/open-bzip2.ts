// A bzip2 file, of one stream or many. In: its bytes. Out: one member without a name of its own.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { openPackedStream } from './open-packed-stream.ts';

export const openBzip2: OpenStream = (stream, sink, options) =>
  openPackedStream('bzip2')(stream, sink, options);
