import { expect, it } from 'vitest';
import { examinedOf, leakOf } from './examined.fixture.ts';
import { judgeStatements } from './judge-statements.ts';

const planted = ['Names', 'Passwords'];

function judged(found: readonly string[], hasLooseRow = false) {
  const leak = leakOf([{ identifiers: ['email:a'], classes: planted, hasLooseRow }]);
  const examined = examinedOf([{ identifiers: ['email:a'], classes: found }]);
  return judgeStatements(leak, examined, Int32Array.of(0));
}

it('a statement with the planted classes is exact', () => {
  expect(judged(['Passwords', 'Names'])).toMatchObject({ checked: 1, exact: 1, tooMuch: 0, tooLittle: 0 });
});

it('a class that was not planted tells too much, one that is not there too little', () => {
  expect(judged([...planted, 'Passport numbers'])).toMatchObject({
    exact: 0,
    tooMuch: 1,
    tooLittle: 0,
    wrongClasses: { 'Passport numbers': 1 },
  });
  expect(judged(['Names'])).toMatchObject({
    exact: 0,
    tooMuch: 0,
    tooLittle: 1,
    wrongClasses: { Passwords: 1 },
  });
});

it('what stands only in a row that nothing certain links is not missed', () => {
  expect(judged(['Names'], true)).toMatchObject({ tooLittle: 0, partial: 1, wrongClasses: {} });
  expect(judged(['Names', 'Photos'], true)).toMatchObject({ tooMuch: 1, wrongClasses: { Photos: 1 } });
});

it('a column where nothing of his stands is told, and one that is left out', () => {
  const at = (...places: string[]) => {
    const leak = leakOf([{ identifiers: [], classes: planted, places }]);
    const examined = examinedOf([{ identifiers: [], classes: planted }]);
    return judgeStatements(leak, examined, Int32Array.of(0));
  };
  expect(at('table.Names', 'table.Passwords').misplaced).toBe(0);
  expect(at('table.Names')).toMatchObject({ exact: 1, misplaced: 1, wrongPlaces: { 'table.Passwords': 1 } });
});

it('people who were not found have no statement', () => {
  const leak = leakOf([{ identifiers: ['email:a'], classes: planted }]);
  expect(judgeStatements(leak, examinedOf([]), Int32Array.of(-1)).checked).toBe(0);
});
