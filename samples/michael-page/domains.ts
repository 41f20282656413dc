/**
 * What stands after the @ of a made-up address, by whose it is: somebody's own in three languages, a referee's, an
 * agency's with the mailboxes it reads. All under names reserved for documentation.
 */
import { fragment } from '../byte-writer.ts';
import type { Locale } from './names.ts';

export interface Domains {
  own: Record<Locale, Uint8Array[]>;
  referees: Uint8Array[];
  mailboxes: Uint8Array[];
  agencies: Uint8Array[];
}

const common =
  'example.com example.com example.com example.net example.org mail.example.com mail.example.com webmail.example.net inbox.example.org post.example.net alumni.example.org studio.example.com';

export function createDomains(): Domains {
  return {
    own: {
      fr: domainList(
        `${common} example.fr example.fr example.fr courrier.example.fr boite.example.fr perso.example.fr etu.example.fr cabinet-vernay.example.fr mairie-de-bellecombe.example.fr`,
      ),
      en: domainList(
        `${common} example.co.uk example.co.uk mail.example.co.uk home.example.co.uk students.example.org.uk uni.example.ac.uk broadband.example.co.uk`,
      ),
      de: domainList(`${common} example.de example.de post.example.de mail.example.de web.example.at`),
    },
    referees: domainList(
      'partner-nord.example.net former-employer.example.com kanzlei-seidel.example.de cabinet-audit.example.fr hr-dept.example.co.uk ancien-service.example.org',
    ),
    mailboxes: 'info contact rh jobs recrutement office hr bewerbung accueil'.split(' ').map(fragment),
    agencies: 'agence-lumiere brightwater-staffing interim-plus talent-und-job cabinet-horizon'
      .split(' ')
      .map(fragment),
  };
}

function domainList(text: string): Uint8Array[] {
  return text.split(' ').map((domain) => fragment(`@${domain}`));
}
