// Tracing of found dumps, as the rest of the pipeline uses it.
export type { TracedRecipient, TraceResult, TraceVerdict } from './trace-result.ts';
export { type TraceOptions, traceSample } from './trace-sample.ts';
