// A call to somebody else's server, whose address another person gave. In: a URL and what to send. Out: status, headers,
// the beginning of the answer. It goes to the open internet only, unless private networks are allowed: the address is
// looked at when the connection is made, so that a name cannot lead elsewhere in between. It follows nothing.

import { lookup, type LookupAddress } from 'node:dns';
import { type ClientRequest, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface Call {
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** For all of it, from the look-up of the name to the last byte. */
  timeoutMs: number;
  /** Of the answer; what is longer is cut there. */
  maxBytes: number;
  allowPrivateNetwork: boolean;
  signal?: AbortSignal | undefined;
}

export interface CallAnswer {
  status: number;
  /** In lower case. */
  header: (name: string) => string | null;
  text: string;
}

/** Why there is no answer: for the operator, without address or name. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
}

/** Throws CallFailed. */
export async function callOut(url: string, call: Call): Promise<CallAnswer> {
  const target = URL.parse(url);
  if (target === null || !['http:', 'https:'].includes(target.protocol))
    throw new CallFailed('not a URL of http or https');
  const host = target.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0 && !mayCall(host, call)) throw new CallFailed('the address is of a private network');
  const signal = AbortSignal.any([
    AbortSignal.timeout(call.timeoutMs),
    ...(call.signal === undefined ? [] : [call.signal]),
  ]);
  const options: RequestOptions = {
    method: call.method,
    headers: {
      'User-Agent': 'tocsin',
      Accept: '*/*',
      ...(call.body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(call.body)) }),
      ...call.headers,
    },
    agent: false,
    signal,
    maxHeaderSize: 16_384,
    lookup: checkedLookup(call),
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof CallFailed ? error : failure(error, signal, call));
    const send = target.protocol === 'https:' ? tlsRequest : plainRequest;
    let sent: ClientRequest;
    try {
      sent = send(target, options);
    } catch (error) {
      return fail(error as Error);
    }
    sent.on('error', fail);
    // nobody asked for another protocol: without this neither an answer nor an error would ever come
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      fail(new CallFailed('answered 101'));
    });
    sent.on('response', (answer) => {
      const pieces: Buffer[] = [];
      let bytes = 0;
      const end = () => {
        const text = Buffer.concat(pieces).toString('utf8', 0, call.maxBytes);
        const header = (name: string) => {
          const value = answer.headers[name];
          return (Array.isArray(value) ? value[0] : value) ?? null;
        };
        resolve({ status: answer.statusCode!, header, text });
        sent.destroy();
      };
      answer.on('data', (piece: Buffer) => {
        pieces.push(piece);
        bytes += piece.length;
        if (bytes >= call.maxBytes) end();
      });
      answer.on('end', end);
      answer.on('error', fail);
    });
    sent.end(call.body);
  });
}

function mayCall(address: string, { allowPrivateNetwork }: Call): boolean {
  return allowPrivateNetwork || isPublicAddress(address);
}

/** Refused where any of the addresses of a name is private: which of them is taken is chance. */
function checkedLookup(call: Call): NonNullable<RequestOptions['lookup']> {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[] | undefined;
      if (error) return done(error, '');
      if (!addresses?.length) return done(new CallFailed('the name has no address'), '');
      if (!addresses.every(({ address }) => mayCall(address, call)))
        return done(new CallFailed('the address is of a private network'), '');
      if (options.all) return done(null, addresses);
      return done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function failure(error: NodeJS.ErrnoException, signal: AbortSignal, { signal: stop }: Call): CallFailed {
  if (stop?.aborted) return new CallFailed('stopped');
  if (signal.aborted) return new CallFailed('no answer in time');
  return new CallFailed(typeof error.code === 'string' ? error.code : 'no answer');
}
