// The sentences of a public notice, besides those that it shares with the notices to single people. In: nothing. Out: text
// by language, with places in braces.

export interface SubstituteWords {
  locale: string;
  title: string;
  titleUnnamed: string;
  lead: string;
  who: string;
  whoRelation: string;
  dataTitle: string;
  dataIntro: string;
  dataNotOfAll: string;
  person: string;
  persons: string;
  fewer: string;
  consequencesIntro: string;
  measures: string;
  told: string;
  unreached: string;
  reasons: Record<string, string>;
  otherReason: string;
  why: string;
  ask: string;
  askSite: string;
  askWhat: string;
  never: string;
  proofTitle: string;
  date: string;
}

const english: SubstituteWords = {
  locale: 'en-GB',
  title: 'Public notice of {organisation}: personal data was in a breach',
  titleUnnamed: 'Public notice: personal data was in a breach',
  lead: 'This notice is for everybody whose data is in these files and who was not reached in person.',
  who: 'The files hold data of {people}.',
  whoRelation: 'They are people about whom we hold data, or held some in the past.',
  dataTitle: 'Which data is in the files',
  dataIntro: 'The files hold this, each of so many people:',
  dataNotOfAll:
    'They do not hold all of it about everybody. Ask us, and we tell you what they hold about you.',
  person: '{count} person',
  persons: '{count} people',
  fewer: 'fewer than {count} people',
  consequencesIntro:
    'This does not mean that any of it has happened. With what the files hold about somebody:',
  measures: 'We have gone through the files to find out who is in them and what they hold about each person.',
  told: '{people} get a notice of their own.',
  unreached: '{people} could not be reached:',
  reasons: {
    'no-contact': 'neither an address nor a telephone number of theirs is known: {people}',
    bounced: 'what was sent to them came back, and there is no other way: {people}',
    'no-address-of-guardian': 'of a minor, whose guardians’ address is not known: {people}',
    'no-address-of-heirs': 'of somebody who has died, whose family’s address is not known: {people}',
    'channels-barred': 'the known ways must not be used for them: {people}',
    'channels-not-used': 'the known ways are not used for this notice: {people}',
  },
  otherReason: 'for other reasons: {people}',
  why: 'To find out where they live, we would have to collect more data about each of them. That is why we tell them in public (GDPR, Article 34(3)(c)).',
  ask: 'You need no letter and no reference to ask us.',
  askSite: 'Our site is {site}: type that in by hand.',
  askWhat:
    'So that nobody else learns what the files hold about you, we ask you who you are. We never ask for a password, a code or a payment.',
  never:
    'This notice holds no link. Whoever calls or writes to you because of it and asks for something is not us.',
  proofTitle: 'How to make sure that this notice is real',
  date: 'Published by {organisation}. As of {day}.',
};

const french: SubstituteWords = {
  locale: 'fr-FR',
  title: 'Avis public {ofOrganisation} : des données personnelles ont fuité',
  titleUnnamed: 'Avis public : des données personnelles ont fuité',
  lead: 'Cet avis s’adresse à tous ceux dont des données sont dans ces fichiers et qui n’ont pas été joints personnellement.',
  who: 'Les fichiers contiennent des données de {people}.',
  whoRelation: 'Ce sont des personnes sur lesquelles nous avons des données, ou en avons eu par le passé.',
  dataTitle: 'Quelles données sont dans les fichiers',
  dataIntro: 'Les fichiers contiennent ceci, chaque fois pour tant de personnes :',
  dataNotOfAll:
    'Ils ne contiennent pas tout cela sur chacun. Demandez-nous : nous vous dirons ce qu’ils contiennent sur vous.',
  person: '{count} personne',
  persons: '{count} personnes',
  fewer: 'moins de {count} personnes',
  consequencesIntro:
    'Cela ne veut pas dire que l’une de ces choses est arrivée. Avec ce que les fichiers contiennent sur quelqu’un :',
  measures: 'Nous avons examiné les fichiers pour savoir qui y figure et ce qu’ils contiennent sur chacun.',
  told: '{people} reçoivent un avis personnel.',
  unreached: '{people} n’ont pas pu être jointes :',
  reasons: {
    'no-contact': 'ni adresse ni numéro de téléphone ne sont connus : {people}',
    bounced: 'ce qui leur a été envoyé est revenu, et il n’y a pas d’autre moyen : {people}',
    'no-address-of-guardian': 'mineurs dont l’adresse des responsables n’est pas connue : {people}',
    'no-address-of-heirs': 'personnes décédées dont l’adresse de la famille n’est pas connue : {people}',
    'channels-barred': 'les moyens connus ne doivent pas être employés pour elles : {people}',
    'channels-not-used': 'les moyens connus ne sont pas employés pour cet avis : {people}',
  },
  otherReason: 'pour d’autres raisons : {people}',
  why: 'Pour savoir où elles habitent, il nous faudrait recueillir d’autres données sur chacune d’elles. C’est pourquoi nous les informons publiquement (RGPD, article 34, paragraphe 3, point c).',
  ask: 'Pour nous interroger, il ne faut ni lettre ni référence.',
  askSite: 'Notre site est {site} : saisissez cette adresse à la main.',
  askWhat:
    'Pour que personne d’autre n’apprenne ce que les fichiers contiennent sur vous, nous vous demandons qui vous êtes. Nous ne demandons jamais de mot de passe, de code ni de paiement.',
  never:
    'Cet avis ne contient aucun lien. Quiconque vous appelle ou vous écrit à son sujet et vous demande quelque chose n’est pas nous.',
  proofTitle: 'Comment vérifier que cet avis est vrai',
  date: 'Publié par {organisation}. État du {day}.',
};

/** By language. */
export const substituteWords: Readonly<Record<string, SubstituteWords>> = { en: english, fr: french };
