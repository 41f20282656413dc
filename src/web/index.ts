/*
 * What `tocsin serve` answers. The command line imports from here only.
 */
export { createTxtResolver } from './api/txt-resolver.ts';
export { createApp } from './create-app.ts';
export { faultText } from './guard/answer-error.ts';
export { createMetrics, type Metrics } from './metrics/index.ts';
export { serve, type Served, type ServeOptions } from './serve.ts';
export { type ServeSettings, usualSettings } from './serve-settings.ts';
export type { WebContext } from './web-context.ts';
