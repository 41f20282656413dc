import { expect, test } from 'vitest';

import { maskFileName } from './mask-file-name.ts';
import { people, textReplacer } from './text.fixture.ts';

test.each([
  ['CV_Quellmont_Hélène.pdf', 'CV_Yvrandel_Xa.pdf'],
  ['cv-helene-quellmont.tar.gz', 'cv-xa-yvrandel.tar.gz'],
  ['LettreNoraTréguidon2016.sql', 'LettreXaYvrandel2016.sql'],
  ['helene.q@example.com.json', 'x.tag@example.org.json'],
  ['backup_2016-09-01.sql.gz', 'backup_2016-09-01.sql.gz'],
  ['Export final (2).csv', 'Export final (2).csv'],
])('%s becomes %s', (name, expected) => {
  expect(maskFileName(name, textReplacer(people)).toLowerCase()).toBe(expected.toLowerCase());
});
