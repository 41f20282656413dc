/*
 * A client that sends what it likes, byte by byte: what well-behaved libraries refuse to send.
 */
import { connect, type Socket } from 'node:net';

export interface RawClient extends Disposable {
  socket: Socket;
  send: (bytes: string | Buffer) => void;
  /** What came so far. */
  received: () => string;
  /** Resolves with all that came, when the server has closed. */
  closed: Promise<string>;
  /** Resolves when `pattern` is in what came; rejects where the server closes first. */
  until: (pattern: RegExp) => Promise<string>;
}

export async function rawClient(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => (received += text));
  // a server that cuts somebody off may do so in the middle of what is sent
  socket.on('error', () => {});
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    socket,
    send: (bytes) => void socket.write(bytes),
    received: () => received,
    closed,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(received)) return;
          socket.off('data', look);
          resolve(received);
        };
        socket.on('data', look);
        void closed.then(() =>
          pattern.test(received) ? resolve(received) : reject(new Error(`closed after: ${received}`)),
        );
        look();
      }),
    [Symbol.dispose]: () => socket.destroy(),
  };
}

/** The first line and the body of one answer. */
export async function exchange(
  url: string,
  bytes: string | Buffer,
): Promise<{ status: number; whole: string }> {
  using client = await rawClient(url);
  client.send(bytes);
  const whole = await client.until(/^HTTP\/1\.[01] \d{3}[^]*?\r\n\r\n/u);
  return { status: Number(whole.slice(9, 12)), whole };
}
