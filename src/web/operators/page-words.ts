// The words of the pages behind the log-in of those who run this service, in each language. In: nothing. Out: words.

import type { Language } from '../../report/index.ts';

export interface PageWords {
  breaches: string;
  noBreaches: string;
  breach: string;
  people: string;
  state: string;
  states: Record<'loading' | 'published' | 'withdrawing', string>;
  flags: { sensitive: string; range: string; retired: string; unverified: string };
  happened: string;
  atLatest: (day: string) => string;
  added: string;
  classes: string;
  withdraw: string;
  withdrawLead: (title: string) => string;
  withdrawConfirm: (name: string) => string;
  withdrawDone: (name: string) => string;
  withdrawWrong: string;
  withdrawBusy: string;
  service: string;
  subscribers: string;
  mails: string;
  mailsSent: string;
  mailsWait: string;
  jobsWaiting: string;
  jobsFailed: string;
  database: string;
  kind: string;
  waiting: string;
  failed: string;
  noJobs: string;
  about: string;
  attempts: string;
  reason: string;
  since: string;
  retry: string;
  drop: string;
  number: string;
  name: string;
  plan: string;
  rate: string;
  noLimit: string;
  made: string;
  ends: string;
  ended: string;
  keyMade: string;
  keyOnce: string;
  makeKey: string;
  revoke: string;
  noKeys: string;
  role: string;
  sessions: string;
  noSessions: string;
  begun: string;
  seen: string;
  endSession: string;
  endSessions: string;
  makeLink: string;
  linkMade: (name: string) => string;
  linkOnce: string;
  passkeys: string;
  noPasskeys: string;
  used: string;
  remove: string;
  codesOn: string;
  codesOff: string;
  logLead: string;
  when: string;
  who: string;
  what: string;
  on: string;
  result: string;
  results: Record<'begun' | 'done' | 'refused' | 'failed', string>;
  action: string;
  noLog: string;
}

const english: PageWords = {
  breaches: 'Breaches',
  noBreaches: 'No breach is published. On the command line: tocsin publish.',
  breach: 'Breach',
  people: 'People',
  state: 'State',
  states: { loading: 'loading', published: 'published', withdrawing: 'withdrawn, rows are being deleted' },
  flags: { sensitive: 'sensitive', range: 'range search', retired: 'retired', unverified: 'unverified' },
  happened: 'Happened',
  atLatest: (day) => `by ${day} at the latest`,
  added: 'Published',
  classes: 'Data classes',
  withdraw: 'Withdraw',
  withdrawLead: (title) =>
    `${title} is then found by nobody any more, at once, and everything the register holds of it is deleted. The case stays as it is, and can be published again.`,
  withdrawConfirm: (name) => `To withdraw it, type its name: ${name}`,
  withdrawDone: (name) => `${name} is withdrawn.`,
  withdrawWrong: 'That is not its name. Nothing was withdrawn.',
  withdrawBusy: 'It is not published any more.',
  service: 'Service',
  subscribers: 'Subscribers',
  mails: 'Mails',
  mailsSent: 'are sent',
  mailsWait: 'wait: the service was started without --smtp',
  jobsWaiting: 'Jobs that wait',
  jobsFailed: 'Jobs that failed',
  database: 'Register',
  kind: 'Kind',
  waiting: 'Waiting',
  failed: 'Failed',
  noJobs: 'No job has failed.',
  about: 'About',
  attempts: 'Attempts',
  reason: 'Why',
  since: 'Since',
  retry: 'Try again',
  drop: 'Drop',
  number: 'Number',
  name: 'Name',
  plan: 'Plan',
  rate: 'A minute',
  noLimit: 'no limit',
  made: 'Made',
  ends: 'Ends',
  ended: 'ended',
  keyMade: 'The key is made',
  keyOnce: 'It is shown only now; the register holds its hash.',
  makeKey: 'Make a key',
  revoke: 'Revoke',
  noKeys: 'There is no key yet.',
  role: 'Role',
  sessions: 'Sessions',
  noSessions: 'Nobody is logged in.',
  begun: 'Begun',
  seen: 'Last seen',
  endSession: 'End',
  endSessions: 'End all sessions',
  makeLink: 'Make a link to enrol',
  linkMade: (name) => `A link for ${name}`,
  linkOnce:
    'It works once, for 24 hours, and is shown only now. Links made before for the same user have ended.',
  passkeys: 'Passkeys',
  noPasskeys: 'No passkey yet.',
  used: 'Last used',
  remove: 'Remove',
  codesOn: 'One-time codes are set up. A new link to enrol replaces them.',
  codesOff: 'One-time codes are not set up; that takes a link to enrol.',
  logLead:
    'The latest 100 entries, without details. tocsin custody list shows those, and tocsin custody verify checks the whole log.',
  when: 'When',
  who: 'Who',
  what: 'What',
  on: 'On',
  result: 'Result',
  results: { begun: 'begun', done: 'done', refused: 'refused', failed: 'failed' },
  action: 'Action',
  noLog: 'The log has no entry, or cannot be read: tocsin custody verify says why.',
};

