/*
 * Made-up letters in French with what a careful reader would take from each; nobody in here exists. In: nothing. Out: texts and the
 * people expected of each. The rules of this folder were made with these at hand; how good they are is measured on
 * other letters (held-back-letters.fixture.ts).
 */

import { frenchIban, nir, spaced, type Letter } from './letter.fixture.ts';

const theo = nir('1910575112045');

export const frenchLetters: readonly Letter[] = [
  {
    title: 'a job application in French',
    text: `Nora Quellmont
12 bis rue des Tanneurs
75011 Paris
06 39 98 12 34
nora.quellmont@example.fr

                                        Vasseline Logistique SARL
                                        Service des ressources humaines
                                        4 avenue du Lac
                                        69003 Lyon

                                        Paris, le 3 mars 2024

Objet : candidature au poste de comptable

Madame, Monsieur,

Titulaire d'un diplôme de comptabilité, je vous adresse ma candidature. J'ai travaillé sept ans
dans une petite équipe et je serais heureuse de vous rencontrer.

Je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.

Nora Quellmont
`,
    people: [
      {
        name: 'Nora Quellmont',
        street: '12 bis rue des Tanneurs',
        postalCode: '75011',
        place: 'Paris',
        phone: ['06 39 98 12 34'],
        email: ['nora.quellmont@example.fr'],
      },
    ],
  },
  {
    title: 'a notice of the employment office, window address on the right',
    text: `Agence Emploi Val-de-Lys
BP 40012                                    Monsieur Théo LARRIVOIRE
59998 LYS CEDEX                             3 impasse du Moulin
                                            Appt 14
Tél. : 01 99 00 12 00                       62400 BETHUNE
www.agence.example


Votre identifiant : 4512369K
N° de sécurité sociale : ${spaced(theo)}

                                            Lys, le 12/02/2024

Objet : notification de droits

Monsieur,

Votre inscription comme demandeur d'emploi a été enregistrée. Vous percevrez 31,20 € par jour.
Votre conseillère : Mme Sandrine Valdeluz, tél. 01 99 00 12 44

La directrice de l'agence
`,
    people: [
      {
        name: 'Théo Larrivoire',
        street: '3 impasse du Moulin, Appt 14',
        postalCode: '62400',
        place: 'BETHUNE',
        nir: theo,
      },
    ],
  },
  {
    title: 'a lease',
    text: `CONTRAT DE LOCATION

Entre les soussignés :

Bailleur : SCI du Lac, 4 avenue du Lac, 69003 Lyon
et
Locataire : Mme Nora Quellmont, née le 12 mars 1985 à Valmorel, demeurant 12 bis rue des Tanneurs, 75011 Paris

Article 1. Le logement est loué pour trois ans à compter du 1er avril 2024 pour un loyer de 640 €.
`,
    people: [
      {
        name: 'Nora Quellmont',
        birthDate: '1985-03-12',
        birthPlace: 'Valmorel',
        street: '12 bis rue des Tanneurs',
        postalCode: '75011',
        place: 'Paris',
      },
    ],
  },
  {
    title: 'a medical invoice',
    text: `Dr Hugo Montebruno - médecin généraliste
Cabinet médical des Ormes, 2 place des Ormes, 62400 Béthune
Tél : 01 99 00 55 10

FACTURE / FEUILLE DE SOINS

Patient : Théo Larrivoire
Date de naissance : 17/05/1991
N° d'assuré : ${spaced(theo)}

Consultation   25,00 €
`,
    people: [{ name: 'Théo Larrivoire', birthDate: '1991-05-17', nir: theo }],
  },
  {
    title: 'a French curriculum vitae',
    text: `CURRICULUM VITAE

Camille DUBOSQUET
Née le 9 août 1994
5 chemin des Vignes, 33000 Bordeaux
Tél. : 06.39.98.44.55 - camille.dubosquet@example.com

EXPÉRIENCE PROFESSIONNELLE
2019-2024  Comptable, Vasseline SARL, Bordeaux
2016-2019  Assistante, Cabinet Fontcalda

FORMATION
2016  BTS Comptabilité, Lycée du Lac
`,
    people: [
      {
        name: 'Camille Dubosquet',
        birthDate: '1994-08-09',
        street: '5 chemin des Vignes',
        postalCode: '33000',
        place: 'Bordeaux',
        phone: ['06.39.98.44.55'],
        email: ['camille.dubosquet@example.com'],
      },
    ],
  },
  {
    title: 'what OCR made of a letter',
    text: `C a i s s e  Primaire d'Assurance Maladie
62024 ARRAS CEDEX

                              Mme MADELEINE FONTCALDA
                              27 RUE DU 8 MAI
                              20000 AJACCIO

Numéro de sécurité sociale : ${spaced(nir('2680575112045')).replace('0', 'O').replace(' 1', ' l')}

Madame,
Nous avons bien reçu votre dernande.
`,
    people: [
      {
        name: 'Madeleine Fontcalda',
        street: '27 RUE DU 8 MAI',
        postalCode: '20000',
        place: 'AJACCIO',
        nir: nir('2680575112045'),
      },
    ],
  },
  {
    title: 'a letter of a bank',
    text: `Crédit du Lac
4 avenue du Lac
69003 LYON
Tél. 01 99 00 33 00 - contact@example.fr

M. PAOLO TERRANOVA
18 BOULEVARD DES ALPES
38000 GRENOBLE

Titulaire du compte : M. PAOLO TERRANOVA
IBAN : ${frenchIban}

Cher Monsieur Terranova,
Votre relevé est disponible.
`,
    people: [
      {
        name: 'Paolo Terranova',
        street: '18 BOULEVARD DES ALPES',
        postalCode: '38000',
        place: 'GRENOBLE',
        iban: frenchIban,
      },
    ],
  },
];
