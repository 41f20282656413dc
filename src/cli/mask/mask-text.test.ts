import { expect, test } from 'vitest';
import { refusedText } from './mask-text.ts';

const place = { file: 'a.sql', table: 'orders', column: 'note', count: 2 };
const refused = {
  receipt: null,
  receiptPath: 'b.receipt.json',
  refusals: [{ ...place, reason: 'kept, and holds an e-mail address', offset: 90, line: 7 }],
  survivors: [{ ...place, sort: 'phone', form: 'plain' }],
  drift: [],
};

test('what is refused is told with the line of the plan to change', () => {
  const text = refusedText(refused, 'b.sql', (table, column) =>
    table === 'orders' && column === 'note' ? 12 : null,
  );
  expect(text.match(/the plan speaks of it in line 12$/gmu)).toHaveLength(2);
});

test('where no plan was named, how one is made is told instead', () => {
  const text = refusedText(refused, 'b.sql', null);
  expect(text).not.toContain('in line 12');
  expect(text).toContain('tocsin mask plan');
});
