// One socket to a mail server: commands go out, replies come back in order, one for each. In: a socket, plain or TLS.
// Out: replies as they are awaited. A reply that nothing asked for ends the connection: it could be taken for the answer
// to what is sent next.

import type { Socket } from 'node:net';
import { createReplyParser, ProtocolFault, type SmtpReply } from './reply-parser.ts';

export interface Wire {
  /** Writes what the server will answer `replies` times. */
  send: (pieces: readonly (string | Uint8Array)[], replies: number) => void;
  /** The next reply. Rejects with WireEnded. */
  reply: (timeoutMs: number) => Promise<SmtpReply>;
  /** Nothing is owed and nothing is there: a body that goes out now is answered by what comes after. */
  isQuiet: () => boolean;
  /** Null while it is open. */
  ended: () => WireEnded | null;
  /** Called once, when it ends. */
  onEnd: (told: () => void) => void;
  end: (reason: string) => void;
  /** The socket without its listeners, for TLS to be begun on it. Throws ProtocolFault where bytes have come already. */
  release: () => Socket;
}

/** The connection is over; `reason` names nobody. */
export class WireEnded extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const checkEveryMs = 500;

interface Awaited {
  resolve: (reply: SmtpReply) => void;
  reject: (error: Error) => void;
  deadline: number;
}

/** `greetings`: 1 where the server speaks first. */
export function createWire(socket: Socket, greetings: 0 | 1): Wire {
  const parser = createReplyParser();
  const replies: SmtpReply[] = [];
  let owed: number = greetings;
  let awaited: Awaited | null = null;
  let over: WireEnded | null = null;
  let tellEnd: (() => void) | null = null;

  const onData = (piece: Buffer) => {
    if (over !== null) return;
    try {
      for (const reply of parser.push(piece)) {
        // 421 is said whenever the server wants to go
        if (owed === 0) throw unasked(reply);
        owed--;
        replies.push(reply);
      }
      settle();
    } catch (error) {
      end(error instanceof ProtocolFault || error instanceof WireEnded ? error.message : 'a fault');
    }
  };
  const onError = (error: NodeJS.ErrnoException) => end(error.code ?? 'a fault of the network');
  const onClose = () => end('the server closed it');
  const timer = setInterval(() => {
    if (awaited !== null && performance.now() > awaited.deadline) end('no answer in time');
  }, checkEveryMs);
  timer.unref();
  socket.on('data', onData).on('error', onError).on('close', onClose).on('end', onClose);

  function settle(): void {
    if (awaited === null || replies.length === 0) return;
    const { resolve } = awaited;
    awaited = null;
    resolve(replies.shift()!);
  }

  function end(reason: string): void {
    if (over !== null) return;
    over = new WireEnded(reason);
    clearInterval(timer);
    socket.destroy();
    // a socket that is destroyed may still tell an error
    socket.removeListener('error', onError).on('error', () => {});
    awaited?.reject(over);
    awaited = null;
    tellEnd?.();
  }

  return {
    send(pieces, count) {
      if (over !== null) return;
      owed += count;
      socket.cork();
      for (const piece of pieces) socket.write(piece);
      socket.uncork();
    },
    reply(timeoutMs) {
      if (replies.length > 0) return Promise.resolve(replies.shift()!);
      if (over !== null) return Promise.reject(over);
      return new Promise((resolve, reject) => {
        awaited = { resolve, reject, deadline: performance.now() + timeoutMs };
      });
    },
    isQuiet: () => owed === 0 && replies.length === 0 && !parser.isInside(),
    ended: () => over,
    onEnd(told) {
      tellEnd = told;
      if (over !== null) told();
    },
    end,
    release() {
      if (parser.isInside() || replies.length > 0 || owed > 0 || socket.readableLength > 0)
        throw new ProtocolFault('the server talked on before TLS');
      clearInterval(timer);
      over = new WireEnded('it goes on over TLS');
      socket
        .removeListener('data', onData)
        .removeListener('error', onError)
        .removeListener('close', onClose)
        .removeListener('end', onClose);
      return socket;
    },
  };
}

function unasked({ code }: SmtpReply): Error {
  return code === 421
    ? new WireEnded('421: the server closes it')
    : new ProtocolFault('an answer to nothing');
}
