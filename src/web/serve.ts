// The process that answers: Node's HTTP server around the application. In: where to listen, and how a context is made
// once that is known. Out: an address; when it is stopped, what runs is finished first, and nothing new begins.

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, isIP, type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { TocsinError } from '../base/index.ts';
import { createAnswers } from './create-app.ts';
import { createDirectAnswers } from './guard/create-direct-answers.ts';
import { secureHeaders } from './guard/secure-headers.ts';
import { guardConnections, serverLimits } from './guard/server-limits.ts';
import type { WebContext } from './web-context.ts';

export interface ServeOptions {
  /** 0 takes a free one. */
  port: number;
  host: string;
  /** PEM. */
  tls: { cert: Buffer; key: Buffer } | null;
  isProxied: boolean;
  /** Called once, with the URL that is listened at. */
  context: (url: string) => WebContext;
}

export interface Served {
  /** `http://127.0.0.1:8080`. */
  url: string;
  context: WebContext;
  /** Answers what was asked before, then ends. */
  stop: () => Promise<void>;
}

/** How long answers may take once the server is to stop. */
const graceMs = 10_000;
const idleEveryMs = 50;

/** Throws SERVE_ADDRESS where the address cannot be had. */
export async function serve({
  port,
  host,
  tls,
  isProxied,
  context: makeContext,
}: ServeOptions): Promise<Served> {
  const server: Server = tls ? createTlsServer({ ...serverLimits, ...tls }) : createServer(serverLimits);
  const guard = guardConnections(server, { isProxied });
  await listen(server, port, host);
  const url = urlOf(host, server.address() as AddressInfo, tls !== null);
  const context = makeContext(url);
  const isTls = tls !== null || context.publicUrl.startsWith('https:');
  server.on('request', listenerOf(context, server, isTls));
  return {
    url,
    context,
    stop: async () => {
      await close(server);
      guard[Symbol.dispose]();
    },
  };
}

/** Headers are set on Node's own answer, so that those which never reach the application have them too. */
function listenerOf(context: WebContext, server: Server, isTls: boolean): RequestListener {
  const headersOf = secureHeaders({ isTls });
  const { app, direct } = createAnswers(context);
  const answerDirectly = createDirectAnswers(context, direct);
  const answer = getRequestListener(app.fetch, {
    hostname: 'localhost',
    errorHandler: refuse,
  });
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const socket: PipelinedSocket = incoming.socket;
    const unanswered = (socket[unansweredKey] ?? 0) + 1;
    // Node reads requests ahead of their answers, as many as fit into what came
    if (unanswered > maxUnanswered) {
      socket.destroy();
      return;
    }
    socket[unansweredKey] = unanswered;
    for (const [name, value] of headersOf(incoming.url ?? '/')) outgoing.setHeader(name, value);
    if (!server.listening) outgoing.setHeader('Connection', 'close');
    const begun = performance.now();
    outgoing.once('close', () => {
      socket[unansweredKey] = (socket[unansweredKey] ?? 1) - 1;
      const seconds = (performance.now() - begun) / 1000;
      context.metrics.countRequest(incoming.url ?? '', outgoing.statusCode, seconds);
    });
    if (!answerDirectly(incoming, outgoing)) void answer(incoming, outgoing);
  };
}

/** Requests of one connection: browsers send the next when they have the answer. */
const maxUnanswered = 64;
const unansweredKey = Symbol('unanswered');
type PipelinedSocket = Socket & { [unansweredKey]?: number };

/** What is no request: a target that is no URL, an odd host. Errors of the application never come here. */
function refuse(): Response {
  return new Response('the request was not understood', { status: 400 });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new TocsinError(
          'SERVE_ADDRESS',
          `cannot listen at ${host} port ${port}: ${cause.code ?? 'unknown'}`,
          { cause },
        ),
      ),
    );
    server.listen({ port, host }, () => resolve());
  });
}

/** With the name that was given, where it is one: `localhost` is another site than its address. */
function urlOf(host: string, { address, family, port }: AddressInfo, isTls: boolean): string {
  const shown = isIP(host) === 0 ? host : family === 'IPv6' ? `[${address}]` : address;
  return `${isTls ? 'https' : 'http'}://${shown}:${port}`;
}

async function close(server: Server): Promise<void> {
  const last = setTimeout(() => server.closeAllConnections(), graceMs);
  // a connection whose answer was under way is idle only after it
  const idle = setInterval(() => server.closeIdleConnections(), idleEveryMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(last);
  clearInterval(idle);
}
