// What the service counts of itself. In: requests answered, jobs ended, and at the moment of asking the register's state.
// Out: text for Prometheus. Labels are names of ours; nothing that somebody has sent is one.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { countJobs, type RegisterDatabase } from '../../store/register/index.ts';
import { type RequestGroup, requestGroup } from './request-group.ts';

export interface Metrics {
  /** `path` is looked at for its group only. */
  countRequest: (path: string, status: number, seconds: number) => void;
  countJob: (kind: string, outcome: 'done' | 'again' | 'failed') => void;
  /** As Prometheus reads it. */
  text: () => Promise<string>;
  contentType: string;
}

/** From what memory answers to what a slow database does. */
const bucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Groups whose requests are questions about somebody; what was answered is in none of the numbers. */
const lookUps: ReadonlySet<RequestGroup> = new Set([
  'account',
  'account-range',
  'passwords',
  'enterprise',
  'private',
]);

export function createMetrics(register: RegisterDatabase): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'tocsin_requests_total',
    help: 'Requests answered, by group and status',
    labelNames: ['group', 'status'],
    registers,
  });
  const latency = new Histogram({
    name: 'tocsin_request_seconds',
    help: 'Time until an answer was written, by group',
    labelNames: ['group'],
    buckets: bucketsSeconds,
    registers,
  });
  const looked = new Counter({
    name: 'tocsin_lookups_total',
    help: 'Questions answered, found or not, by group',
    labelNames: ['group'],
    registers,
  });
  const ended = new Counter({
    name: 'tocsin_jobs_ended_total',
    help: 'Attempts at jobs, mails among them, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const jobs = new Gauge({
    name: 'tocsin_jobs',
    help: 'Jobs in the register, by kind and state',
    labelNames: ['kind', 'state'],
    registers,
  });
  const database = new Gauge({
    name: 'tocsin_register_up',
    help: 'Whether the database of the register answers',
    registers,
  });
  return {
    contentType: registry.contentType,
    countRequest: (path, status, seconds) => {
      const group = requestGroup(path, status);
      requests.inc({ group, status });
      latency.observe({ group }, seconds);
      if (lookUps.has(group) && (status === 200 || status === 404)) looked.inc({ group });
    },
    countJob: (kind, outcome) => ended.inc({ kind, outcome }),
    text: async () => {
      const counted = await Promise.race([countJobs(register), afterMs(answerWithinMs)]).catch(() => null);
      database.set(counted === null ? 0 : 1);
      jobs.reset();
      for (const { kind, state, count } of counted ?? []) jobs.set({ kind, state }, count);
      return registry.metrics();
    },
  };
}

const answerWithinMs = 2_000;

function afterMs(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null).unref());
}
