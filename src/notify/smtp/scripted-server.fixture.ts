/*
 * A mail server for tests that does what a test says, also what no server should: each command is answered by a function
 * of the test, and every line and body is kept in the order in which it came.
 */
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface ScriptedServer extends AsyncDisposable {
  url: string;
  /** Commands, and `body` for each body, over all connections. */
  heard: string[];
  bodies: string[];
  connections: () => number;
}

/** What is said to a command or a `body`; null: nothing yet, until `say` is called; `close`: the connection is cut. */
export type Answer = (
  command: string,
  at: { connection: number; say: (text: string) => void; socket: Socket },
) => string | null;

const usual: Record<string, string> = {
  connect: '220 ready',
  EHLO: '250-here\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 1000000',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  body: '250 2.0.0 taken as 1',
  RSET: '250 2.0.0 ok',
  QUIT: '221 2.0.0 bye',
};

/** `answer` gives undefined for what is answered as usual. */
export async function startScriptedServer(
  answer: (...of: Parameters<Answer>) => string | null | undefined = () => undefined,
): Promise<ScriptedServer> {
  const heard: string[] = [];
  const bodies: string[] = [];
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    const connection = count++;
    socket.setNoDelay(true);
    let text = '';
    let isBody = false;
    let held: string[] | null = null;
    const write = (line: string) => void (socket.destroyed || socket.write(`${line}\r\n`));
    /** What was not said at once comes before all that was asked later. */
    const say = (line: string) => {
      write(line);
      held?.forEach(write);
      held = null;
    };
    const react = (command: string) => {
      const verb = command === 'body' || command === 'connect' ? command : command.slice(0, 4).toUpperCase();
      const given = answer(command, { connection, say, socket });
      const said = given === undefined ? (usual[verb] ?? '502 5.5.1 no') : given;
      if (said === 'close') return socket.destroy();
      if (said === null) held ??= [];
      else if (held === null) write(said);
      else held.push(said);
      if (verb === 'DATA' && said?.startsWith('354') === true) isBody = true;
      if (verb === 'QUIT') socket.end();
      return undefined;
    };
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      for (;;) {
        const end = isBody ? endOfBody(text) : text.indexOf('\r\n');
        if (end < 0 || socket.destroyed) return;
        const line = text.slice(0, end);
        text = text.slice(end + (isBody ? (line === '' ? 3 : 5) : 2));
        if (isBody) bodies.push(line);
        heard.push(isBody ? 'body' : line);
        const command = isBody ? 'body' : line;
        isBody = false;
        react(command);
      }
    });
    react('connect');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    bodies,
    connections: () => count,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Where the dot on a line of its own begins; a body without a line is the dot alone. */
function endOfBody(text: string): number {
  return text.startsWith('.\r\n') ? 0 : text.indexOf('\r\n.\r\n');
}

/** Answers by the beginning of a command, each time or once. */
export function saying(
  answers: Record<string, string | null>,
  times = Infinity,
): Answer & ((...of: never) => unknown) {
  const left = new Map(Object.keys(answers).map((key) => [key, times]));
  return ((command: string) => {
    const key = Object.keys(answers).find((begin) => command.startsWith(begin));
    if (key === undefined || left.get(key) === 0) return undefined;
    left.set(key, left.get(key)! - 1);
    return answers[key];
  }) as Answer;
}
