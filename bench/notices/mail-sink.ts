// A mail server that takes everything and keeps nothing but a count: so fast that what sends to it is what is measured.
// Prints `listens URL`; for each line on standard input it prints how many mails it took since the last. With
// `smtp-server` as argument the npm package of that name stands in its place.

import { type AddressInfo, createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

const lineEnd = Buffer.from('\r\n');
const bodyEnd = Buffer.from('\r\n.\r\n');
const greeting = '220 sink ESMTP\r\n';
const offers = '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 10485760\r\n';
const answers: Record<string, string> = {
  MAIL: '250 2.1.0 ok\r\n',
  RCPT: '250 2.1.5 ok\r\n',
  DATA: '354 go on\r\n',
  RSET: '250 2.0.0 ok\r\n',
  QUIT: '221 2.0.0 bye\r\n',
};

let taken = 0;

function serve(socket: Socket): void {
  let rest: Buffer = Buffer.alloc(0);
  let isBody = false;
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.on('data', (piece) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    let said = '';
    for (;;) {
      const end = bytes.indexOf(isBody ? bodyEnd : lineEnd, at);
      if (end < 0) break;
      if (isBody) {
        at = end + bodyEnd.length;
        isBody = false;
        taken++;
        said += '250 2.0.0 taken\r\n';
        continue;
      }
      const verb = bytes.toString('latin1', at, Math.min(at + 4, end)).toUpperCase();
      at = end + lineEnd.length;
      isBody = verb === 'DATA';
      said += verb === 'EHLO' ? offers : (answers[verb] ?? '502 5.5.1 no\r\n');
    }
    rest = bytes.subarray(at);
    if (said !== '') socket.write(said);
  });
  socket.write(greeting);
}

const server =
  process.argv[2] === 'smtp-server'
    ? new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        logger: false,
        maxClients: 1000,
        onData(stream, _session, done) {
          stream.resume();
          stream.on('end', () => {
            taken++;
            done();
          });
        },
      }).server
    : createServer(serve);

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listens smtp://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.stdin.on('data', () => {
  process.stdout.write(`took ${taken}\n`);
  taken = 0;
});
process.stdin.on('end', () => process.exit());
