// What the private look-up answers from. In: the context of the server. Out: the list of indexes that may be asked, the
// keys, the library; made once.

import {
  createPublishedIndexes,
  loadSodium,
  privateKeys,
  type PrivateKeys,
  type PublishedIndexes,
  type ReadIndexes,
  type Sodium,
} from '../../lookup/private/index.ts';
import {
  type Catalogue,
  createCatalogue,
  type PublishedBreach,
  type ReadCatalogue,
} from '../../lookup/index.ts';
import type { WebContext } from '../web-context.ts';

export interface PrivateSource {
  context: WebContext;
  catalogue: ReadCatalogue;
  indexes: ReadIndexes;
  /** Compiles the library when first asked for. */
  group: () => Promise<{ sodium: Sodium; keys: PrivateKeys }>;
}

export function createPrivateSource(context: WebContext): PrivateSource {
  const { register } = context;
  const catalogue = createCatalogue(register);
  let group: ReturnType<PrivateSource['group']> | undefined;
  return {
    context,
    catalogue,
    indexes: createPublishedIndexes(register, async () => {
      const known = await catalogue();
      return { version: known.version, breaches: shownInPrivate(known).map(({ breach }) => breach) };
    }),
    group: () =>
      (group ??= loadSodium().then((sodium) => ({
        sodium,
        keys: privateKeys(sodium, register.secrets('private-look-up')),
      }))),
  };
}

/** The list of indexes with the catalogue that it is of: what is published or withdrawn meanwhile is in both or in none. */
export async function readTogether({
  indexes,
  catalogue,
}: Pick<PrivateSource, 'indexes' | 'catalogue'>): Promise<{
  indexes: PublishedIndexes;
  catalogue: Catalogue;
}> {
  for (;;) {
    const before = await catalogue();
    const read = await indexes();
    if ((await catalogue()).version === before.version) return { indexes: read, catalogue: before };
  }
}

/** A number proves nobody: whoever knows one may ask, so that what is sensitive is left out, as in every open search. */
export function shownInPrivate({ breaches }: Pick<Catalogue, 'breaches'>): PublishedBreach[] {
  return breaches.filter(({ model }) => !model.IsSensitive && !model.IsRetired);
}
