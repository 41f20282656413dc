import { expect, test } from 'vitest';
import { errorCodes } from '../base/index.ts';
import { hintText } from './hint-text.ts';

test('every hint keeps within 80 columns and loses no word', () => {
  for (const { hint } of Object.values(errorCodes)) {
    const text = hintText(hint);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text.split(/\s+/u)).toEqual(`hint: ${hint}`.split(/\s+/u));
  }
});
