// Answers that need nothing but a request's line and headers, given without a framework in between: those that programs
// ask for thousands of times a second. In: Node's request. Out: an answer, or null where it is somebody else's.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebContext } from '../web-context.ts';
import { dataError } from './answer-error.ts';
import type { AnswerDirectly, DirectAnswer } from './direct-answer.ts';

type Site = Pick<WebContext, 'settings' | 'log'>;

/** False where nobody of them answers. What each of them throws is told as an error of an answer to a program. */
export function createDirectAnswers(
  { settings, log }: Site,
  answers: readonly AnswerDirectly[],
): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const ownHosts = [settings.passwordsHost, settings.enterpriseHost].filter((host) => host !== null);
  return (incoming, outgoing) => {
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false;
    // under a host name of its own only a part of all is there
    if (ownHosts.some((host) => isHost(incoming, host))) return false;
    // HTTP/1.0 may leave it out; otherwise it is checked with all of the address
    if (!/^[\w.:[\]-]+$/u.test(incoming.headers.host ?? '')) return false;
    for (const answer of answers) {
      try {
        const given = answer(incoming);
        if (given === null) continue;
        if (given instanceof Promise)
          given.then(
            (later) => send(outgoing, later),
            (error: unknown) => send(outgoing, dataError({ log }, error)),
          );
        else send(outgoing, given);
      } catch (error) {
        send(outgoing, dataError({ log }, error));
      }
      return true;
    }
    return false;
  };
}

function send(outgoing: ServerResponse, { status, headers, body }: DirectAnswer): void {
  if (status !== 304)
    outgoing.setHeader('Content-Length', typeof body === 'string' ? Buffer.byteLength(body) : body.length);
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}

function isHost(incoming: IncomingMessage, host: string): boolean {
  return bare(incoming.headers.host ?? '') === bare(host);
}

function bare(host: string): string {
  return host.toLowerCase().replace(/:\d+$/u, '');
}
