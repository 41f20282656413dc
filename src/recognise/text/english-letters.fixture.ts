/*
 * Made-up letters in English and Dutch with what a careful reader would take from each; nobody in here exists. In: nothing. Out: texts and the
 * people expected of each. The rules of this folder were made with these at hand; how good they are is measured on
 * other letters (held-back-letters.fixture.ts).
 */

import type { Letter } from './letter.fixture.ts';

export const englishLetters: readonly Letter[] = [
  {
    title: 'a form in columns without colons',
    text: `PATIENT DETAILS

Surname            Penhale
First name         Grace
Date of birth      14/07/1962
Address            3 Orchard Lane, Brackwater, LS1 4AB
Telephone          07700 900123
GP                 Dr Henry Winterslow
`,
    people: [
      {
        name: 'Grace Penhale',
        birthDate: '1962-07-14',
        street: '3 Orchard Lane',
        postalCode: 'LS1 4AB',
        place: 'Brackwater',
        phone: ['07700 900123'],
      },
    ],
  },
  {
    title: 'an English letter with the address above',
    text: `Brackwater City Council
Housing Department
Town Hall, High Street, Brackwater LS1 1AA

Ms Grace Penhale
Flat 2
14 Orchard Lane
Brackwater
LS1 4AB

12 February 2024

Dear Ms Penhale,

Your application for housing benefit has been received. Your case worker is Mr Henry Winterslow,
telephone 0113 496 0199.

Yours sincerely,
Henry Winterslow
Housing Officer
`,
    people: [
      {
        name: 'Grace Penhale',
        street: 'Flat 2, 14 Orchard Lane',
        postalCode: 'LS1 4AB',
        place: 'Brackwater',
      },
    ],
  },
  {
    title: 'an American cover letter',
    text: `Oscar Ashgrove
1400 Maple Street
Springfield, IL 62704
(217) 555-0142
oscar.ashgrove@example.com

May 3, 2024

Calder Foods Inc.
Attn: Hiring Manager
200 Industrial Way
Springfield, IL 62701

Dear Hiring Manager:

I am writing to apply for the position of warehouse supervisor.

Sincerely,
Oscar Ashgrove
`,
    people: [
      {
        name: 'Oscar Ashgrove',
        street: '1400 Maple Street',
        postalCode: '62704',
        place: 'Springfield',
        phone: ['(217) 555-0142'],
        email: ['oscar.ashgrove@example.com'],
      },
    ],
  },
  {
    title: 'an English curriculum vitae',
    text: `Henry Brackenby
Software developer
henry.b@example.org | 07700 900456 | 8 Mill Road, Leeds LS2 7EW

Profile
Developer with nine years of work in small teams.

Employment
2018-2024 Calder Ltd, Leeds
`,
    people: [
      {
        name: 'Henry Brackenby',
        email: ['henry.b@example.org'],
        phone: ['07700 900456'],
        street: '8 Mill Road',
        postalCode: 'LS2 7EW',
        place: 'Leeds',
      },
    ],
  },
  {
    title: 'a thread of mails',
    text: `From: Grace Penhale <grace.penhale@example.com>
To: Support <support@example.net>
Subject: my parcel

Hello,

my parcel number 4100000123 has not come. You can reach me on 07700 900123.

Kind regards
Grace Penhale

On 3 May 2024, Paolo Terranova <p.terranova@example.net> wrote:
> Dear Ms Penhale,
> thank you for your message.
`,
    people: [
      { name: 'Grace Penhale', email: ['grace.penhale@example.com'] },
      { name: 'Paolo Terranova', email: ['p.terranova@example.net'] },
    ],
  },
  {
    title: 'a letter between two private people',
    text: `Femke Haverkate
Kerkstraat 12
1017 GC Amsterdam
femke.haverkate@example.nl

                                   Anouk Vinkeveen
                                   Hoofdweg 8
                                   3511 AB Utrecht

Amsterdam, 3 mei 2024

Beste Anouk, thank you for the books.
`,
    people: [
      {
        name: 'Femke Haverkate',
        street: 'Kerkstraat 12',
        postalCode: '1017 GC',
        place: 'Amsterdam',
        email: ['femke.haverkate@example.nl'],
      },
      { name: 'Anouk Vinkeveen', street: 'Hoofdweg 8', postalCode: '3511 AB', place: 'Utrecht' },
    ],
  },
  {
    title: 'an English contract of employment',
    text: `CONTRACT OF EMPLOYMENT

Employer: Calder Ltd, 1 Works Road, Leeds LS9 8AA
Employee: Mr Oscar Ashgrove
Date of birth: 3 September 1979
Address: 22 Hill Street, Leeds LS6 2AB
Email address: oscar79@example.com
Start date: 1 May 2024
`,
    people: [
      {
        name: 'Oscar Ashgrove',
        birthDate: '1979-09-03',
        street: '22 Hill Street',
        postalCode: 'LS6 2AB',
        place: 'Leeds',
        email: ['oscar79@example.com'],
      },
    ],
  },
];
