import { expect, it } from 'vitest';
import { readSample } from './read-sample.ts';

const dump = (values: string) =>
  Buffer.from(
    `CREATE TABLE \`t\` (\n  \`a\` int,\n  \`b\` text\n) ENGINE=InnoDB;\nINSERT INTO \`t\` VALUES ${values};\n`,
  );

it('escapes, binary strings, blobs and NULL are read', () => {
  const { columns, rows } = readSample(dump(`(1,'l\\'été\\r\\n(x),'),(NULL,_binary '\\0a'),(3,0xFF)`)).get(
    't',
  )!;
  expect(columns).toEqual(['a', 'b']);
  expect(rows).toEqual([
    ['1', "l'été\r\n(x),"],
    [null, '\0a'],
    ['3', '0xFF'],
  ]);
});

it('a row with a value too many is refused', () => {
  expect(() => readSample(dump('(1,2,3)'))).toThrow('row of 3');
});
