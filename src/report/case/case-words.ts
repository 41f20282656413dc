/*
 * Every word of the page of a case, in each language it is shown in. In: numbers and names. Out: text.
 */
import type { Language } from '../statement/statement-words.ts';

export interface CaseWords {
  dueIn: (span: string, duty: string, due: string) => string;
  /** The end is advised, and has passed. */
  advisedPassed: (span: string, duty: string, due: string) => string;
  overdue: (span: string, duty: string, due: string) => string;
  withoutDelay: (duty: string, since: string) => string;
  nothingDue: string;
  noAwareness: (id: string) => string;
  open: (day: string) => string;
  closed: (day: string, who: string, why: string) => string;
  what: string;
  happened: string;
  span: (from: string, to: string) => string;
  found: string;
  aware: string;
  decidedBy: (who: string) => string;
  notSaid: string;
  effects: string;
  remedy: string;
  organisations: string;
  /** Of the user in the case. */
  role: string;
  roles: Readonly<Record<'controller' | 'processor', string>>;
  destroyAfter: string;
  /** Above the people. */
  heading: string;
  /** Of the table of who can be reached. */
  people: string;
  between: (min: string, max: string) => string;
  count: (count: string, isOne: boolean) => string;
  nothingExamined: (id: string) => string;
  notExamined: string;
  controllers: string;
  unassigned: string;
  ofSeveral: string;
  onlyClasses: (count: number) => string;
  outdated: Readonly<Record<'split' | 'directory', string>>;
  reach: string;
  byEmail: string;
  byPost: string;
  byPhone: string;
  unreachable: string;
  inAll: string;
  evidence: string;
  how: Readonly<Record<'copy' | 'reference', string>>;
  from: (source: string) => string;
  noEvidence: string;
  deliveries: string;
  files: (count: string, isOne: boolean) => string;
  skipped: (count: string, isOne: boolean) => string;
  deadlines: string;
  noClocks: string;
  states: Readonly<Record<'running' | 'met' | 'missed' | 'stopped', string>>;
  metLate: string;
  advised: string;
  noHours: string;
  to: (name: string) => string;
  began: (at: string, trigger: 'aware' | 'given' | 'after', why: string | null) => string;
  done: (at: string, who: string, reference: string | null) => string;
  stopped: (at: string, who: string, why: string) => string;
  readings: Readonly<Record<'wording' | 'argued', (at: string, article: string) => string>>;
  waits: (duty: string, rule: string, period: string) => string;
  periods: Readonly<Record<'hours' | 'days' | 'months', (count: number) => string>>;
  contacts: string;
  notes: string;
  more: (count: number) => string;
  day: string;
  days: string;
}

const englishTriggers = {
  aware: 'with awareness',
  given: 'started',
  after: 'the duty before it was done',
} as const;

const english: CaseWords = {
  dueIn: (span, duty, due) => `due in ${span}: ${duty} by ${due}`,
  advisedPassed: (span, duty, due) => `advised time passed ${span} ago: ${duty}; it was ${due}`,
  overdue: (span, duty, due) => `overdue by ${span}: ${duty}; it was due ${due}`,
  withoutDelay: (duty, since) => `due without undue delay: ${duty}, since ${since}`,
  nothingDue: 'nothing is due',
  noAwareness: (id) => `no clock runs yet: tocsin case set ${id} --aware TIME`,
  open: (day) => `open since ${day}`,
  closed: (day, who, why) => `closed ${day} by ${who}: ${why}`,
  what: 'What',
  happened: 'Happened',
  span: (from, to) => `${from} to ${to}`,
  found: 'Found',
  aware: 'Aware',
  decidedBy: (who) => `decided by ${who}`,
  notSaid: 'not said yet',
  effects: 'Effects',
  remedy: 'Remedy',
  organisations: 'Chain',
  role: 'We are',
  roles: { controller: 'the controller', processor: 'the processor' },
  destroyAfter: 'Destroy after',
  heading: 'People',
  people: 'people',
  between: (min, max) => `between ${min} and ${max}`,
  count: (count, isOne) => `${count} ${isOne ? 'person' : 'people'}`,
  notExamined: 'nothing examined yet',
  nothingExamined: (id) => `Nothing examined yet: tocsin examine PATH --case ${id}`,
  controllers: 'Controllers',
  unassigned: 'of no controller',
  ofSeveral: 'of several, counted for each',
  onlyClasses: (count) => `and ${count} more data ${count === 1 ? 'class' : 'classes'}`,
  outdated: {
    split: 'The split is older than the last delivery: run tocsin split again.',
    directory: 'The directory is older than the last delivery: run tocsin directory again.',
  },
  reach: 'Can be reached',
  byEmail: 'by e-mail',
  byPost: 'by post',
  byPhone: 'by phone',
  unreachable: 'by nothing',
  inAll: 'in all',
  evidence: 'Evidence',
  how: { copy: 'sealed copy', reference: 'by reference' },
  from: (source) => `from ${source}`,
  noEvidence: 'None taken yet.',
  deliveries: 'Deliveries',
  files: (count, isOne) => `${count} ${isOne ? 'file' : 'files'}`,
  skipped: (count, isOne) => `${count} ${isOne ? 'place' : 'places'} not read as rows`,
  deadlines: 'Deadlines',
  noClocks: 'No clock was started.',
  states: { running: 'running', met: 'done', missed: 'missed', stopped: 'stopped' },
  metLate: 'done late',
  advised: 'advised',
  noHours: 'without undue delay',
  to: (name) => `for ${name}`,
  began: (at, trigger, why) => `since ${at}: ${why ?? englishTriggers[trigger]}`,
  done: (at, who, reference) =>
    `done ${at}, as ${who} noted${reference === null ? '' : `; reference ${reference}`}`,
  stopped: (at, who, why) => `stopped ${at} by ${who}: ${why}`,
  readings: {
    wording: (at, article) => `by Regulation ${article} ${at}`,
    argued: (at, article) => `argued, not safe, by Regulation ${article} ${at}`,
  },
  waits: (duty, rule, period) => `${duty}: ${period} after ${rule} is done`,
  periods: {
    hours: (count) => `${count} hours`,
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    months: (count) => (count === 1 ? '1 month' : `${count} months`),
  },
  contacts: 'Contacts',
  notes: 'Notes',
  more: (count) => `and ${count} more`,
  day: 'day',
  days: 'days',
};

