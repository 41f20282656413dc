// A hundred made-up people of many countries in one CSV, with 43 columns, as a generator of fake names gives them.

import type { LabelledCorpus } from './labelled-corpus.ts';

const place = 'Geographic locations';

export const fakePeople: LabelledCorpus = {
  name: 'fake-people-100',
  files: ['fake-people-100.csv'],
  people: 100,
  tables: {
    'fake-people': {
      Gender: 'Genders',
      // the country a name is of, not its bearer's
      NameSet: [],
      Title: 'Salutations',
      GivenName: 'Names',
      MiddleInitial: 'Names',
      Surname: 'Names',
      StreetAddress: 'Physical addresses',
      City: place,
      State: place,
      StateFull: place,
      ZipCode: 'Physical addresses',
      Country: place,
      CountryFull: place,
      EmailAddress: 'Email addresses',
      Username: 'Usernames',
      Password: 'Passwords',
      BrowserUserAgent: 'Browser user agent details',
      TelephoneNumber: 'Phone numbers',
      TelephoneCountryCode: [],
      MothersMaiden: 'Mothers maiden names',
      Birthday: 'Dates of birth',
      Age: 'Ages',
      TropicalZodiac: 'Astrological signs',
      CCType: 'Payment methods',
      CCNumber: 'Credit cards',
      CVV2: 'Credit card CVV',
      CCExpires: 'Partial credit card data',
      NationalID: ['Government issued IDs', 'Social security numbers'],
      // a tracking number of a parcel, transfers of money, a car, a site: no class of these is looked for
      UPS: [],
      WesternUnionMTCN: [],
      MoneyGramMTCN: [],
      Occupation: ['Occupations', 'Job titles'],
      Company: 'Employers',
      Vehicle: [],
      Domain: [],
      BloodType: 'Personal health data',
      Pounds: 'Physical attributes',
      Kilograms: 'Physical attributes',
      FeetInches: 'Physical attributes',
      Centimeters: 'Physical attributes',
      Latitude: 'Latitude and longitude pairs',
      Longitude: 'Latitude and longitude pairs',
    },
  },
};
