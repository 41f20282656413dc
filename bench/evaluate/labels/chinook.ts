// The sample database of a music shop: customers and employees; artists are bands and people of public life.

import type { LabelledCorpus } from './labelled-corpus.ts';

const address = 'Physical addresses';
const place = 'Geographic locations';

export const chinook: LabelledCorpus = {
  name: 'chinook',
  files: ['chinook-mysql.sql'],
  people: 67,
  tables: {
    Customer: {
      FirstName: 'Names',
      LastName: 'Names',
      Company: ['Employers', 'Company names'],
      Address: address,
      City: place,
      State: place,
      Country: place,
      PostalCode: address,
      Phone: 'Phone numbers',
      Fax: 'Phone numbers',
      Email: 'Email addresses',
    },
    Employee: {
      FirstName: 'Names',
      LastName: 'Names',
      Title: ['Job titles', 'Occupations'],
      BirthDate: 'Dates of birth',
      Address: address,
      City: place,
      State: place,
      Country: place,
      PostalCode: address,
      Phone: 'Phone numbers',
      Fax: 'Phone numbers',
      Email: 'Email addresses',
    },
    Invoice: {
      BillingAddress: address,
      BillingCity: place,
      BillingState: place,
      BillingCountry: place,
      BillingPostalCode: address,
    },
  },
};
