// Whom a file is sealed to, and what opens it again: X25519 recipients and identities of age, and keys of our own for
// what rests in a case. In: texts and keys. Out: what makes and reads the stanzas of a header. Errors never quote an
// identity.

import { readFileSync, statSync } from 'node:fs';
import {
  Encrypter,
  Decrypter,
  identityToRecipient,
  Stanza,
  type Identity,
  type Recipient,
} from 'age-encryption';
import { openSealed, sealedPieces, TocsinError } from '../../base/index.ts';

/** Whom to seal to. */
export interface AgeRecipient {
  recipient: string | Recipient;
}

/** What opens. */
export interface AgeIdentity {
  identity: string | Identity;
}

/** `text`: `age1…`. Throws RECIPIENT: other sorts cannot be opened by every age tool in use, or are none. */
export function parseRecipient(text: string): AgeRecipient {
  const recipient = text.trim();
  if (/^AGE-SECRET-KEY-/iu.test(recipient))
    throw new TocsinError(
      'RECIPIENT',
      'this is an identity, which opens files: it is not to be given to others',
      {
        hint: 'give the recipient that belongs to it, which begins with age1; age-keygen -y prints it',
      },
    );
  if (/^ssh-|^age1(?:pq|tag|yubikey)/iu.test(recipient))
    throw new TocsinError(
      'RECIPIENT',
      'only X25519 recipients are sealed to: SSH, hardware and hybrid keys are not',
    );
  try {
    if (recipient.length !== x25519RecipientLength) throw new Error('length');
    new Encrypter().addRecipient(recipient);
  } catch {
    throw new TocsinError('RECIPIENT', 'this is no recipient of age, or has a typing error');
  }
  return { recipient };
}

const x25519RecipientLength = 62;

/** The identities in a text as age-keygen writes it: a line each, and comments. Throws IDENTITY. */
export function parseIdentities(text: string): AgeIdentity[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) throw new TocsinError('IDENTITY', 'there is no identity in it');
  for (const identity of identities) {
    try {
      if (!identity.startsWith('AGE-SECRET-KEY-1')) throw new Error('another sort');
      new Decrypter().addIdentity(identity);
    } catch {
      throw new TocsinError('IDENTITY', `line ${lines.indexOf(identity) + 1} is no X25519 identity of age`);
    }
  }
  return identities.map((identity) => ({ identity }));
}

/** A file of identities is a few lines. */
const maxIdentityBytes = 1 << 20;

/** Throws IDENTITY. */
export function readIdentities(path: string): AgeIdentity[] {
  let text: string;
  try {
    if (statSync(path).size > maxIdentityBytes) throw new Error('too large');
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new TocsinError('IDENTITY', `the file of the identity cannot be read: ${path}`, { cause });
  }
  try {
    return parseIdentities(text);
  } catch (error) {
    if (error instanceof TocsinError) throw new TocsinError('IDENTITY', `${error.message}: ${path}`);
    throw error;
  }
}

/** The recipients that belong to identities, in their order. */
export function recipientsOf(identities: AgeIdentity[]): Promise<string[]> {
  return Promise.all(
    identities.flatMap(({ identity }) =>
      typeof identity === 'string' ? [identityToRecipient(identity)] : [],
    ),
  );
}

const keyStanza = 'tocsin-key';

/** Seals to a key of our own; whoever loses the key has noise. `purpose` must be the same when it is opened. */
export function keyRecipient(key: Uint8Array, purpose: string): AgeRecipient {
  return {
    recipient: {
      wrapFileKey: (fileKey) => [
        new Stanza([keyStanza], Uint8Array.from(Buffer.concat([...sealedPieces(fileKey, key, purpose)]))),
      ],
    },
  };
}

export function keyIdentity(key: Uint8Array, purpose: string): AgeIdentity {
  return {
    identity: {
      unwrapFileKey(stanzas) {
        for (const { args, body } of stanzas) {
          const fileKey = args[0] === keyStanza ? openSealed(body, key, purpose) : null;
          if (fileKey) return Uint8Array.from(fileKey);
        }
        return null;
      },
    },
  };
}
