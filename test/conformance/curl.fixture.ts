/*
 * Plain curl as a process of its own: what goes over the wire is what the command line says. Every answer is held against
 * the published contract.
 */
import { spawn } from 'node:child_process';
import { keepsContract } from './contract.fixture.ts';

export interface CurlAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/** `args`: as on a command line; the URL is sent as it is written. */
export async function curl(...args: string[]): Promise<CurlAnswer> {
  const child = spawn('curl', ['-s', '-i', '--path-as-is', '--globoff', '--max-time', '30', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  const [head, body] = split(Buffer.concat(parts).toString());
  const [line, ...fields] = head.split('\r\n');
  const headers = fields.map((field) => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
  });
  const answer: CurlAnswer = {
    status: Number(/^HTTP\/1\.1 (\d{3})/u.exec(line!)?.[1] ?? 0),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
  const target = args.at(-1)!.replace(/^https?:\/\/[^/]*/u, '');
  keepsContract({ method: methodOf(args), target, contentType: answer.headers['content-type'], ...answer });
  return answer;
}

function methodOf(args: readonly string[]): string {
  if (args.includes('-I')) return 'HEAD';
  const given = args.indexOf('-X');
  return given >= 0 ? args[given + 1]! : args.includes('-d') ? 'POST' : 'GET';
}

function split(text: string): [head: string, body: string] {
  const at = text.indexOf('\r\n\r\n');
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 4)];
}
