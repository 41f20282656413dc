// The sample database of a film rental: customers, staff, and actors, who are people of public life.

import type { LabelledCorpus } from './labelled-corpus.ts';

export const sakila: LabelledCorpus = {
  name: 'sakila',
  files: ['sakila-mysqldump-schema.sql', 'sakila-mysqldump-data.sql'],
  people: 801,
  tables: {
    actor: { first_name: 'Names', last_name: 'Names' },
    address: {
      address: 'Physical addresses',
      // empty in all but a few rows
      address2: [],
      district: ['Geographic locations', 'Physical addresses'],
      postal_code: 'Physical addresses',
      phone: 'Phone numbers',
      // the place of a number of the address book: geometry
      location: [],
    },
    customer: { first_name: 'Names', last_name: 'Names', email: 'Email addresses' },
    staff: {
      first_name: 'Names',
      last_name: 'Names',
      picture: ['Photos', 'Profile photos'],
      email: 'Email addresses',
      username: 'Usernames',
      password: 'Passwords',
    },
  },
};
