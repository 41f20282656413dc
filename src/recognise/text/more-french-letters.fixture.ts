/*
 * More made-up papers in French, written after the first rules were fixed; the rules were mended once with them. Nobody in here
 * exists. In: nothing. Out: texts and the people expected of each, those about nobody included.
 */

import { frenchIban, nir, spaced, type Letter } from './letter.fixture.ts';

const lucie = nir('2770969123087');
const ahmed = nir('1820399351204');

export const moreFrenchLetters: readonly Letter[] = [
  {
    title: 'a reminder of an energy supplier',
    text: `Lumière du Midi
Service Clients
TSA 40201
13090 AIX EN PROVENCE CEDEX 2

Vos références
N° client : 4 120 332 871
N° de contrat : 09 88 12 34

                                         MME LUCIE TERRASSON
                                         14 MONTEE DES OLIVIERS
                                         BAT C
                                         84000 AVIGNON

                                         Aix, le 4 juin 2024
Relance - facture impayée
Madame,
Sauf erreur de notre part, votre facture de 86,40 € reste due. Payez en ligne ou appelez le 09 69 39 00 00.
`,
    people: [
      {
        name: 'Lucie Terrasson',
        street: '14 MONTEE DES OLIVIERS, BAT C',
        postalCode: '84000',
        place: 'AVIGNON',
      },
    ],
  },
  {
    title: 'a daily benefit statement',
    text: `L'Assurance Maladie
CPAM DU RHONE
69907 LYON CEDEX 20

ATTESTATION DE PAIEMENT D'INDEMNITÉS JOURNALIÈRES

Bénéficiaire : LUCIE TERRASSON
Né(e) le : 21/09/1977
N° Sécurité sociale : ${spaced(lucie)}
Période : du 02/01/2024 au 31/01/2024
Montant net : 812,40 €
`,
    people: [{ name: 'Lucie Terrasson', birthDate: '1977-09-21', nir: lucie }],
  },
  {
    title: 'a certificate of employment',
    text: `CERTIFICAT DE TRAVAIL

Je soussigné, Bruno Castelnau, gérant de la société Menuiserie Castelnau SARL, certifie que

Monsieur Ahmed Bensalah
né le 12 mars 1982 à Oran
demeurant 7 rue du Four, 31000 Toulouse
n° de sécurité sociale ${ahmed}

a été employé du 1er juin 2015 au 31 mai 2024 en qualité de menuisier.

Fait à Toulouse, le 31 mai 2024
`,
    people: [
      {
        name: 'Ahmed Bensalah',
        birthDate: '1982-03-12',
        birthPlace: 'Oran',
        street: '7 rue du Four',
        postalCode: '31000',
        place: 'Toulouse',
        nir: ahmed,
      },
    ],
  },
  {
    title: 'a resignation by mail',
    text: `De : Ahmed Bensalah <ahmed.bensalah@example.fr>
À : rh@example.com
Objet : démission

Bonjour,

Je vous informe de ma décision de quitter mon poste. Mon numéro : 06 39 98 77 10.

Bien cordialement,
Ahmed Bensalah
7 rue du Four
31000 Toulouse
`,
    people: [
      {
        name: 'Ahmed Bensalah',
        email: ['ahmed.bensalah@example.fr'],
        street: '7 rue du Four',
        postalCode: '31000',
        place: 'Toulouse',
      },
    ],
  },
  {
    title: 'a school form',
    text: `FICHE D'INSCRIPTION - CANTINE

ÉLÈVE
Nom : Bensalah            Prénom : Inès
Date de naissance : 03/11/2015
RESPONSABLE LÉGAL
Nom : Bensalah            Prénom : Ahmed
Adresse : 7 rue du Four - 31000 Toulouse
Tél. portable : 06 39 98 77 10
E-mail : famille.b@example.fr
`,
    people: [
      { name: 'Inès Bensalah', birthDate: '2015-11-03' },
      {
        name: 'Ahmed Bensalah',
        street: '7 rue du Four',
        postalCode: '31000',
        place: 'Toulouse',
        phone: ['06 39 98 77 10'],
        email: ['famille.b@example.fr'],
      },
    ],
  },
  {
    title: 'a tax notice read by OCR',
    text: `DIRECTION GENERALE DES FINANCES PUBLIQUES
AVIS D'IMPOT 2024

                              M BENSALAH AHMED
                              7 RUE DU FOUR
                              31OOO TOULOUSE

Vos références
Numéro fiscal : 30 23 217 600 053
Montant : 412 €
`,
    people: [{ name: 'Ahmed Bensalah', street: '7 RUE DU FOUR' }],
  },
  {
    title: 'a guarantor’s deed',
    text: `ACTE DE CAUTION SOLIDAIRE

Je soussignée Madame Odile Ferrandon, née le 2 janvier 1956 à Nîmes, domiciliée 9 place des Halles, 30000 Nîmes,
me porte caution pour Monsieur Julien Ferrandon, né le 8 août 1990 à Nîmes, demeurant 21 rue Basse, 34000 Montpellier.
`,
    people: [
      {
        name: 'Odile Ferrandon',
        birthDate: '1956-01-02',
        birthPlace: 'Nîmes',
        street: '9 place des Halles',
        postalCode: '30000',
        place: 'Nîmes',
      },
      {
        name: 'Julien Ferrandon',
        birthDate: '1990-08-08',
        birthPlace: 'Nîmes',
        street: '21 rue Basse',
        postalCode: '34000',
        place: 'Montpellier',
      },
    ],
  },
  {
    title: 'a change of bank details',
    text: `Madame, Monsieur,

Je vous prie de bien vouloir noter mes nouvelles coordonnées bancaires.

Titulaire : Julien Ferrandon
IBAN : ${frenchIban}

Julien Ferrandon
21 rue Basse
34000 Montpellier
`,
    people: [
      {
        name: 'Julien Ferrandon',
        iban: frenchIban,
        street: '21 rue Basse',
        postalCode: '34000',
        place: 'Montpellier',
      },
    ],
  },
  {
    title: 'minutes of a meeting',
    text: `Compte rendu du comité du 4 juin 2024
Présents : Mme Ferrandon, M. Castelnau, M. Petit
Excusée : Mme Odile Marchal
1. Le budget est adopté. 2. La prochaine réunion aura lieu le 2 juillet à 14 h, 3 rue du Port, 30000 Nîmes.
`,
    people: [],
  },
  {
    title: 'an offer of a supplier',
    text: `Fournitures Delmas SAS - ZI Nord - 30900 NIMES
À : Mairie de Valmorel, service achats, 1 place de la Mairie, 30200 VALMOREL
Devis n° 2024-55 - 12 ramettes de papier - 54,00 €
Votre commercial : Kevin Delmas, kevin.delmas@example.fr, 06 39 98 00 12
`,
    people: [],
  },
];
