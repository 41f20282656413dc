// Orders become mails, one after another, in one thread. In: a job and orders of it. Out: a batch in one buffer.

import { TocsinError } from '../../base/index.ts';
import { createByteWriter } from './byte-writer.ts';
import type { ComposedBatch, ComposerJob, MailOrder } from './composer-types.ts';
import { createSigner } from './dkim-signature.ts';
import { createFillMail, type ReadyVariant, readyMail } from './fill-mail.ts';
import { mailPieces } from './mail-pieces.ts';

const firstBytes = 1 << 20;

/** Each variant is composed when the first mail of it comes. */
export function createMailWriter(job: ComposerJob): (orders: readonly MailOrder[]) => Promise<ComposedBatch> {
  const { variants, from, fromOf, dkim } = job;
  const texts = new Map(variants.map((variant) => [variant.variant, variant]));
  const ready = new Map<number, Promise<ReadyVariant>>();
  const fillMail = createFillMail(dkim === null ? null : createSigner(dkim));
  const writer = createByteWriter(firstBytes);

  return async (orders) => {
    const variantsOf = new Map<number, ReadyVariant>();
    for (const { variant } of orders)
      if (!variantsOf.has(variant)) variantsOf.set(variant, await readyVariant(variant));
    const ends = new Uint32Array(orders.length);
    for (const [i, order] of orders.entries()) {
      fillMail(writer, variantsOf.get(order.variant)!, order);
      ends[i] = writer.length();
    }
    return { bytes: writer.taken(), ends };
  };

  function readyVariant(variant: number): Promise<ReadyVariant> {
    const known = ready.get(variant) ?? compose(variant);
    ready.set(variant, known);
    return known;
  }

  async function compose(variant: number): Promise<ReadyVariant> {
    const text = texts.get(variant);
    if (text === undefined)
      throw new TocsinError('NOTICE_NOT_COMPOSED', `there is no text of the variant ${variant}`);
    const { language, subject, named, unnamed } = text;
    const shared = { language, subject, from: fromOf?.get(variant) ?? from };
    return {
      named: readyMail(await mailPieces({ ...shared, body: named })),
      unnamed: readyMail(await mailPieces({ ...shared, body: unnamed })),
    };
  }
}
