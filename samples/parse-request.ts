/**
 * What `sample` is asked for. In: its arguments. Out: the request, every number in its range.
 */
import { parseArgs } from 'node:util';
import { type FormatName, formatNames } from './formats/formats.ts';
import { parseSize } from '../src/base/index.ts';
import { maxShopPeople } from './shop/create-shop.ts';

export interface MichaelPageRequest {
  shape: 'michael-page';
  out: string;
  people: number;
  sizeBytes: number;
  seed: number;
  truthPeople: boolean;
}

export interface ShopRequest {
  shape: 'shop';
  out: string;
  people: number;
  seed: number;
  format: FormatName;
}

export class UsageError extends Error {
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}

const usages = {
  'michael-page':
    'usage: sample michael-page --out FILE [--people N] [--size 200MB] [--seed 1] [--truth-people]',
  shop: `usage: sample shop --out PATH [--people 500] [--seed 1] [--format mysql], of ${formatNames.join(', ')}`,
};

const options = {
  people: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
  format: { type: 'string' },
  'truth-people': { type: 'boolean' },
} as const;

/** Some 60 bytes a person are held while addresses are made unique: 1.2 GB for this many. */
const maxPeople = 20_000_000;
/** People per MB when --people is not given: people then fill about a fifth of the file. */
const peoplePerMegabyte = 170;

/** @throws UsageError for arguments that ask for nothing that can be made */
export function parseRequest(args: string[]): MichaelPageRequest | ShopRequest {
  const shape = args.includes('shop') ? 'shop' : 'michael-page';
  const refuse = (message: string): never => {
    throw new UsageError(message, usages[shape]);
  };
  const { values, positionals } = parsed(args, refuse);
  if (positionals.length !== 1 || positionals[0] !== shape) return refuse('no such shape');
  const out = values.out ?? refuse('--out is missing');
  const seed = wholeNumber(values.seed) ?? refuse('--seed is no whole number');
  const peopleOf = (usual: number, most: number): number => {
    const people = values.people === undefined ? usual : wholeNumber(values.people);
    return people === null || people < 1 || people > most ? refuse('--people is out of range') : people;
  };
  if (shape === 'shop') {
    if (values.size !== undefined || values['truth-people'])
      return refuse('a shop has neither size nor list of people');
    const named = values.format ?? 'mysql';
    const format = formatNames.find((name) => name === named) ?? refuse('no such format');
    return { shape, out, people: peopleOf(500, maxShopPeople), seed, format };
  }
  if (values.format !== undefined) return refuse('only a shop has a format');
  const sizeBytes = parseSize(values.size ?? '200MB') ?? refuse('--size is no size');
  const people = peopleOf(Math.max(1, Math.round((sizeBytes / 1e6) * peoplePerMegabyte)), maxPeople);
  return { shape, out, people, sizeBytes, seed, truthPeople: values['truth-people'] ?? false };
}

function parsed(args: string[], refuse: (message: string) => never) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function wholeNumber(text: string): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(value) ? value : null;
}
