/*
 * Made-up forms in French with what a careful reader would take from each; nobody in here exists. In: nothing. Out: texts and the
 * people expected of each. The rules of this folder were made with these at hand; how good they are is measured on
 * other letters (held-back-letters.fixture.ts).
 */

import { frenchIban, nir, spaced, type Letter } from './letter.fixture.ts';

const nora = nir('2850378006078');
const theo = nir('1910575112045');
const corsican = nir('168122A004012');

export const frenchForms: readonly Letter[] = [
  {
    title: 'a salary slip with a form on the left',
    text: `BULLETIN DE PAIE                         Période : 01/01/2024 au 31/01/2024

OTTERMILL TRANSPORTS SAS                 SIRET : 732 829 320 00074
8 rue de la Gare - 44000 NANTES          Code APE : 4941A

Matricule : 00412                        Mme QUELLMONT Nora
N° SS : ${nora}                12 bis rue des Tanneurs
Emploi : comptable                       75011 PARIS
Entrée : 02/05/2019

Salaire de base            151,67   14,20   2 153,71
Net à payer                                 1 702,33
Virement sur le compte IBAN ${frenchIban.replaceAll(/(.{4})/g, '$1 ').trim()}
`,
    people: [
      {
        name: 'Nora Quellmont',
        street: '12 bis rue des Tanneurs',
        postalCode: '75011',
        place: 'PARIS',
        nir: nora,
      },
    ],
  },
  {
    title: 'a labelled form, value after the colon',
    text: `DEMANDE D'AIDE AU LOGEMENT

Nom de famille : QUELLMONT
Prénom(s) : Nora Jeanne
Né(e) le : 12/03/1985    à : Valmorel-sur-Orne
Numéro de sécurité sociale : ${nora}
Adresse : 12 bis rue des Tanneurs
Code postal : 75011   Ville : Paris
Téléphone : 0639981234
Courriel : sunny85@example.org
IBAN : ${frenchIban}
`,
    people: [
      {
        name: 'Nora Jeanne Quellmont',
        birthDate: '1985-03-12',
        nir: nora,
        street: '12 bis rue des Tanneurs',
        postalCode: '75011',
        place: 'Paris',
        phone: ['0639981234'],
        email: ['sunny85@example.org'],
        iban: frenchIban,
      },
    ],
  },
  {
    title: 'a form whose values stand on the next line',
    text: `Nom
LARRIVOIRE
Prénom
Théo
Date de naissance
17 mai 1991
Lieu de naissance
Béthune
Numéro de sécurité sociale
${spaced(theo)}
Téléphone portable
07 00 00 00 00
`,
    people: [
      {
        name: 'Théo Larrivoire',
        birthDate: '1991-05-17',
        birthPlace: 'Béthune',
        nir: theo,
        phone: ['07 00 00 00 00'],
      },
    ],
  },
  {
    title: 'a list of two labelled people',
    text: `Liste des bénéficiaires

Nom : QUELLMONT   Prénom : Nora
Né(e) le : 12/03/1985
NIR : ${nora}

Nom : LARRIVOIRE   Prénom : Théo
Né(e) le : 17/05/1991
NIR : ${theo}
`,
    people: [
      { name: 'Nora Quellmont', birthDate: '1985-03-12', nir: nora },
      { name: 'Théo Larrivoire', birthDate: '1991-05-17', nir: theo },
    ],
  },
  {
    title: 'a form that came out in one line',
    text: `FICHE SALARIE Nom : QUELLMONT Prénom : Nora Date de naissance : 12/03/1985 NIR : ${nora} Tél : 06 39 98 12 34`,
    people: [{ name: 'Nora Quellmont', birthDate: '1985-03-12', nir: nora, phone: ['06 39 98 12 34'] }],
  },
  {
    title: 'an attestation in sentences',
    text: `ATTESTATION SUR L'HONNEUR

Je soussigné Théo Larrivoire, né le 17/05/1991 à Béthune, demeurant 3 impasse du Moulin, 62400 Béthune,
atteste sur l'honneur ne percevoir aucune autre allocation.

Fait à Béthune, le 3 mars 2024
Signature
`,
    people: [
      {
        name: 'Théo Larrivoire',
        birthDate: '1991-05-17',
        birthPlace: 'Béthune',
        street: '3 impasse du Moulin',
        postalCode: '62400',
        place: 'Béthune',
      },
    ],
  },
  {
    title: 'a Corsican number and a provisional one',
    text: `Assuré : M. Hugo Keroual
N° de sécurité sociale ${corsican}

Assurée : Mme Rosa Vinkeveen
N° de sécurité sociale ${nir('7990700999001')}
`,
    people: [
      { name: 'Hugo Keroual', nir: corsican },
      { name: 'Rosa Vinkeveen', nir: nir('7990700999001') },
    ],
  },
];
