// Which leaks are made and judged: shapes, seeds, levels of dirt, sizes. In: what was asked for. Out: a list, in order.

import type { FormatName } from '../../samples/formats/formats.ts';
import { type DirtLevel, dirtNames } from '../../samples/pole-emploi/dirt.ts';
import type { PlantedLeak } from './planted-leak.ts';
import { plantMichaelPage } from './shapes/plant-michael-page.ts';
import { plantPoleEmploi } from './shapes/plant-pole-emploi.ts';
import { plantShop } from './shapes/plant-shop.ts';

export const shapeNames = ['michael-page', 'shop', 'pole-emploi'] as const;
export type ShapeName = (typeof shapeNames)[number];

export interface Wanted {
  isQuick: boolean;
  /** null: all */
  shape: ShapeName | null;
  dirt: DirtLevel | null;
  people: number | null;
  seeds: number[] | null;
}

export interface PlannedLeak {
  name: string;
  make(folder: string): Promise<PlantedLeak>;
}

/** The last one is another in every run, so that nothing can be fitted to the seeds; the result names it. */
const fixedSeeds = [11, 2016];

const shopFormats: readonly FormatName[] = ['mysql', 'csv', 'xlsx'];

/** Quick: a minute. Else some minutes, and people enough that one in a thousand shows. */
const sizes: Record<ShapeName, { quick: number; full: number }> = {
  'michael-page': { quick: 2000, full: 20_000 },
  shop: { quick: 1000, full: 5000 },
  'pole-emploi': { quick: 20_000, full: 200_000 },
};

export function planLeaks(wanted: Wanted, unseen: number): PlannedLeak[] {
  const seeds = wanted.seeds ?? (wanted.isQuick ? [fixedSeeds[0]!, unseen] : [...fixedSeeds, unseen]);
  const shapes = wanted.shape === null ? shapeNames : [wanted.shape];
  return shapes.flatMap((shape) => {
    const people = wanted.people ?? sizes[shape][wanted.isQuick ? 'quick' : 'full'];
    return seeds.flatMap((seed, i) => leaksOf(shape, seed, people, i, wanted));
  });
}

function leaksOf(
  shape: ShapeName,
  seed: number,
  people: number,
  turn: number,
  wanted: Wanted,
): PlannedLeak[] {
  const name = `${shape}, seed ${seed}`;
  if (shape === 'michael-page') return [{ name, make: (folder) => plantMichaelPage(folder, seed, people) }];
  if (shape === 'shop') {
    const format = shopFormats[turn % shopFormats.length]!;
    return [{ name, make: (folder) => plantShop(folder, seed, people, format) }];
  }
  const levels = wanted.dirt === null ? dirtNames : [wanted.dirt];
  return levels.map((dirt) => ({
    name: `${name}, ${dirt} dirt`,
    make: (folder) => plantPoleEmploi(folder, { seed, people, dirt, format: 'both' }),
  }));
}
