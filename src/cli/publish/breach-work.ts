// The work of `tocsin breach`: the catalogue listed, an entry shown or changed.

import { TocsinError } from '../../base/index.ts';
import { acting, publishedNamed, setBreach } from '../../pipeline/index.ts';
import type { BreachModel } from '../../register/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { type BreachRow, listBreaches } from '../../store/register/index.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor } from '../register-for.ts';
import { changeOf, type SetFlags, type WithdrawFlags } from './breach-flags.ts';

export async function list(flags: WithdrawFlags): Promise<void> {
  const home = openHome();
  acting(home, 'case.read');
  await using register = await openRegisterFor(flags, { home });
  const breaches = await listBreaches(register.rows);
  process.stdout.write(flags.json ? jsonText(breaches.map(aboutBreach)) : listText(breaches));
}

export async function show(name: string, flags: WithdrawFlags): Promise<void> {
  const home = openHome();
  acting(home, 'case.read');
  await using register = await openRegisterFor(flags, { home });
  const row = publishedNamed(await listBreaches(register.rows), name);
  process.stdout.write(flags.json ? jsonText(aboutBreach(row)) : breachText(modelOf(row)));
}

export async function set(name: string, flags: SetFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  const change = changeOf(flags);
  if (Object.keys({ ...change.facts, ...change.flags }).length === 0)
    throw new TocsinError('USAGE', 'nothing was said that is to be changed');
  await using register = await openRegisterFor(flags, { home });
  const model = await setBreach(home, register, name, change, { who });
  process.stdout.write(flags.json ? jsonText(model) : breachText(model));
}

function modelOf({ model }: BreachRow): BreachModel {
  return JSON.parse(model) as BreachModel;
}

function aboutBreach(row: BreachRow): object {
  const { name, caseId, state, isRange } = row;
  return { name, case: caseId, state, range: isRange, breach: modelOf(row) };
}

function listText(breaches: readonly BreachRow[]): string {
  if (breaches.length === 0) return 'no breach is published\n';
  return `${breaches.map(lineOf).join('\n')}\n`;
}

const states: Record<BreachRow['state'], string> = {
  published: '',
  loading: ', being loaded: run tocsin publish again where it was stopped',
  withdrawing: ', withdrawn: run tocsin withdraw again to remove what is left',
};

function lineOf(row: BreachRow): string {
  const { Title, PwnCount, BreachDate, BreachDateKnown = true } = modelOf(row);
  const date = BreachDateKnown ? BreachDate : `${BreachDate} at the latest`;
  const people = PwnCount.toLocaleString('en');
  return wrapped(
    `${row.name}  ${date}  ${people} people  ${visibleText(Title)}${states[row.state]}`,
    0,
    2,
  ).join('\n');
}

function breachText(model: BreachModel): string {
  const lines = Object.entries(model).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
    return text === '' || value === false
      ? []
      : wrapped(`${name.padEnd(18)} ${visibleText(text === 'true' ? 'yes' : text)}`, 0, 19);
  });
  return `${lines.join('\n')}\n`;
}
