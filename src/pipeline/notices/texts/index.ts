/*
 * Text messages and call-backs: as lists for whoever sends and calls, or message by message over a gateway.
 */
export { type CallsRequest, listCalls } from './list-calls.ts';
export { type ListedTexts, type ListRequest, listTexts } from './list-texts.ts';
export type { WrittenList } from './send-list.ts';
export { sendTexts, type SendTextsRequest, type SentTexts } from './send-texts.ts';
export { type CallResults, takeCallResults } from './take-call-results.ts';
