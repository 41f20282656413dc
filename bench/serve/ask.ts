// The process that asks: autocannon over paths in turn. In: as JSON in the first argument, where and for how long; the
// paths, a line each, on standard input. Out: as JSON, requests a second and times.

import { createRequire } from 'node:module';

export interface AskOptions {
  url: string;
  headers: Record<string, string>;
  connections: number;
  /** Seconds; null: each path once. */
  seconds: number | null;
}

export interface Asked {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  answers: Record<string, number>;
  errors: number;
  bytesPerAnswer: number;
}

interface CannonClient {
  setRequests: (requests: { path: string }[]) => void;
}

interface CannonResult {
  duration: number;
  requests: { total: number };
  latency: { p50: number; p99: number };
  errors: number;
  throughput: { total: number };
  statusCodeStats: Record<string, { count: number }>;
}

/** The package has no types. */
const autocannon = createRequire(import.meta.url)('autocannon') as (options: object) => Promise<CannonResult>;

const options = JSON.parse(process.argv[2]!) as AskOptions;
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const paths = Buffer.concat(chunks).toString().trimEnd().split('\n');
const share = Math.ceil(paths.length / options.connections);
let begun = 0;
const result = await autocannon({
  url: options.url,
  headers: options.headers,
  connections: options.connections,
  ...(options.seconds === null ? { amount: share * options.connections } : { duration: options.seconds }),
  // each connection has paths of its own
  setupClient: (client: CannonClient) => {
    const from = (begun++ % options.connections) * share;
    const own = paths.slice(from, from + share);
    client.setRequests((own.length > 0 ? own : paths).map((path) => ({ path })));
  },
});
const total = result.requests.total;
process.stdout.write(
  JSON.stringify({
    perSecond: total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    answers: Object.fromEntries(
      Object.entries(result.statusCodeStats).map(([status, { count }]) => [status, count]),
    ),
    errors: result.errors,
    bytesPerAnswer: Math.round(result.throughput.total / Math.max(1, total)),
  } satisfies Asked),
);
