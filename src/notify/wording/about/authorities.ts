// Where people may complain, by country: the authorities for data protection of the EEA, the United Kingdom and
// Switzerland. In: a country (ISO 3166). Out: name, address and site as the authority gives them, or null. Germany is not
// in it: there the Land decides. An address is left out where it changed of late.

import type { NoticeFacts } from '../notice-types.ts';

type Authority = NonNullable<NoticeFacts['authority']>;

const authorities: Readonly<Record<string, Authority>> = {
  AT: {
    name: 'Österreichische Datenschutzbehörde',
    post: ['Barichgasse 40-42', '1030 Wien'],
    site: 'dsb.gv.at',
  },
  BE: {
    name: 'Autorité de protection des données – Gegevensbeschermingsautoriteit',
    post: ['Rue de la Presse 35', '1000 Bruxelles'],
    site: 'autoriteprotectiondonnees.be',
  },
  CH: {
    name: 'Préposé fédéral à la protection des données et à la transparence',
    post: ['Feldeggweg 1', '3003 Berne'],
    site: 'edoeb.admin.ch',
  },
  DK: { name: 'Datatilsynet', post: ['Carl Jacobsens Vej 35', '2500 Valby'], site: 'datatilsynet.dk' },
  ES: {
    name: 'Agencia Española de Protección de Datos',
    post: ['C/ Jorge Juan 6', '28001 Madrid'],
    site: 'aepd.es',
  },
  FI: {
    name: 'Tietosuojavaltuutetun toimisto',
    post: ['PL 800', '00531 Helsinki'],
    site: 'tietosuoja.fi',
  },
  FR: {
    name: 'Commission nationale de l’informatique et des libertés (CNIL)',
    post: ['3 place de Fontenoy', 'TSA 80715', '75334 Paris Cedex 07'],
    site: 'cnil.fr',
  },
  GB: {
    name: 'Information Commissioner’s Office (ICO)',
    post: ['Wycliffe House', 'Water Lane', 'Wilmslow', 'Cheshire SK9 5AF'],
    site: 'ico.org.uk',
  },
  IE: { name: 'Data Protection Commission', post: [], site: 'dataprotection.ie' },
  IT: {
    name: 'Garante per la protezione dei dati personali',
    post: ['Piazza Venezia 11', '00187 Roma'],
    site: 'garanteprivacy.it',
  },
  LU: {
    name: 'Commission nationale pour la protection des données (CNPD)',
    post: ['15, boulevard du Jazz', 'L-4370 Belvaux'],
    site: 'cnpd.public.lu',
  },
  NL: {
    name: 'Autoriteit Persoonsgegevens',
    post: ['Postbus 93374', '2509 AJ Den Haag'],
    site: 'autoriteitpersoonsgegevens.nl',
  },
  NO: { name: 'Datatilsynet', post: ['Postboks 458 Sentrum', '0105 Oslo'], site: 'datatilsynet.no' },
  PL: { name: 'Urząd Ochrony Danych Osobowych', post: [], site: 'uodo.gov.pl' },
  PT: {
    name: 'Comissão Nacional de Proteção de Dados',
    post: ['Av. D. Carlos I, 134, 1.º', '1200-651 Lisboa'],
    site: 'cnpd.pt',
  },
  SE: { name: 'Integritetsskyddsmyndigheten', post: ['Box 8114', '104 20 Stockholm'], site: 'imy.se' },
};

export function authorityOf(country: string): Authority | null {
  const key = country.toUpperCase();
  return Object.hasOwn(authorities, key) ? authorities[key]! : null;
}
