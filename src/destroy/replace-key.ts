// Another key for the instance, where a destruction asks for it: copies of wrapped keys made before then open with
// nothing that is left. In: the instance. Out: the instance with its new key. Cases, log and register stay as they are.

import { resealSigner } from '../custody/index.ts';
import {
  hasUnfinishedKey,
  type InstanceHome,
  type Replaced,
  replaceInstanceKey,
  resealMaskKeys,
} from '../store/index.ts';
import { type DestroyOptions, done } from './erase.ts';
import { hasPending, pendingOrNull, readPending, resealPending, writePending } from './pending.ts';

/** Throws CASE_UNREADABLE, with nothing changed, where the record of a case cannot be read. */
export function replaceKey(home: InstanceHome, id: string, options: DestroyOptions): Replaced {
  const asItIs: Replaced = { home, passedOver: [] };
  // somebody else has finished, or all but the paper is there
  const begun = hasPending(home, id) ? pendingOrNull(home, id) : null;
  if (!begun?.plan.isKeyReplaced || begun.keyReplacedAt !== null) return asItIs;
  const replaced = replaceInstanceKey(home.path, replacing(options));
  const { home: renewed } = replaced;
  const pending = readPending(renewed, id);
  done(pending, 'instance key replaced', options);
  pending.keyReplacedAt = pending.steps.at(-1)!.at;
  writePending(renewed, pending);
  return replaced;
}

/**
 * Ends a replacement that was stopped. To be called before the instance is opened: both its keys are there. Null where
 * there is none; else the cases that were passed over.
 */
export function finishKey(path: string, options: DestroyOptions = {}): string[] | null {
  if (!hasUnfinishedKey(path)) return null;
  return replaceInstanceKey(path, replacing(options)).passedOver;
}

function replacing({ onStep }: DestroyOptions): Parameters<typeof replaceInstanceKey>[1] {
  return {
    ...(onStep && { onStep }),
    reseal(home, newKey) {
      resealSigner(home, newKey);
      resealPending(home, newKey);
      resealMaskKeys(home, newKey);
    },
  };
}
