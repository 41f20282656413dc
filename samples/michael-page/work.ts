/**
 * The vocabulary of a recruiting site in three languages: sectors, contract types, jobs, invented
 * employers. Prepared as quoted SQL values.
 */
import { quoted } from '../sql-text.ts';
import type { Locale } from './names.ts';

export interface WorkWords {
  sectors: Uint8Array[];
  jobTypes: Uint8Array[];
  jobs: Uint8Array[];
  employers: Uint8Array[];
}

export const sectorTexts: Record<Locale, string[]> = {
  fr: 'Finance et comptabilité|Ressources humaines|Ingénierie et industrie|Informatique et télécoms|Marketing et communication|Santé|Juridique et fiscal|Immobilier et construction|Achats et logistique|Commercial|Assistanat et secrétariat|Banque et assurance|Hôtellerie et tourisme|Grande distribution'.split(
    '|',
  ),
  en: 'Finance & Accounting|Human Resources|Engineering & Manufacturing|Information Technology|Marketing & Digital|Healthcare & Life Sciences|Legal|Property & Construction|Procurement & Supply Chain|Sales|Secretarial & Office Support|Banking & Financial Services|Hospitality & Leisure|Retail|Education|Public Sector'.split(
    '|',
  ),
  de: 'Finanz- und Rechnungswesen|Personalwesen|Ingenieurwesen|Informationstechnologie|Marketing|Gesundheitswesen|Recht und Steuern|Immobilien und Bau|Einkauf und Logistik|Vertrieb|Banken und Versicherungen'.split(
    '|',
  ),
};

const jobTypes: Record<Locale, string> = {
  fr: 'CDI|CDD|Intérim|Temps plein|Temps partiel|Freelance|Stage|Alternance',
  en: 'Permanent|Temporary|Contract|Full-time|Part-time|Interim|Freelance|Internship',
  de: 'Festanstellung|Zeitarbeit|Vollzeit|Teilzeit|Befristet|Freiberuflich',
};

export const jobTexts: Record<Locale, string[]> = {
  fr: "Comptable général|Contrôleur de gestion|Assistante de direction|Chef de projet digital|Ingénieur qualité|Développeur web|Responsable des ressources humaines|Juriste d'entreprise|Acheteur industriel|Directeur administratif et financier|Chargée de recrutement|Technico-commercial|Infirmière coordinatrice|Conducteur de travaux|Gestionnaire de paie|Chargé d'affaires|Analyste financier|Responsable logistique".split(
    '|',
  ),
  en: 'Management Accountant|Financial Controller|Executive Assistant|Project Manager|Quality Engineer|Software Developer|HR Business Partner|Legal Counsel|Category Buyer|Finance Director|Recruitment Consultant|Account Manager|Staff Nurse|Site Manager|Payroll Manager|Business Analyst|Credit Controller|Supply Chain Planner|Marketing Executive|Office Manager|Internal Auditor'.split(
    '|',
  ),
  de: 'Buchhalterin|Controller|Projektleiter|Qualitätsingenieur|Softwareentwickler|Personalreferentin|Syndikusanwalt|Einkäufer|Vertriebsleiter|Pflegedienstleitung|Bauleiter|Steuerfachangestellte|Assistentin der Geschäftsführung|Logistikplaner'.split(
    '|',
  ),
};

const employerHeads =
  'Aldermoor Beaurivage Brightwater Calvanne Cindermill Corvantis Duravent Ellenfeld Fennimore Galtéa Harrowgate Inovalyre Jouvence Kestrelby Lumière Meridian Novatriel Ostermann Pellworth Quantorie Rivendale Solanges Thornbury Umbriel Valmorin Westmarch Yellowmere Zéphyr';
const employerTails: Record<Locale, string> = {
  fr: 'SA|SARL|& Fils|Conseil|Industries|Assurances|Groupe|Distribution|Santé',
  en: 'Ltd|plc|& Sons|Partners|Logistics|Consulting|Group|Holdings|Retail|Health',
  de: 'GmbH|AG|& Söhne KG|Versicherung|Maschinenbau|Gruppe',
};

export function createWorkWords(): Record<Locale, WorkWords> {
  return { fr: workWords('fr'), en: workWords('en'), de: workWords('de') };
}

function workWords(locale: Locale): WorkWords {
  const tails = employerTails[locale].split('|');
  return {
    sectors: sectorTexts[locale].map(quoted),
    jobTypes: jobTypes[locale].split('|').map(quoted),
    jobs: jobTexts[locale].map(quoted),
    employers: employerHeads.split(' ').flatMap((head) => tails.map((tail) => quoted(`${head} ${tail}`))),
  };
}
