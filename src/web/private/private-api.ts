// What the browser of somebody who asks privately calls: one evaluation of a blinded number, and a bucket, the same bytes
// for everybody. In: 32 bytes that say nothing, a prefix. Out: an element with its proof, a bucket. Neither shows who is in
// a breach: a hit and a miss are the same two requests, with answers of the same length.

import { type Context, Hono } from 'hono';
import { createFailureLimit, isWithinLimits } from '../../lookup/index.ts';
import {
  answerBlinded,
  elementBytes,
  isPrivateKind,
  type PrivateKind,
  privateKinds,
  readBucket,
} from '../../lookup/private/index.ts';
import { clientNetwork } from '../guard/client-address.ts';
import { tell } from '../guard/answer-error.ts';
import { hex } from './hex.ts';
import { ofEverybody, ofNetwork } from './private-limits.ts';
import { type PrivateSource, readTogether } from './private-source.ts';

/** A kind and 64 digits. */
const maxBodyBytes = 512;
/** A network that went beyond its limits is not looked up in the register again for so long. */
const refusedMs = 60_000;
const bucketSeconds = 3600;

export function privateApi(source: PrivateSource): Hono {
  const app = new Hono();
  const refused = createFailureLimit({ windowMs: refusedMs, most: 1 });
  app.post('/api/private/evaluate', async (c) => {
    const asked = await readQuestion(c);
    if (asked === null) return tell(source.context, c, 400, 'that is no blinded number');
    const network = clientNetwork(source.context, c);
    if (!(await isAllowed(source, refused, asked.kind, network))) {
      c.header('Retry-After', String(refused.secondsLeft(network)));
      return tell(source.context, c, 429, 'too many numbers were asked for');
    }
    const { sodium, keys } = await source.group();
    const answer = answerBlinded(sodium, keys[asked.kind], asked.blinded);
    if (answer === null) return tell(source.context, c, 400, 'that is no blinded number');
    c.header('Cache-Control', 'no-store');
    return c.json({ evaluated: hex(answer.evaluated), proof: hex(answer.proof) });
  });
  app.get('/api/private/indexes', async (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.json(await listOf(source));
  });
  app.get('/api/private/:version{[0-9a-f]{16}}/:kind/:prefix{[0-9]{1,10}}', async (c) => {
    const { version, kind, prefix } = c.req.param();
    const indexes = await source.indexes();
    if (!isPrivateKind(kind) || version !== indexes.version)
      return tell(source.context, c, 404, 'the list has changed');
    if (Number(prefix) >= 2 ** indexes.byKind[kind].bits)
      return tell(source.context, c, 404, 'there is no such bucket');
    const bucket = await readBucket(source.context.register, indexes, kind, Number(prefix));
    return c.body(new Uint8Array(bucket), 200, {
      'content-type': 'application/octet-stream',
      'cache-control': `public, max-age=${bucketSeconds}, immutable`,
    });
  });
  return app;
}

/**
 * Only as `application/json`: a browser asks before it sends that from another site, and is refused; else any site could
 * have its visitors guess.
 */
async function readQuestion(c: Context): Promise<{ kind: PrivateKind; blinded: Buffer } | null> {
  if (!/^application\/json\b/iu.test(c.req.header('content-type') ?? '')) return null;
  const text = await c.req.text();
  if (text.length > maxBodyBytes) return null;
  try {
    const { kind, blinded } = JSON.parse(text) as { kind?: unknown; blinded?: unknown };
    if (!isPrivateKind(kind) || typeof blinded !== 'string' || !elementText.test(blinded)) return null;
    return { kind, blinded: Buffer.from(blinded, 'hex') };
  } catch {
    return null;
  }
}

const elementText = new RegExp(`^[0-9a-f]{${2 * elementBytes}}$`, 'u');

async function isAllowed(
  { context }: PrivateSource,
  refused: ReturnType<typeof createFailureLimit>,
  kind: PrivateKind,
  network: string,
): Promise<boolean> {
  if (refused.failed(network) > 0) return false;
  const now = context.now().getTime();
  // what a network asks beyond its own limits is not taken from what all of them may ask
  for (const count of [ofNetwork(network), ofEverybody(kind)])
    if (!(await isWithinLimits(context.register, { count, now }))) {
      refused.fail(network);
      return false;
    }
  return true;
}

/** For programs that ask for themselves; a page has the same in its markup. */
async function listOf(source: PrivateSource): Promise<object> {
  const { indexes, catalogue } = await readTogether(source);
  const { version, byKind } = indexes;
  const { keys } = await source.group();
  const kinds = privateKinds.map((kind) => [
    kind,
    {
      publicKey: hex(keys[kind].publicKey),
      bits: byKind[kind].bits,
      indexes: byKind[kind].indexes.map(({ breach, salt, bits, slots, entryBytes, vocabulary }) => ({
        breach: catalogue.byNumber.get(breach)!.model.Name,
        salt: hex(salt),
        bits,
        slots,
        entryBytes,
        vocabulary,
      })),
    },
  ]);
  return { version, kinds: Object.fromEntries(kinds) as object };
}
