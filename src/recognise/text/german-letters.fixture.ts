/*
 * Made-up letters in German with what a careful reader would take from each; nobody in here exists. In: nothing. Out: texts and the
 * people expected of each. The rules of this folder were made with these at hand; how good they are is measured on
 * other letters (held-back-letters.fixture.ts).
 */

import { germanIban, type Letter } from './letter.fixture.ts';

export const germanLetters: readonly Letter[] = [
  {
    title: 'a German application',
    text: `Ingrid Österling
Lindenstraße 12
70173 Neuhaldenburg
Telefon: 0711 5550123
E-Mail: i.oesterling@example.de

Norbrück Maschinenbau GmbH
Personalabteilung
Frau Sandholt
Industriestraße 4
70565 Neuhaldenburg

3. März 2024

Bewerbung als Buchhalterin

Sehr geehrte Frau Sandholt,

mit großem Interesse habe ich Ihre Anzeige gelesen und bewerbe mich um die Stelle.

Mit freundlichen Grüßen
Ingrid Österling
`,
    people: [
      {
        name: 'Ingrid Österling',
        street: 'Lindenstraße 12',
        postalCode: '70173',
        place: 'Neuhaldenburg',
        phone: ['0711 5550123'],
        email: ['i.oesterling@example.de'],
      },
    ],
  },
  {
    title: 'a German letter of a health insurer',
    text: `Allgemeine Krankenkasse Neuhaldenburg
Postfach 10 20 30, 70001 Neuhaldenburg

Herrn
Jürgen Sandholt
Am Anger 5
71032 Böblingen

Ihr Ansprechpartner: Frau Keroual
Telefon: 0711 555 0199
Datum: 12.02.2024

Ihre Versicherung

Sehr geehrter Herr Sandholt,

geboren am 3.9.1965 sind Sie seit dem 1.1.2001 bei uns versichert.

Freundliche Grüße
Ihre Krankenkasse
`,
    people: [
      {
        name: 'Jürgen Sandholt',
        street: 'Am Anger 5',
        postalCode: '71032',
        place: 'Böblingen',
        birthDate: '1965-09-03',
      },
    ],
  },
  {
    title: 'a German form',
    text: `Antrag auf Mitgliedschaft
Name: Sandholt
Vorname: Jürgen
Geburtsdatum: 03.09.1965
Geburtsort: Neuhaldenburg
Straße, Hausnummer: Am Anger 5
PLZ, Ort: 71032 Böblingen
Telefon: +49 711 5550199
IBAN: DE89 3704 0044 0532 0130 00
`,
    people: [
      {
        name: 'Jürgen Sandholt',
        birthDate: '1965-09-03',
        birthPlace: 'Neuhaldenburg',
        street: 'Am Anger 5',
        postalCode: '71032',
        place: 'Böblingen',
        phone: ['+49 711 5550199'],
        iban: germanIban,
      },
    ],
  },
  {
    title: 'a German curriculum vitae',
    text: `Lebenslauf

Persönliche Daten
Name:            Clara Lindqvist
Geburtsdatum:    4. Mai 1990
Geburtsort:      Kiel
Anschrift:       Hafenstr. 7, 24103 Kiel
Telefon:         0431 5550187
E-Mail:          clara.lindqvist@example.de

Berufserfahrung
2015 - 2024      Technikerin, Norbrück GmbH
`,
    people: [
      {
        name: 'Clara Lindqvist',
        birthDate: '1990-05-04',
        birthPlace: 'Kiel',
        street: 'Hafenstr. 7',
        postalCode: '24103',
        place: 'Kiel',
        phone: ['0431 5550187'],
        email: ['clara.lindqvist@example.de'],
      },
    ],
  },
  {
    title: 'a German lease',
    text: `Mietvertrag

zwischen Wohnbau Neuhaldenburg GmbH, Marktplatz 1, 70173 Neuhaldenburg (Vermieter)
und Frau Clara Lindqvist, geboren am 04.05.1990 in Kiel, wohnhaft Hafenstraße 7, 24103 Kiel (Mieterin)

wird folgender Vertrag geschlossen. Die Miete beträgt 540 Euro.
`,
    people: [
      {
        name: 'Clara Lindqvist',
        birthDate: '1990-05-04',
        birthPlace: 'Kiel',
        street: 'Hafenstraße 7',
        postalCode: '24103',
        place: 'Kiel',
      },
    ],
  },
];
