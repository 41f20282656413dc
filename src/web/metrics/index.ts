/*
 * What the service counts of itself, and who may read it.
 */
export { createMetrics, type Metrics } from './create-metrics.ts';
export { metricsRoutes } from './metrics-routes.ts';
