import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { groupBatch, loadGroup } from '../../kernel/index.ts';
import { createEvaluateBatch } from './evaluate-batch.ts';
import { evaluate } from './evaluate.ts';
import { loadSodium, type Sodium } from './group.ts';
import { deriveKey } from './private-keys.ts';

let sodium: Sodium;
beforeAll(async () => void (sodium = await loadSodium()));

const hex = (outputs: readonly Buffer[]) => outputs.map((output) => output.toString('hex'));
const oneByOne = (key: Uint8Array, inputs: readonly Buffer[]) =>
  inputs.map((input) => evaluate(sodium, key, input));

test('a batch is what libsodium makes of each, under every key', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(
        fc.uint8Array({ maxLength: 40 }).map((input) => Buffer.from(input)),
        { minLength: 1, maxLength: 9 },
      ),
      (seed, inputs) => {
        const { secretKey } = deriveKey(sodium, seed, Buffer.from('batch'));
        expect(hex(createEvaluateBatch(sodium, secretKey)(inputs))).toEqual(hex(oneByOne(secretKey, inputs)));
      },
    ),
    { numRuns: 40 },
  );
});

test('the compiled group is used, and a thousand random inputs give what libsodium gives', () => {
  const group = loadGroup();
  expect(group).not.toBeNull();
  const inputs = Array.from({ length: groupBatch + 1 }, () => randomBytes(13));
  const { secretKey } = deriveKey(sodium, randomBytes(32), Buffer.from('batch'));
  let batches = 0;
  const counted = {
    ...group!,
    evaluateBatch: (count: number) => {
      batches++;
      group!.evaluateBatch(count);
    },
  };
  const made = createEvaluateBatch(sodium, secretKey, counted)(inputs);
  expect(hex(made)).toEqual(hex(oneByOne(secretKey, inputs)));
  expect(batches).toBe(2);
});

test.each([1n, 2n, 3n, 15n, 16n, 17n, 31n, 2n ** 251n, 2n ** 252n + 27742317777372353535851937790883648492n])(
  'scalars at the edges, too: %s',
  (scalar) => {
    const key = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse();
    const inputs = [Buffer.from('a'), Buffer.from('b'), Buffer.from('c')];
    expect(hex(createEvaluateBatch(sodium, key)(inputs))).toEqual(hex(oneByOne(key, inputs)));
  },
);

test('a machine that computes otherwise, or has no compiled group, gets the same from libsodium', () => {
  const { secretKey } = deriveKey(sodium, Buffer.alloc(32, 5), Buffer.from('batch'));
  const inputs = Array.from({ length: 20 }, (_, i) => Buffer.from(`input ${i}`));
  const expected = hex(oneByOne(secretKey, inputs));
  const group = loadGroup()!;
  const wrong = {
    ...group,
    evaluateBatch: (count: number) =>
      new Uint8Array(group.memory.buffer, group.batchAt(), 64 * count).fill(9),
  };
  expect(hex(createEvaluateBatch(sodium, secretKey, wrong as never)(inputs))).toEqual(expected);
  expect(hex(createEvaluateBatch(sodium, secretKey, null)(inputs))).toEqual(expected);
});
