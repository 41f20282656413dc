// Passkeys of users: what a browser is asked for, and what it answers. In: the site's own name, a user, an answer. Out:
// options, or a passkey that is verified. A challenge is good for one answer within five minutes. Source: WebAuthn 3.

import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { operatorOf, type User, userOf } from '../../register/index.ts';
import {
  deleteOldChallenges,
  insertChallenge,
  listPasskeys,
  type PasskeyRow,
  readPasskey,
  takeChallenge,
  usePasskey,
} from '../../store/register/index.ts';
import type { WebContext } from '../web-context.ts';

type Site = Pick<WebContext, 'home' | 'register' | 'publicUrl' | 'now'>;

const challengeMs = 5 * 60 * 1000;

/** A passkey belongs to a host name: there is none for a bare address. */
export function hasPasskeys({ publicUrl }: Pick<Site, 'publicUrl'>): boolean {
  return isIP(new URL(publicUrl).hostname.replaceAll(/[[\]]/gu, '')) === 0;
}

export async function optionsToEnrol(
  site: Site,
  user: User,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const operator = operatorOf(user);
  const known = await listPasskeys(site.register, operator);
  const options = await generateRegistrationOptions({
    rpName: 'Tocsin',
    rpID: hostOf(site),
    userName: user.name,
    userID: Uint8Array.from(createHash('sha256').update(operator).digest()),
    attestationType: 'none',
    timeout: challengeMs,
    excludeCredentials: known.map(({ credential_id: id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(site, options.challenge);
  return options;
}

/** Null where the answer does not hold. */
export async function enrolledPasskey(
  site: Site,
  user: User,
  { response, label }: { response: unknown; label: string },
): Promise<PasskeyRow | null> {
  const expectedChallenge = await takenChallenge(site, response);
  if (expectedChallenge === null) return null;
  const verified = await nullWhereRefused(
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: site.publicUrl,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return null;
  const { credential } = verified.registrationInfo;
  return {
    credential_id: credential.id,
    operator: operatorOf(user),
    public_key: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: (credential.transports ?? []).join(' '),
    label: label.trim().slice(0, maxLabel),
    added_at: site.now().getTime(),
    used_at: null,
  };
}

export async function optionsToLogIn(site: Site): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
    timeout: challengeMs,
  });
  await keepChallenge(site, options.challenge);
  return options;
}

/** Whose passkey answered; null where the answer does not hold, or its user was removed. */
export async function userOfPasskey(site: Site, response: unknown): Promise<User | null> {
  const expectedChallenge = await takenChallenge(site, response);
  if (expectedChallenge === null) return null;
  const { id } = response as { id?: unknown };
  const passkey = typeof id === 'string' ? await readPasskey(site.register, id) : null;
  if (!passkey) return null;
  const verified = await nullWhereRefused(
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: site.publicUrl,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: Uint8Array.from(passkey.public_key),
        counter: passkey.counter,
      },
    }),
  );
  if (!verified?.verified) return null;
  const counter = verified.authenticationInfo.newCounter;
  const isUsed = await usePasskey(site.register, passkey, { counter, now: site.now().getTime() });
  return isUsed ? userOf(site.home, passkey.operator) : null;
}

const maxLabel = 60;

/** The library throws for every answer that does not hold, with words that may quote it. */
function nullWhereRefused<T>(verifying: Promise<T>): Promise<T | null> {
  return verifying.catch(() => null);
}

function hostOf({ publicUrl }: Pick<Site, 'publicUrl'>): string {
  return new URL(publicUrl).hostname;
}

async function keepChallenge({ register, now }: Site, challenge: string): Promise<void> {
  const madeAt = now().getTime();
  await deleteOldChallenges(register, madeAt);
  await insertChallenge(register, {
    challenge_hash: hashOf(challenge),
    made_at: madeAt,
    due_at: madeAt + challengeMs,
  });
}

/** The challenge that is answered, if it was ours; it is not again. */
async function takenChallenge({ register, now }: Site, response: unknown): Promise<string | null> {
  const challenge = answeredChallenge(response);
  if (challenge === null) return null;
  return (await takeChallenge(register, hashOf(challenge), now().getTime())) ? challenge : null;
}

function answeredChallenge(response: unknown): string | null {
  try {
    const { clientDataJSON } = (response as RegistrationResponseJSON).response;
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

function hashOf(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}
