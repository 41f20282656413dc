import { describe, expect, it } from 'vitest';
import { type ClassFinding, validatorIds } from '../recognise/index.ts';
import { covers, planTable, tableKeys } from './table-plan.ts';

const evidence = { name: null, sampled: 100, passed: 100, chance: 0.001 };

function finding(validator: keyof typeof validatorIds, dataClass: ClassFinding['class']): ClassFinding {
  return {
    class: dataClass,
    kind: null,
    confidence: 0.9,
    validator: validatorIds[validator],
    standing: 'own',
    evidence,
  };
}

const email = finding('email', 'Email addresses');
const ip = finding('ipAddress', 'IP addresses');

describe('keys of a table', () => {
  it('are those the schema declares and those the names plainly mean', () => {
    const schema = {
      columns: ['wid', 'uid', 'note', 'job_id', 'paid', 'amount_id'].map((name, i) => ({
        name,
        type: i === 5 ? 'decimal(8,2)' : 'int',
      })),
      primaryKey: ['wid'],
      unique: [],
      foreignKeys: [{ column: 'NOTE', table: 'notes', toColumn: 'id' }],
    };
    const names = schema.columns.map((column) => column.name);
    expect(tableKeys(names, schema)).toEqual({ primary: 0, pointing: [1, 2, 3] });
  });

  it('are guessed from names where nothing is declared', () => {
    expect(tableKeys(['id', 'userId', 'title'], null)).toEqual({ primary: 0, pointing: [1] });
    expect(tableKeys(['_id', 'customer_id'], null)).toEqual({ primary: 0, pointing: [1] });
    expect(tableKeys([null, null], null)).toEqual({ primary: -1, pointing: [] });
  });

  it('are the same whatever a dialect calls their types and however it writes their names', () => {
    const keysOf = (names: string[], type: string) =>
      tableKeys(names, {
        columns: names.map((name) => ({ name, type })),
        primaryKey: [],
        unique: [],
        foreignKeys: [],
      });
    for (const type of [
      'int(11)',
      'integer',
      'int4',
      'int32',
      'number(10,0)',
      'uniqueidentifier',
      'text',
      '',
    ])
      expect([type, keysOf(['id', 'customer_id'], type).pointing]).toEqual([type, type === '' ? [] : [1]]);
    expect(keysOf(['ID', 'CUSTOMER_ID', 'OWNER', 'ID_SITE', 'PAID'], 'number').pointing).toEqual([1, 2, 3]);
    expect(keysOf(['id', 'amount_id', 'opened_id'], 'number(10,2)').pointing).toEqual([]);
  });

  it('of several columns together are no key of a row', () => {
    const schema = {
      columns: [
        { name: 'id', type: 'int' },
        { name: 'lang', type: 'char(2)' },
      ],
      primaryKey: ['id', 'lang'],
      unique: [],
      foreignKeys: [],
    };
    expect(tableKeys(['id', 'lang'], schema).primary).toBe(-1);
  });
});

describe('a plan', () => {
  it('gathers nothing of a table that holds nothing', () => {
    expect(planTable([null, null], { primary: 0, pointing: [1] }).gathered).toEqual([]);
  });

  it('leaves out the key of rows that only belong to somebody, so that equal ones are kept once', () => {
    const plan = planTable([null, null, ip], { primary: 0, pointing: [1] });
    expect(plan.gathered.map((entry) => entry.column)).toEqual([1, 2]);
    expect(plan.merging).toBe(true);
  });

  it('keeps the key of rows that are somebody', () => {
    const plan = planTable([null, email], { primary: 0, pointing: [] });
    expect(plan.gathered.map((entry) => entry.normal)).toEqual(['key', 'email']);
    expect(plan.merging).toBe(false);
  });

  it('covers another that asks for less, not one that takes another column for addresses', () => {
    const keys = { primary: -1, pointing: [] };
    const both = planTable([ip, email], keys);
    expect(covers(both, planTable([null, email], keys))).toBe(true);
    expect(covers(planTable([null, email], keys), both)).toBe(false);
    expect(covers(both, planTable([ip, null], keys))).toBe(false);
  });
});
