// The words of the public catalogue, in each language. In: names and numbers. Out: text.

import type { Language } from '../../report/index.ts';
import { withFrenchSpaces } from '../page/french-spaces.ts';

export interface BreachWords {
  title: string;
  intro: string;
  none: string;
  /** Of the list: when it happened, how many accounts. */
  line: (day: string, accounts: string) => string;
  happened: string;
  /** Of the list, where only the day is known by which it had happened. */
  atLatest: (day: string) => string;
  knownAtLatest: string;
  added: string;
  changed: string;
  accounts: string;
  classes: string;
  controllers: string;
  chain: string;
  domain: string;
  source: string;
  disclosure: string;
  sensitive: string;
  retired: string;
  subscriptionFree: string;
  all: string;
  amI: string;
}

const english: BreachWords = {
  title: 'All breaches',
  intro:
    'The breaches on record here. Ask by your address to learn whether you are in one, and what exactly was lost about you.',
  none: 'There are none yet.',
  line: (day, accounts) => `${day} · ${accounts} people or accounts`,
  happened: 'Happened',
  atLatest: (day) => `known since ${day} at the latest`,
  knownAtLatest: 'Known since, at the latest',
  added: 'On record since',
  changed: 'Changed',
  accounts: 'People or accounts',
  classes: 'Data classes',
  controllers: 'Whose data',
  chain: 'Lost through',
  domain: 'Website',
  source: 'Source',
  disclosure: 'Announced at',
  sensitive:
    'This breach is sensitive: only the owner of an address, or of its domain, is told whether the address is in it.',
  retired: 'This breach is retired: it is no longer searched.',
  subscriptionFree: 'For this breach no subscription is asked of the owners of domains.',
  all: 'All breaches',
  amI: 'Ask whether you are in it',
};

const french: BreachWords = {
  title: 'Toutes les fuites',
  intro:
    'Les fuites enregistrées ici. Demandez par votre adresse si vous figurez dans l’une d’elles, et ce qui a été perdu exactement à votre sujet.',
  none: 'Il n’y en a pas encore.',
  line: (day, accounts) => `${day} · ${accounts} personnes ou comptes`,
  happened: 'Survenue',
  atLatest: (day) => `connue depuis le ${day} au plus tard`,
  knownAtLatest: 'Connue depuis, au plus tard',
  added: 'Enregistrée',
  changed: 'Modifiée',
  accounts: 'Personnes ou comptes',
  classes: 'Classes de données',
  controllers: 'Données de',
  chain: 'Perdues par',
  domain: 'Site',
  source: 'Source',
  disclosure: 'Annoncée à',
  sensitive:
    'Cette fuite est sensible : seul le titulaire d’une adresse, ou de son domaine, apprend si elle y figure.',
  retired: 'Cette fuite est retirée : on n’y cherche plus.',
  subscriptionFree: 'Pour cette fuite, aucun abonnement n’est demandé aux gestionnaires de domaines.',
  all: 'Toutes les fuites',
  amI: 'Demander si vous y figurez',
};

export const breachWords: Readonly<Record<Language, BreachWords>> = {
  en: english,
  fr: withFrenchSpaces(french),
};
