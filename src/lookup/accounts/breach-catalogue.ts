// The published breaches, held in memory: by number, by name, sorted. In: an open register. Out: the catalogue as it is
// now; a publication or withdrawal, also of another process, shows within half a second, and never half.

import type { BreachModel } from '../../register/index.ts';
import {
  type BreachRow,
  createPublishedReader,
  createVersionWatch,
  type MaybePromise,
  type RegisterDatabase,
} from '../../store/register/index.ts';

export interface PublishedBreach {
  breach: number;
  caseId: string | null;
  isRange: boolean;
  model: BreachModel;
  /** `model` as JSON, made once. */
  json: string;
  /** `{"Name":"…"}`, as a truncated answer has it. */
  nameJson: string;
}

export interface Catalogue {
  version: number;
  /** In the order of their titles. */
  breaches: readonly PublishedBreach[];
  byNumber: ReadonlyMap<number, PublishedBreach>;
  /** By the name in lower case. */
  byName: ReadonlyMap<string, PublishedBreach>;
  /** The one added last; null where there is none. */
  latest: PublishedBreach | null;
  /** All classes of all breaches, sorted. */
  dataClasses: readonly string[];
}

/** Asked before each answer. On a file, and on a server most of the time, no promise. Throws REGISTER_UNREACHABLE. */
export type ReadCatalogue = () => MaybePromise<Catalogue>;

export function createCatalogue(register: RegisterDatabase): ReadCatalogue {
  const version = createVersionWatch(register);
  const published = createPublishedReader(register);
  let known: Catalogue | null = null;
  let reading: Promise<Catalogue> | null = null;

  const read = async (): Promise<Catalogue> => {
    try {
      // the version is older than what is read after it, or the same: what moves meanwhile is read again
      const isAt = await version();
      return (known = makeCatalogue(isAt, await published()));
    } finally {
      reading = null;
    }
  };

  const readUntil = async (isAt: number): Promise<Catalogue> => {
    const catalogue = await (reading ??= read());
    return catalogue.version >= isAt ? catalogue : readUntil(isAt);
  };

  const at = (isAt: number): MaybePromise<Catalogue> => {
    if (known !== null && known.version >= isAt) return known;
    const rows = register.engine === 'sqlite' ? published() : null;
    return Array.isArray(rows) ? (known = makeCatalogue(isAt, rows)) : readUntil(isAt);
  };

  return () => {
    const isAt = version();
    return typeof isAt === 'number' ? at(isAt) : isAt.then(at);
  };
}

function makeCatalogue(version: number, rows: readonly BreachRow[]): Catalogue {
  const breaches = rows
    .map(({ breach, caseId, isRange, model: json }): PublishedBreach => {
      const model = JSON.parse(json) as BreachModel;
      return {
        breach,
        caseId,
        isRange,
        model,
        json: JSON.stringify(model),
        nameJson: JSON.stringify({ Name: model.Name }),
      };
    })
    .toSorted((a, b) => compareText(a.model.Title, b.model.Title) || compareText(a.model.Name, b.model.Name));
  let latest: PublishedBreach | null = null;
  for (const breach of breaches)
    if (latest === null || breach.model.AddedDate > latest.model.AddedDate) latest = breach;
  return {
    version,
    breaches,
    byNumber: new Map(breaches.map((one) => [one.breach, one])),
    byName: new Map(breaches.map((one) => [one.model.Name.toLowerCase(), one])),
    latest,
    dataClasses: [...new Set(breaches.flatMap(({ model }) => model.DataClasses))].toSorted(compareText),
  };
}

/** As a catalogue is read: case makes no difference, and the machine's language neither. */
function compareText(a: string, b: string): number {
  const [low, high] = [a.toLowerCase(), b.toLowerCase()];
  return low < high ? -1 : low > high ? 1 : 0;
}
