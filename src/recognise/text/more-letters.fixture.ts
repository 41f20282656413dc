/*
 * More made-up papers in English and German, written after the first rules were fixed; the rules were mended once with them. Nobody in here
 * exists. In: nothing. Out: texts and the people expected of each, those about nobody included.
 */

import { germanIban, type Letter } from './letter.fixture.ts';

export const moreLetters: readonly Letter[] = [
  {
    title: 'a cover letter in English',
    text: `Fiona Marlbrook
17 Station Road, Ottery Green, EX11 9ZZ
Tel: 07700 900877
Email: fionam@example.co.uk

The Manager
Ottery Garden Centre
EX11 9YY

21 May 2024

Dear Sir or Madam,

I saw your notice for weekend staff and would like to apply.

Yours faithfully,

Fiona Marlbrook
`,
    people: [
      {
        name: 'Fiona Marlbrook',
        street: '17 Station Road',
        postalCode: 'EX11 9ZZ',
        place: 'Ottery Green',
        phone: ['07700 900877'],
        email: ['fionam@example.co.uk'],
      },
    ],
  },
  {
    title: 'a hospital letter',
    text: `Ottery Valley Hospitals NHS Trust
Department of Cardiology
Tel 01632 960111

Patient: FIONA MARLBROOK     DOB: 05/02/1971    NHS No: 943 476 5919
Address: 17 Station Road, Ottery Green, EX11 9ZZ

Dear Dr Pemberton,

Thank you for referring this patient, whom I saw in clinic on 3 May 2024.

Dr Simon Harlow
Consultant Cardiologist
`,
    people: [
      {
        name: 'Fiona Marlbrook',
        birthDate: '1971-02-05',
        street: '17 Station Road',
        postalCode: 'EX11 9ZZ',
        place: 'Ottery Green',
      },
    ],
  },
  {
    title: 'a payslip in English',
    text: `Garrick & Sons Ltd                         Pay advice   31 May 2024

Employee name     Mr Desmond Okafor
Employee number   00418
NI number         QQ123456C
Address           5 Quay Walk
                  Bristol
                  BS1 6ZZ

Basic pay 2,104.00    Net pay 1,733.20
`,
    people: [{ name: 'Desmond Okafor', street: '5 Quay Walk', postalCode: 'BS1 6ZZ', place: 'Bristol' }],
  },
  {
    title: 'a complaint by mail, in a thread',
    text: `Hi Priya,

see below, can you take this one?

Tom

-----Original Message-----
From: Desmond Okafor [mailto:desmond.okafor@example.org]
Sent: 12 May 2024 09:14
To: complaints@example.com
Subject: wrong bill

Dear Sirs,
My bill is wrong again. Call me on 07700 900222.

Desmond Okafor
5 Quay Walk, Bristol BS1 6ZZ
`,
    people: [
      {
        name: 'Desmond Okafor',
        email: ['desmond.okafor@example.org'],
        street: '5 Quay Walk',
        postalCode: 'BS1 6ZZ',
        place: 'Bristol',
      },
    ],
  },
  {
    title: 'an American lease application',
    text: `RENTAL APPLICATION

Full name: Denise Hollowell
Date of birth: 11/30/1988
Phone: (303) 555-0177
Email: dhollowell@example.com
Current address: 220 Aspen Court, Apt 4, Denver, CO 80202
Employer: Red Mesa Diner
Landlord: Carl Winters, (303) 555-0199
`,
    people: [
      {
        name: 'Denise Hollowell',
        birthDate: '1988-11-30',
        phone: ['(303) 555-0177'],
        email: ['dhollowell@example.com'],
        street: '220 Aspen Court, Apt 4',
        postalCode: '80202',
        place: 'Denver',
      },
    ],
  },
  {
    title: 'a curriculum vitae in columns',
    text: `PRIYA RAMANUJAN                          priya.ramanujan@example.com
Data analyst                             07700 900310
                                         Manchester

EXPERIENCE
Analyst, Calder Ltd                      2019 - 2024
`,
    people: [
      {
        name: 'Priya Ramanujan',
        email: ['priya.ramanujan@example.com'],
        phone: ['07700 900310'],
      },
    ],
  },
  {
    title: 'a German job reference',
    text: `Norddeutsche Druckwerke AG

Arbeitszeugnis

Frau Katharina Wiesental, geboren am 18. Oktober 1984 in Lübeck, war vom 1. April 2016 bis zum
30. Juni 2024 in unserem Unternehmen als Mediengestalterin tätig.

Kiel, den 30. Juni 2024
Dr. Uwe Brandt, Geschäftsführer
`,
    people: [{ name: 'Katharina Wiesental', birthDate: '1984-10-18', birthPlace: 'Lübeck' }],
  },
  {
    title: 'a German notice of benefits',
    text: `Jobcenter Kreis Lübeck
Postanschrift: Postfach 1200, 23501 Lübeck

Frau
Katharina Wiesental
Mühlengasse 3 a
23552 Lübeck

Mein Zeichen: 412
BG-Nummer: 13504//0012345
Name: Herr Petersen
Telefon: 0451 555 0133
Datum: 4. Juli 2024

Bewilligung von Leistungen

Sehr geehrte Frau Wiesental,
die Leistung wird auf Ihr Konto IBAN ${germanIban} überwiesen.
`,
    people: [
      {
        name: 'Katharina Wiesental',
        street: 'Mühlengasse 3 a',
        postalCode: '23552',
        place: 'Lübeck',
      },
    ],
  },
  {
    title: 'a German application by mail',
    text: `Sehr geehrte Damen und Herren,

hiermit bewerbe ich mich um den Ausbildungsplatz als Mechatroniker.

Viele Grüße

Emre Yildirim
Schillerstr. 44
44135 Dortmund
Mobil: 0151 5550 1234
emre.yildirim@example.de
`,
    people: [
      {
        name: 'Emre Yildirim',
        street: 'Schillerstr. 44',
        postalCode: '44135',
        place: 'Dortmund',
        phone: ['0151 5550 1234'],
        email: ['emre.yildirim@example.de'],
      },
    ],
  },
  {
    title: 'a German doctor’s bill',
    text: `Gemeinschaftspraxis am Wall
Dr. med. Sabine Kessler
Wallstr. 10, 44137 Dortmund - Tel. 0231 555 0110

Herrn Emre Yildirim
Schillerstr. 44
44135 Dortmund

Rechnung Nr. 7781
Patient: Yildirim, Emre, geb. 09.02.2004
Betrag: 64,20 EUR
IBAN: ${germanIban}
`,
    people: [
      {
        name: 'Emre Yildirim',
        street: 'Schillerstr. 44',
        postalCode: '44135',
        place: 'Dortmund',
        birthDate: '2004-02-09',
      },
    ],
  },
  {
    title: 'a page of a novel',
    text: `Mrs Penrose put down her cup. "You will find Arthur Bellamy at 12 Mill Lane," she said, "born in 1899,
and as stubborn as the sea." Mr Bellamy, when found, was asleep. London 10115 miles away, she thought.
`,
    people: [],
  },
  {
    title: 'a price list in German',
    text: `Preisliste 2024 - Brauerei Zum Anker, Hafenweg 2, 24103 Kiel
Name: Pils        Preis: 1,20
Name: Helles      Preis: 1,30
Kontakt: info@example.de, 0431 555 0100
`,
    people: [],
  },
  {
    title: 'a configuration file',
    text: `[user]
  name = Grace Harlow
  email = grace@example.com
[server]
  address: 192.0.2.10
  phone: 0
  port: 44135 Server
`,
    people: [],
  },
];
