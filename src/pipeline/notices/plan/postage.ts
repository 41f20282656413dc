// What it costs to post the letters of a plan. In: letters by country, the country in which they are posted, the day. Out:
// money by country. Prices are data with the day from which they hold; who has others says so.

export interface PostageByCountry {
  country: string | null;
  letters: number;
  unit: number;
  total: number;
}

export interface Postage {
  letters: number;
  /** Of a letter within the country; null where no price is known. */
  unit: number | null;
  total: number | null;
  currency: string | null;
  /** Of one letter: a sheet or two and its envelope. */
  grams: number;
  /** Where they are posted. */
  from: string | null;
  byCountry: PostageByCountry[];
}

interface Price {
  country: string;
  /** yyyy-mm-dd. */
  since: string;
  currency: string;
  within: number;
  abroad: number;
}

/** One or two sheets. */
const grams = 20;

/** Single letters of 20 g at the public price, the slow kind where there are two; a contract costs less. */
const prices: readonly Price[] = [
  // La Poste, lettre verte and lettre internationale
  { country: 'FR', since: '2025-01-01', currency: 'EUR', within: 1.39, abroad: 2.1 },
  { country: 'FR', since: '2026-01-01', currency: 'EUR', within: 1.52, abroad: 2.25 },
  // Deutsche Post, Standardbrief
  { country: 'DE', since: '2025-01-01', currency: 'EUR', within: 0.95, abroad: 1.25 },
];

export interface PostageOptions {
  letters: ReadonlyMap<string, number>;
  /** ISO 3166; null: where most of the letters go. */
  from: string | null;
  /** Of one letter to anywhere, where somebody said it. */
  unit: number | null;
  today: Date;
}

export function postageOf({ letters, from, unit, today }: PostageOptions): Postage {
  const sorted = [...letters].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const posted = from ?? sorted.find(([country]) => country !== '')?.[0] ?? null;
  const day = today.toISOString().slice(0, 10);
  const price = prices.findLast(({ country, since }) => country === posted && since <= day) ?? null;
  const within = unit ?? price?.within ?? null;
  const byCountry = sorted.map(([country, count]) => {
    const isAbroad = country !== '' && country !== posted;
    const each = unit ?? (isAbroad ? price?.abroad : price?.within) ?? 0;
    return {
      country: country === '' ? null : country,
      letters: count,
      unit: each,
      total: cents(each * count),
    };
  });
  return {
    letters: sorted.reduce((sum, [, count]) => sum + count, 0),
    unit: within,
    total: within === null ? null : cents(byCountry.reduce((sum, { total }) => sum + total, 0)),
    currency: price?.currency ?? (unit === null ? null : 'EUR'),
    grams,
    from: posted,
    byCountry: within === null ? [] : byCountry,
  };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
