/**
 * What `sample` is asked for. In: its arguments. Out: the request, every number in its range.
 */
import { parseArgs } from 'node:util';
import { type FormatName, formatNames } from './formats/formats.ts';
import { parseSize } from '../src/base/index.ts';
import { type DirtLevel, dirtNames } from './pole-emploi/dirt.ts';
import { maxPoleEmploiPeople } from './pole-emploi/population.ts';
import { type RowBytes, rowByteChoices } from './pole-emploi/put-row.ts';
import { type ExtractFormat, extractFormats } from './pole-emploi/registration.ts';
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

export interface PoleEmploiRequest {
  shape: 'pole-emploi';
  out: string;
  people: number;
  seed: number;
  rowBytes: RowBytes;
  dirt: DirtLevel;
  format: ExtractFormat;
  truthPeople: boolean;
  /** Beside the extracts, what the controller itself knows of its people. */
  directory: boolean;
}

export type SampleRequest = MichaelPageRequest | ShopRequest | PoleEmploiRequest;

/** Whether the arguments ask how they are written. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.some((arg) => arg === '--help' || arg === '-h' || arg === 'help');
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
  'pole-emploi':
    'usage: sample pole-emploi --out FOLDER [--people 10000] [--seed 1] [--row-bytes 120|680]' +
    ` [--dirt ${dirtNames.join('|')}] [--format ${extractFormats.join('|')}] [--truth-people] [--directory]`,
};

/** How each shape is asked for. */
export const usage = Object.values(usages).join('\n');

type Shape = keyof typeof usages;
const shapes = Object.keys(usages) as Shape[];

const options = {
  people: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string' },
  format: { type: 'string' },
  'row-bytes': { type: 'string' },
  dirt: { type: 'string' },
  'truth-people': { type: 'boolean' },
  directory: { type: 'boolean' },
} as const;

/** What each shape takes besides --out, --people and --seed. */
const taken: Record<Shape, readonly string[]> = {
  'michael-page': ['size', 'truth-people'],
  shop: ['format'],
  'pole-emploi': ['row-bytes', 'dirt', 'format', 'truth-people', 'directory'],
};

/** Some 60 bytes a person are held while addresses are made unique: 1.2 GB for this many. */
const maxPeople = 20_000_000;
/** People per MB when --people is not given: people then fill about a fifth of the file. */
const peoplePerMegabyte = 170;

/** @throws UsageError for arguments that ask for nothing that can be made */
export function parseRequest(args: string[]): SampleRequest {
  const shape = shapes.find((name) => args.includes(name)) ?? 'michael-page';
  const refuse = (message: string): never => {
    throw new UsageError(message, usages[shape]);
  };
  const { values, positionals } = parsed(args, refuse);
  if (positionals.length !== 1 || positionals[0] !== shape) return refuse('no such shape');
  const out = values.out ?? refuse('--out is missing');
  const seed = wholeNumber(values.seed) ?? refuse('--seed is no whole number');
  const known = new Set(['out', 'people', 'seed', ...taken[shape]]);
  const stray = Object.keys(values).find((name) => !known.has(name));
  if (stray !== undefined) return refuse(`${shape} takes no --${stray}`);
  const peopleOf = (usual: number, most: number): number => {
    const people = values.people === undefined ? usual : wholeNumber(values.people);
    return people === null || people < 1 || people > most ? refuse('--people is out of range') : people;
  };
  const oneOf = <T extends string>(
    option: 'format' | 'dirt' | 'row-bytes',
    choices: readonly T[],
    usual: T,
  ): T => choices.find((choice) => choice === (values[option] ?? usual)) ?? refuse(`no such ${option}`);
  const truthPeople = values['truth-people'] ?? false;
  if (shape === 'shop') {
    return {
      shape,
      out,
      people: peopleOf(500, maxShopPeople),
      seed,
      format: oneOf('format', formatNames, 'mysql'),
    };
  }
  if (shape === 'pole-emploi') {
    const choices = rowByteChoices.map(String);
    const rowBytes = Number(oneOf('row-bytes', choices, choices[0]!)) as RowBytes;
    const people = peopleOf(10_000, maxPoleEmploiPeople);
    const dirt = oneOf('dirt', dirtNames, 'default');
    return {
      shape,
      out,
      people,
      seed,
      rowBytes,
      dirt,
      format: oneOf('format', extractFormats, 'both'),
      truthPeople,
      directory: values.directory ?? false,
    };
  }
  const sizeBytes = parseSize(values.size ?? '200MB') ?? refuse('--size is no size');
  const people = peopleOf(Math.max(1, Math.round((sizeBytes / 1e6) * peoplePerMegabyte)), maxPeople);
  return { shape, out, people, sizeBytes, seed, truthPeople };
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