const french: PageWords = {
  breaches: 'Fuites',
  noBreaches: 'Aucune fuite n’est publiée. En ligne de commande : tocsin publish.',
  breach: 'Fuite',
  people: 'Personnes',
  state: 'État',
  states: {
    loading: 'en chargement',
    published: 'publiée',
    withdrawing: 'retirée, lignes en cours d’effacement',
  },
  flags: {
    sensitive: 'sensible',
    range: 'recherche par préfixe',
    retired: 'archivée',
    unverified: 'non vérifiée',
  },
  happened: 'Survenue',
  atLatest: (day) => `le ${day} au plus tard`,
  added: 'Publiée',
  classes: 'Catégories de données',
  withdraw: 'Retirer',
  withdrawLead: (title) =>
    `${title} n’est alors plus trouvée par personne, immédiatement, et tout ce que le registre en contient est effacé. Le dossier reste tel quel et peut être publié à nouveau.`,
  withdrawConfirm: (name) => `Pour la retirer, saisissez son nom : ${name}`,
  withdrawDone: (name) => `${name} est retirée.`,
  withdrawWrong: 'Ce n’est pas son nom. Rien n’a été retiré.',
  withdrawBusy: 'Elle n’est plus publiée.',
  service: 'Service',
  subscribers: 'Abonnés',
  mails: 'E-mails',
  mailsSent: 'sont envoyés',
  mailsWait: 'en attente : le service a été lancé sans --smtp',
  jobsWaiting: 'Tâches en attente',
  jobsFailed: 'Tâches en échec',
  database: 'Registre',
  kind: 'Genre',
  waiting: 'En attente',
  failed: 'En échec',
  noJobs: 'Aucune tâche n’a échoué.',
  about: 'Concerne',
  attempts: 'Essais',
  reason: 'Pourquoi',
  since: 'Depuis',
  retry: 'Réessayer',
  drop: 'Abandonner',
  number: 'Numéro',
  name: 'Nom',
  plan: 'Formule',
  rate: 'Par minute',
  noLimit: 'sans limite',
  made: 'Créée',
  ends: 'Fin',
  ended: 'terminée',
  keyMade: 'La clé est créée',
  keyOnce: 'Elle n’est affichée que maintenant ; le registre n’en garde que l’empreinte.',
  makeKey: 'Créer une clé',
  revoke: 'Révoquer',
  noKeys: 'Il n’y a pas encore de clé.',
  role: 'Rôle',
  sessions: 'Sessions',
  noSessions: 'Personne n’est connecté.',
  begun: 'Début',
  seen: 'Vue pour la dernière fois',
  endSession: 'Terminer',
  endSessions: 'Terminer toutes les sessions',
  makeLink: 'Créer un lien d’inscription',
  linkMade: (name) => `Un lien pour ${name}`,
  linkOnce:
    'Il sert une fois, pendant 24 heures, et n’est affiché que maintenant. Les liens précédents du même utilisateur ne valent plus.',
  passkeys: 'Clés d’accès',
  noPasskeys: 'Pas encore de clé d’accès.',
  used: 'Dernier usage',
  remove: 'Supprimer',
  codesOn: 'Les codes à usage unique sont configurés. Un nouveau lien d’inscription les remplace.',
  codesOff: 'Les codes à usage unique ne sont pas configurés ; il faut pour cela un lien d’inscription.',
  logLead:
    'Les 100 dernières entrées, sans les détails. tocsin custody list les montre, et tocsin custody verify vérifie tout le journal.',
  when: 'Quand',
  who: 'Qui',
  what: 'Quoi',
  on: 'Objet',
  result: 'Résultat',
  results: { begun: 'commencé', done: 'fait', refused: 'refusé', failed: 'échoué' },
  action: 'Action',
  noLog: 'Le journal est vide ou illisible : tocsin custody verify dit pourquoi.',
};

export const pageWords: Readonly<Record<Language, PageWords>> = { en: english, fr: french };
