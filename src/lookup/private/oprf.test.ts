import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { answerBlinded } from './answer-blinded.ts';
import { evaluate } from './evaluate.ts';
import { loadSodium, type Sodium } from './group.ts';
import { deriveKey, privateKeys } from './private-keys.ts';
import { privateInput, privateKinds } from './private-kinds.ts';

let sodium: Sodium;
beforeAll(async () => void (sodium = await loadSodium()));

const bytes = (text: string) => Buffer.from(text, 'hex');
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');
const { voprf } = ristretto255_oprf;

/** RFC 9497, A.1.2. */
const seed = bytes('a3'.repeat(32));
const info = Buffer.from('test key');
const secretKey = 'e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909';
const publicKey = 'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e';
const blindScalar = bytes('64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706');
const proofScalar = bytes('222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e');
const vectors = [
  {
    input: '00',
    blinded: '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
    evaluated: 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
    proof:
      'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
    output:
      'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
  },
  {
    input: '5a'.repeat(17),
    blinded: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
    evaluated: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
    proof:
      '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
    output:
      '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
  },
];

test('a key is derived as the RFC derives it, by both libraries', () => {
  const ours = deriveKey(sodium, seed, info);
  expect([hex(ours.secretKey), hex(ours.publicKey)]).toEqual([secretKey, publicKey]);
  const theirs = voprf.deriveKeyPair(seed, info);
  expect([hex(theirs.secretKey), hex(theirs.publicKey)]).toEqual([secretKey, publicKey]);
});

test.each(vectors)('the vectors of the RFC hold on both sides: $input', (vector) => {
  const key = deriveKey(sodium, seed, info);
  const input = bytes(vector.input);
  expect(hex(evaluate(sodium, key.secretKey, input))).toBe(vector.output);
  const answer = answerBlinded(sodium, key, bytes(vector.blinded), proofScalar)!;
  expect([hex(answer.evaluated), hex(answer.proof)]).toEqual([vector.evaluated, vector.proof]);
  const output = voprf.finalize(
    input,
    blindScalar,
    answer.evaluated,
    bytes(vector.blinded),
    key.publicKey,
    answer.proof,
  );
  expect(hex(output)).toBe(vector.output);
});

test('what somebody gets who asked blinded is what is computed in the clear', () => {
  const keys = privateKeys(sodium, Buffer.alloc(32, 7));
  fc.assert(
    fc.property(fc.constantFrom(...privateKinds), fc.stringMatching(/^[0-9AB]{1,15}$/u), (kind, normal) => {
      const input = privateInput(kind, normal);
      const { blind, blinded } = voprf.blind(input);
      const { evaluated, proof } = answerBlinded(sodium, keys[kind], blinded)!;
      const output = voprf.finalize(input, blind, evaluated, blinded, keys[kind].publicKey, proof);
      expect(hex(output)).toBe(hex(evaluate(sodium, keys[kind].secretKey, input)));
    }),
    { numRuns: 25 },
  );
});

test('an answer under another key than the public one is refused', () => {
  const keys = privateKeys(sodium, Buffer.alloc(32, 7));
  const input = privateInput('nir', '1850175000001');
  const { blind, blinded } = voprf.blind(input);
  const { evaluated, proof } = answerBlinded(sodium, keys.phone, blinded)!;
  expect(() => voprf.finalize(input, blind, evaluated, blinded, keys.nir.publicKey, proof)).toThrow(/proof/u);
  const forged = { ...keys.phone, publicKey: keys.nir.publicKey };
  const answer = answerBlinded(sodium, forged, blinded)!;
  expect(() =>
    voprf.finalize(input, blind, answer.evaluated, blinded, keys.nir.publicKey, answer.proof),
  ).toThrow(/proof/u);
});

test('the identity, what is no element, and other lengths are not answered', () => {
  const key = deriveKey(sodium, seed, info);
  const refused = [
    Buffer.alloc(32),
    // not canonical, negative, and not on the curve: RFC 9496, A.2
    bytes('00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'),
    bytes('f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'),
    bytes('0100000000000000000000000000000000000000000000000000000000000000'),
    bytes('26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371'),
    Buffer.alloc(31, 2),
    Buffer.alloc(33, 2),
    Buffer.alloc(0),
  ];
  for (const blinded of refused) expect(answerBlinded(sodium, key, blinded)).toBeNull();
});
