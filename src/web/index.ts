/*
 * What `tocsin serve` answers. The command line imports from here only.
 */
export { createApp } from './create-app.ts';
export type { WebContext } from './web-context.ts';