const frenchTriggers = {
  aware: 'prise de connaissance',
  given: 'lancé',
  after: 'l’obligation précédente est remplie',
} as const;

function frenchArticle(article: string): string {
  return article.replace('Art.', 'art.');
}

const french: CaseWords = {
  dueIn: (span, duty, due) => `reste ${span} (${due}) : ${duty}`,
  advisedPassed: (span, duty, due) => `délai conseillé dépassé de ${span} (${due}) : ${duty}`,
  overdue: (span, duty, due) => `en retard de ${span} (${due}) : ${duty}`,
  withoutDelay: (duty, since) => `à faire dans les meilleurs délais : ${duty}, depuis ${since}`,
  nothingDue: 'aucune échéance',
  noAwareness: (id) => `aucun délai ne court : tocsin case set ${id} --aware HEURE`,
  open: (day) => `ouvert depuis le ${day}`,
  closed: (day, who, why) => `clos le ${day} par ${who} : ${why}`,
  what: 'Objet',
  happened: 'Survenu',
  span: (from, to) => `du ${from} au ${to}`,
  found: 'Découvert',
  aware: 'Connu',
  decidedBy: (who) => `décidé par ${who}`,
  notSaid: 'pas encore dit',
  effects: 'Effets',
  remedy: 'Mesures',
  organisations: 'Chaîne',
  role: 'Nous sommes',
  roles: { controller: 'le responsable du traitement', processor: 'le sous-traitant' },
  destroyAfter: 'À détruire',
  heading: 'Personnes',
  people: 'personnes',
  between: (min, max) => `entre ${min} et ${max}`,
  count: (count, isOne) => `${count} ${isOne ? 'personne' : 'personnes'}`,
  notExamined: 'rien n’a encore été examiné',
  nothingExamined: (id) => `Rien n’a encore été examiné : tocsin examine CHEMIN --case ${id}`,
  controllers: 'Responsables du traitement',
  unassigned: 'd’aucun responsable',
  ofSeveral: 'de plusieurs, comptées pour chacun',
  onlyClasses: (count) => `et ${count} ${count === 1 ? 'autre catégorie' : 'autres catégories'} de données`,
  outdated: {
    split: 'La répartition date d’avant la dernière livraison : relancez tocsin split.',
    directory: 'L’annuaire date d’avant la dernière livraison : relancez tocsin directory.',
  },
  reach: 'Joignables',
  byEmail: 'e-mail',
  byPost: 'courrier',
  byPhone: 'téléphone',
  unreachable: 'par rien',
  inAll: 'en tout',
  evidence: 'Pièces',
  how: { copy: 'copie scellée', reference: 'par référence' },
  from: (source) => `remis par ${source}`,
  noEvidence: 'Aucune pour l’instant.',
  deliveries: 'Livraisons',
  files: (count, isOne) => `${count} ${isOne ? 'fichier' : 'fichiers'}`,
  skipped: (count, isOne) => `${count} ${isOne ? 'endroit non lu' : 'endroits non lus'} comme lignes`,
  deadlines: 'Échéances',
  noClocks: 'Aucun délai n’a été lancé.',
  states: { running: 'en cours', met: 'fait', missed: 'dépassé', stopped: 'arrêté' },
  metLate: 'fait en retard',
  advised: 'conseillé',
  noHours: 'dans les meilleurs délais',
  to: (name) => `pour ${name}`,
  began: (at, trigger, why) => `depuis ${at} : ${why ?? frenchTriggers[trigger]}`,
  done: (at, who, reference) =>
    `fait ${at}, noté par ${who}${reference === null ? '' : ` ; référence ${reference}`}`,
  stopped: (at, who, why) => `arrêté ${at} par ${who} : ${why}`,
  readings: {
    wording: (at, article) => `selon le règlement ${frenchArticle(article)} ${at}`,
    argued: (at, article) => `soutenu, pas sûr, selon le règlement ${frenchArticle(article)} ${at}`,
  },
  waits: (duty, rule, period) => `${duty} : ${period} après ${rule}`,
  periods: {
    hours: (count) => `${count} heures`,
    days: (count) => (count === 1 ? '1 jour' : `${count} jours`),
    months: (count) => `${count} mois`,
  },
  contacts: 'Contacts',
  notes: 'Notes',
  more: (count) => `et ${count} de plus`,
  day: 'jour',
  days: 'jours',
};

export const caseWords: Readonly<Record<Language, CaseWords>> = { en: english, fr: french };
