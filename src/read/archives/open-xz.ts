// An xz file, of one stream or many. In: its bytes. Out: one member without a name of its own.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { openPackedStream } from './open-packed-stream.ts';

export const openXz: OpenStream = (stream, sink, options) => openPackedStream('xz')(stream, sink, options);
