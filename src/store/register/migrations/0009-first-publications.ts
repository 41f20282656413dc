// Under which number a breach was published first, by a keyed hash of its name: it stays when the breach is withdrawn, so
// that whoever was taken out of it stays out when it comes back.

import type { Migration } from '../migration.ts';

export interface FirstPublicationTables {
  first_publication: { name_key: Buffer; first: number };
}

export const firstPublications: Migration = {
  number: 9,
  name: 'first publications',
  statements: ({ bytes, integer, endByKey }) => [
    `CREATE TABLE first_publication (
       name_key ${bytes} NOT NULL, first ${integer} NOT NULL, PRIMARY KEY (name_key)) ${endByKey}`,
  ],
};
