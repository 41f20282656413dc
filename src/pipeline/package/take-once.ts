// Puts the files of a package in place once, whoever else opens it at the same time and wherever it is killed. In: the
// instance, what the package says of itself, the hidden folder its files wait in, and where to. Out: the folder in its
// place, or PACKAGE_REFUSED and nothing there.
//
// What a kill leaves: before it is noted nothing is known of it; between noting and moving the waiting folder is still
// there, which shows that it was not taken, and the next try takes it over; after moving the waiting folder is gone,
// which shows that it was. Moving and settling happen under the lock of the instance.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import {
  forgetReceived,
  type InstanceHome,
  type KnownPackage,
  noteReceived,
  packagesOfCase,
  type ReceivedPackage,
  withInstance,
} from '../../store/index.ts';
import { refused } from './package-manifest.ts';

/** `isKeyGiven`: the receiver said whose key it has to be, and it is. Throws PACKAGE_REFUSED. */
export function refuseTaken(home: InstanceHome, received: ReceivedPackage, isKeyGiven: boolean): void {
  const taken = packagesOfCase(home, received.case).filter(wasTaken);
  if (!isKeyGiven && taken.some(({ publicKey }) => publicKey !== received.publicKey))
    throw refused(
      'earlier packages of this case were signed by another key, and one of the two may be forged',
      "ask the sender for its public key on another way, and give it with --key: then only that key's packages count",
    );
  const last = taken.find(
    ({ publicKey, controller }) => publicKey === received.publicKey && controller === received.controller,
  );
  if (last === undefined || last.number < received.number) return;
  const day = last.at.slice(0, 10);
  throw last.number === received.number
    ? refused(`it was received before, on ${day}`)
    : refused(`a newer package of this case was received, on ${day}: this is an old one`);
}

function wasTaken({ waits }: KnownPackage): boolean {
  return waits === null || !existsSync(waits);
}

/** `waits`: beside `folder`, which is empty or not there; all in it is on the disk. */
export function takeOnce(
  home: InstanceHome,
  received: ReceivedPackage,
  isKeyGiven: boolean,
  { waits, folder }: { waits: string; folder: string },
): void {
  syncFolder(dirname(waits));
  const other = withInstance(home, () => {
    refuseTaken(home, received, isKeyGiven);
    const earlier = ownNote(home, received)?.waits;
    noteReceived(home, received, waits);
    return earlier;
  });
  // of one that was killed, or that finds below that it is not its turn; not sooner, for it shows that it was not taken
  if (other) rmSync(other, { recursive: true, force: true });
  try {
    withInstance(home, () => {
      refuseTaken(home, received, isKeyGiven);
      if (ownNote(home, received)?.waits !== waits) throw refused('it is being opened a second time');
      moveInto(folder, waits);
      noteReceived(home, received, null);
    });
  } catch (error) {
    if (existsSync(waits)) forgetReceived(home, waits);
    throw error;
  }
}

function ownNote(home: InstanceHome, { publicKey, case: id, controller, number }: ReceivedPackage) {
  return packagesOfCase(home, id).find(
    (known) => known.publicKey === publicKey && known.controller === controller && known.number === number,
  );
}

/** The system moves a folder over an empty one only: what came into it meanwhile stays. */
function moveInto(folder: string, waits: string): void {
  try {
    renameSync(waits, folder);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot put the files in place: ${folder}`, {
      cause,
      hint: 'name a folder that is not there yet',
    });
  }
  syncFolder(dirname(folder));
}
