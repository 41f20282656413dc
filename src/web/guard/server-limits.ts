// How much one client may hold of the server: bounds of Node's HTTP server, of open connections, and of how slowly an
// answer may be read. In: a server. Out: the same, guarded. A client that is slow is cut off, and others do not notice.

import type { Server as HttpServer, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds and bytes. A header of 16 KB holds some 200 fields of clients that mean well. */
export const serverLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} satisfies ServerOptions;

const idleTimeoutMs = 60_000;
/** Far below the descriptors a process usually has. */
const maxConnections = 8_000;
const maxConnectionsOfOne = 512;
const sweepEveryMs = 5_000;
/** An answer is some hundred KB: who has not read it after this does not want it. */
const maxReadingMs = 60_000;

/** `isProxied`: all connections are of one address then, and are not counted. */
export function guardConnections(server: HttpServer, { isProxied }: { isProxied: boolean }): Disposable {
  server.maxConnections = maxConnections;
  server.timeout = idleTimeoutMs;
  const open = new Map<Socket, number>();
  const ofAddress = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (ofAddress.get(address) ?? 0) + 1;
    if (count > maxConnectionsOfOne && !isProxied) {
      socket.destroy();
      return;
    }
    ofAddress.set(address, count);
    open.set(socket, 0);
    socket.once('close', () => {
      open.delete(socket);
      const left = ofAddress.get(address)! - 1;
      if (left === 0) ofAddress.delete(address);
      else ofAddress.set(address, left);
    });
  });
  const timer = setInterval(() => {
    for (const [socket, readingMs] of open) {
      const next = socket.writableLength > 0 ? readingMs + sweepEveryMs : 0;
      if (next > maxReadingMs) socket.destroy();
      else open.set(socket, next);
    }
  }, sweepEveryMs);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
