// The header of an age file, which holds its key once for each recipient: made and read by the library of age's author.
// The payload is not: that library seals it several times as slowly as the cipher of Node does.

import { Decrypter, Encrypter, type Stanza } from 'age-encryption';
import { TocsinError } from '../../base/index.ts';
import type { AgeIdentity, AgeRecipient } from './age-recipients.ts';

/** A nonce of 16 bytes and one empty chunk. */
const emptyPayloadBytes = 32;

/** A new key, and the header that holds it. */
export async function makeHeader(
  recipients: AgeRecipient[],
): Promise<{ header: Uint8Array; fileKey: Uint8Array }> {
  if (recipients.length === 0) throw new TocsinError('RECIPIENT', 'nobody is given to seal to');
  let fileKey: Uint8Array | null = null;
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey(made) {
      fileKey = Uint8Array.from(made);
      return [];
    },
  });
  for (const { recipient } of recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(new Uint8Array(0));
  return { header: sealed.subarray(0, -emptyPayloadBytes), fileKey: fileKey! };
}

/** Room for some hundred recipients: a longer header only makes whoever opens it work. */
export const maxHeaderBytes = 64 << 10;

const firstLine = Buffer.from('age-encryption.org/v1\n');
const lastLine = Buffer.from('\n--- ');

const armouredFirstLine = Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----');

/** Whether a file that begins so is in the age format; armoured too, which is not read here. */
export function isAgeStart(start: Buffer): boolean {
  return [firstLine, armouredFirstLine].some((line) => start.subarray(0, line.length).equals(line));
}

/** `start`: the first `maxHeaderBytes` of the file, or all of it. Throws SEALED_DAMAGED or SEALED_KEY. */
export async function readHeader(
  start: Uint8Array,
  identities: AgeIdentity[],
  name: string,
): Promise<{ headerBytes: number; fileKey: Uint8Array }> {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.length);
  if (!bytes.subarray(0, firstLine.length).equals(firstLine))
    throw new TocsinError('SEALED_DAMAGED', `${name} is no file of age: it does not begin as one`);
  const last = bytes.indexOf(lastLine);
  const end = last < 0 ? -1 : bytes.indexOf('\n', last + lastLine.length);
  if (end < 0) throw damagedHeader(name);
  const header = Uint8Array.from(bytes.subarray(0, end + 1));
  const decrypter = new Decrypter();
  let fits = false;
  for (const { identity } of identities)
    decrypter.addIdentity(
      typeof identity === 'string'
        ? identity
        : {
            async unwrapFileKey(stanzas: Stanza[]) {
              const fileKey = await identity.unwrapFileKey(stanzas);
              fits ||= fileKey !== null;
              return fileKey;
            },
          },
    );
  try {
    return { headerBytes: header.length, fileKey: await decrypter.decryptHeader(header) };
  } catch (error) {
    // the library has no codes, but only this one message says that nobody's key is in it
    if (!fits && /no identity matched/u.test((error as Error).message))
      throw new TocsinError('SEALED_KEY', `${name} is sealed to somebody else: no identity given opens it`);
    throw damagedHeader(name);
  }
}

function damagedHeader(name: string): TocsinError {
  return new TocsinError(
    'SEALED_DAMAGED',
    `${name} is damaged: its header, within its first bytes, was changed`,
  );
}
