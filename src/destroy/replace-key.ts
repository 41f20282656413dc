// Another key for the instance, where a destruction asks for it: copies of wrapped keys made before then open with
// nothing that is left. In: the instance. Out: the instance with its new key. Cases, log and register stay as they are.

import { resealSigner } from '../custody/index.ts';
import { hasUnfinishedKey, type InstanceHome, replaceInstanceKey } from '../store/index.ts';
import { type DestroyOptions, done } from './erase.ts';
import { hasPending, readPending, resealPending, writePending } from './pending.ts';

export function replaceKey(home: InstanceHome, id: string, options: DestroyOptions): InstanceHome {
  // somebody else has finished
  if (!hasPending(home, id)) return home;
  const { plan, keyReplacedAt } = readPending(home, id);
  if (!plan.isKeyReplaced || keyReplacedAt !== null) return home;
  const renewed = replaceInstanceKey(home.path, replacing(options));
  const pending = readPending(renewed, id);
  done(pending, 'instance key replaced', options);
  pending.keyReplacedAt = pending.steps.at(-1)!.at;
  writePending(renewed, pending);
  return renewed;
}

/** Ends a replacement that was stopped. To be called before the instance is opened: both its keys are there. */
export function finishKey(path: string, options: DestroyOptions = {}): boolean {
  if (!hasUnfinishedKey(path)) return false;
  replaceInstanceKey(path, replacing(options));
  return true;
}

function replacing({ onStep }: DestroyOptions): Parameters<typeof replaceInstanceKey>[1] {
  return {
    ...(onStep && { onStep }),
    reseal(home, newKey) {
      resealSigner(home, newKey);
      resealPending(home, newKey);
    },
  };
}
