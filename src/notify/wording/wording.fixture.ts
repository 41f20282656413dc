/*
 * Contents and facts of made-up notices, as plain as they come and as full, to write and to lint.
 */
import { noNoticeFacts, type NoticeContent, type NoticeFacts } from './notice-types.ts';

export function contentOf(changes: Partial<NoticeContent> = {}): NoticeContent {
  return {
    kind: 'first',
    controller: null,
    language: 'en',
    audience: 'person',
    relation: 'unknown',
    classes: [
      { class: 'Email addresses', kinds: [] },
      { class: 'Names', kinds: ['first name', 'last name'] },
      { class: 'Passwords', kinds: ['MD5, unsalted'] },
    ],
    notLost: ['Bank account numbers'],
    before: [],
    ...changes,
  };
}

/** Nobody said anything. */
export const bareFacts: NoticeFacts = {
  ...noNoticeFacts,
  sender: { name: null, address: 'notices@mail.example' },
};

export const fullFacts: NoticeFacts = {
  organisation: 'Example Jobs',
  sender: { name: 'Example Jobs', address: 'notices@jobs.example' },
  contact: {
    name: 'Data protection officer',
    email: 'dpo@jobs.example',
    phone: '01 99 00 12 34',
    post: ['Example Jobs', '1 rue du Modèle', '75000 PARIS'],
  },
  event: {
    en: 'A copy of our database lay on a server that everybody could reach. Somebody took it.',
    fr: 'Une copie de notre base se trouvait sur un serveur ouvert à tous. Quelqu’un l’a prise.',
  },
  happened: { from: '2026-03-01', to: '2026-03-04' },
  found: '2026-03-09',
  chain: ['Example Hosting', 'Example Backup'],
  consequences: null,
  measures: {
    en: 'We closed the server on the same day. We renewed all keys.',
    fr: 'Nous avons fermé le serveur le jour même. Nous avons renouvelé toutes les clés.',
  },
  told: [{ who: 'CNIL', on: '2026-03-10' }],
  authority: {
    name: 'Commission nationale de l’informatique et des libertés (CNIL)',
    post: ['3 place de Fontenoy', 'TSA 80715', '75334 Paris Cedex 07'],
    site: 'cnil.fr',
  },
  site: 'jobs.example',
  correction: null,
};
