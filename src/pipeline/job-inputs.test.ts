import { expect, test } from 'vitest';
import type { FoundInput } from './find-inputs.ts';
import { inputAt, packInputs } from './job-inputs.ts';

function found(path: string, bytes: number, kind: 'document' | 'records'): FoundInput {
  return {
    path,
    bytes,
    modifiedMs: 0,
    parts: [path],
    places: [{ path, seal: null }],
    partOf: null,
    sameAs: null,
    format: kind,
    plan: { kind },
    open: kind === 'records' ? 'pdf' : null,
    recode: null,
    charset: 'utf8',
  };
}

test('inputs come back as they were packed, and what many have in common is kept once', () => {
  const inputs = [
    found('a.txt', 12, 'document'),
    found('Ordner/Größe 😀.pdf', 5e12, 'records'),
    found('', 0, 'document'),
    ...Array.from({ length: 500 }, (_, i) => found(`many/${i}.txt`, i, 'document')),
  ];
  const packed = packInputs(inputs, (input) => input.open !== null);
  expect(packed.kinds).toHaveLength(2);
  inputs.forEach(({ path, bytes, plan, charset, open }, i) => {
    expect(inputAt(packed, i)).toEqual({
      path,
      place: { path, seal: null },
      bytes,
      plan,
      charset,
      unpacked: open !== null,
    });
  });
});
