// What answers without a framework in between: types. In: nothing. Out: a whole answer, and who gives one for a request's
// line and headers.

import type { IncomingMessage } from 'node:http';

export interface DirectAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** For GET and HEAD only. Null where it is somebody else's to answer. */
export type AnswerDirectly = (incoming: IncomingMessage) => DirectAnswer | Promise<DirectAnswer> | null;
