/*
 * Made-up papers that are about nobody, though names, numbers and addresses stand in them. In: nothing. Out: texts.
 */

export const hardNegatives: readonly { title: string; text: string }[] = [
  {
    title: 'a news article',
    text: `LYON - Le maire, Hugo Montebruno, a inauguré samedi 3 mars 2024 la nouvelle halle. « C'est un grand jour »,
a dit M. Montebruno devant 2 000 personnes. L'architecte Rosa Penhale, née le 3 mai 1961 à Turin, avait reçu
un prix en 2019. La halle, 4 place du Marché, 69003 Lyon, ouvre lundi. Renseignements : 01 99 00 12 12.
`,
  },
  {
    title: 'an article in English',
    text: `Brackwater - Police said on Monday that Grace Winterslow, 34, had been found safe. Mr Oscar Ashgrove of the
rescue team said the search lasted 12 hours. Call 0113 496 0123 with information. The hall at 14 High Street,
Brackwater LS1 4AB is open.
`,
  },
  {
    title: 'a list of products',
    text: `Name: Oak Shelf
Price: 49,00 €
EAN: 4006381333931
Name: Rosa Lamp
Price: 19,00 €
EAN: 4006381333948
Order number: 185057800604831
Serial number: 353081160412345
`,
  },
  {
    title: 'terms and conditions',
    text: `GENERAL TERMS AND CONDITIONS

1. Scope. These terms apply to all orders placed with Calder Ltd, 1 Works Road, Leeds LS9 8AA.
2. Contact. You can reach us at support@example.com or 0113 496 0100 from Monday to Friday.
3. Data protection officer: dpo@example.com
4. Payment to IBAN GB82 WEST 1234 5698 7654 32.
`,
  },
  {
    title: 'source code',
    text: `const user = { name: 'Nora', email: "nora@example.com", phone: '06 39 98 12 34' };
// Author: see AUTHORS
function label(name: string): string {
  return name === 'Date of birth:' ? 'dob' : name; // 2024-01-01
}
@media (max-width: 640px) { .name { color: #123456; } }
version: 1.2.3.4
`,
  },
  {
    title: 'an invoice between companies',
    text: `VASSELINE LOGISTIQUE SARL
4 avenue du Lac
69003 LYON
SIRET 732 829 320 00074

                          OTTERMILL TRANSPORTS SAS
                          Service comptabilité
                          À l'attention de Mme Valdeluz
                          8 rue de la Gare
                          44000 NANTES

Facture n° 2024-0183 du 12/02/2024

Transport Lyon - Nantes                 1 240,00 €
TVA 20 %                                  248,00 €
IBAN : FR14 2004 1010 0505 0001 3M02 606
Contact : Mme Camille Keroual, 01 99 00 44 21, compta@example.fr
`,
  },
  {
    title: 'a German invoice between companies',
    text: `Norbrück Maschinenbau GmbH
Industriestraße 4
70565 Neuhaldenburg

Werkzeughandel Sandholt KG
Marktplatz 3
24103 Kiel

Rechnung Nr. 2024-117
Ansprechpartner: Herr Jürgen Brand
Telefon: 0711 555 0144
Bankverbindung: DE89 3704 0044 0532 0130 00
Geschäftsführer: Clara Lindqvist
`,
  },
  {
    title: 'a letter to nobody',
    text: `Madame, Monsieur,

Nous avons le plaisir de vous annoncer l'ouverture de notre magasin, 12 rue des Tanneurs, 75011 Paris.

Cordialement,
L'équipe
`,
  },
  {
    title: 'an empty form',
    text: `Nom : ....................  Prénom : ....................
Né(e) le : __/__/____  à :
N° de sécurité sociale : _ __ __ __ ___ ___ __
Adresse :
Téléphone :
`,
  },
  {
    title: 'a web page of a shop',
    text: `Home | Products | Contact
Rose & Walter
Our stores: 12 rue des Tanneurs, 75011 Paris - 01 99 00 12 12
Opening hours: Monday to Friday 9:00-18:00
Copyright 2024
`,
  },
  {
    title: 'a book list',
    text: `Victor Larrivoire, Les Misères, Paris 1862
Grace Penhale, The Orchard, Leeds 1961, 240 pages
Name: The Orchard
Author: Grace Penhale
ISBN 9780306406157
`,
  },
  { title: 'a greeting', text: `Bonjour Nora,\n\nMerci, à demain !\n\nMarie\n` },
  {
    title: 'a log',
    text: `2024-03-03 12:00:01 INFO user=4123 ip=192.0.2.14 path=/name: ok
2024-03-03 12:00:02 WARN order 120101750010047 delayed
2024-03-03 12:00:03 INFO 75011 Requests served
`,
  },
];
