// The ceiling of a service on Hono and Node's HTTP server: one route that says hello. In: nothing. Out: its address in a
// line, as `tocsin serve` says it.

import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/', (c) => c.text('hello'));
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (address: AddressInfo) =>
  console.log(`hello serves http://127.0.0.1:${address.port}`),
);
process.once('SIGTERM', () => server.close(() => process.exit(0)));
