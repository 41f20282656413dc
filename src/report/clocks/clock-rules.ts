/*
 * The clocks that a leak starts, as dated data: one row a duty. In: nothing. Out: the rules, and those that are only
 * proposed, which start no clock. A rule that changes gets an end and a new row; none is rewritten.
 */
import type { ClockRule } from './clock-rule.ts';

const gdpr = 'Regulation (EU) 2016/679';
const nis2 = 'Directive (EU) 2022/2555, applied by national law from 18 October 2024';
const dora = 'Regulation (EU) 2022/2554 Art. 19(4); Delegated Regulation (EU) 2025/301 Art. 5';
const eprivacy = 'Commission Regulation (EU) No 611/2013';

export const clockRules: readonly ClockRule[] = [
  {
    id: 'gdpr-33-1',
    regime: 'gdpr',
    article: { en: 'GDPR Art. 33(1)', fr: 'RGPD art. 33(1)' },
    duty: { en: 'tell the authority', fr: 'prévenir l’autorité' },
    owedBy: 'controller',
    trigger: 'aware',
    period: { hours: 72 },
    isBinding: true,
    validFrom: '2018-05-25',
    validTo: null,
    source: `${gdpr} Art. 33(1)`,
  },
  {
    id: 'gdpr-33-2',
    regime: 'gdpr',
    article: { en: 'GDPR Art. 33(2)', fr: 'RGPD art. 33(2)' },
    duty: { en: 'tell the controller', fr: 'prévenir le responsable' },
    owedBy: 'processor',
    trigger: 'aware',
    period: { hours: 72 },
    isBinding: false,
    validFrom: '2018-05-25',
    validTo: null,
    source: `${gdpr} Art. 33(2): without undue delay; at most 72 hours as the Spanish authority advises`,
  },
  {
    id: 'gdpr-34',
    regime: 'gdpr',
    article: { en: 'GDPR Art. 34(1)', fr: 'RGPD art. 34(1)' },
    duty: { en: 'tell the people', fr: 'prévenir les personnes' },
    owedBy: 'controller',
    trigger: 'given',
    period: null,
    isBinding: true,
    validFrom: '2018-05-25',
    validTo: null,
    source: `${gdpr} Art. 34(1): without undue delay, from when the risk is found to be high`,
  },
  {
    id: 'nis2-early-warning',
    regime: 'nis2',
    article: { en: 'NIS2 Art. 23(4)(a)', fr: 'NIS2 art. 23(4)(a)' },
    duty: { en: 'warn the CSIRT', fr: 'alerter le CSIRT' },
    owedBy: 'any',
    trigger: 'aware',
    period: { hours: 24 },
    isBinding: true,
    validFrom: '2024-10-18',
    validTo: null,
    source: `${nis2}, Art. 23(4)(a)`,
  },
  {
    id: 'nis2-notification',
    regime: 'nis2',
    article: { en: 'NIS2 Art. 23(4)(b)', fr: 'NIS2 art. 23(4)(b)' },
    duty: { en: 'notify the CSIRT', fr: 'notifier au CSIRT' },
    owedBy: 'any',
    trigger: 'aware',
    period: { hours: 72 },
    isBinding: true,
    validFrom: '2024-10-18',
    validTo: null,
    source: `${nis2}, Art. 23(4)(b)`,
  },
  {
    id: 'nis2-final',
    regime: 'nis2',
    article: { en: 'NIS2 Art. 23(4)(d)', fr: 'NIS2 art. 23(4)(d)' },
    duty: { en: 'send the final report', fr: 'envoyer le rapport final' },
    owedBy: 'any',
    trigger: { after: 'nis2-notification' },
    period: { months: 1 },
    isBinding: true,
    validFrom: '2024-10-18',
    validTo: null,
    source: `${nis2}, Art. 23(4)(d)`,
  },
  {
    id: 'dora-initial',
    regime: 'dora',
    article: { en: 'DORA Art. 19(4)(a)', fr: 'DORA art. 19(4)(a)' },
    duty: { en: 'send the initial notification', fr: 'envoyer la notification initiale' },
    owedBy: 'any',
    trigger: 'aware',
    period: { hours: 24 },
    isBinding: true,
    onceClassified: { hours: 4 },
    movesToNoon: true,
    validFrom: '2025-01-17',
    validTo: null,
    source: `${dora}(1)(a), (2)`,
  },
  {
    id: 'dora-intermediate',
    regime: 'dora',
    article: { en: 'DORA Art. 19(4)(b)', fr: 'DORA art. 19(4)(b)' },
    duty: { en: 'send the intermediate report', fr: 'envoyer le rapport intermédiaire' },
    owedBy: 'any',
    trigger: { after: 'dora-initial' },
    period: { hours: 72 },
    isBinding: true,
    movesToNoon: true,
    validFrom: '2025-01-17',
    validTo: null,
    source: `${dora}(1)(b)`,
  },
  {
    id: 'dora-final',
    regime: 'dora',
    article: { en: 'DORA Art. 19(4)(c)', fr: 'DORA art. 19(4)(c)' },
    duty: { en: 'send the final report', fr: 'envoyer le rapport final' },
    owedBy: 'any',
    trigger: { after: 'dora-intermediate' },
    period: { months: 1 },
    isBinding: true,
    movesToNoon: true,
    validFrom: '2025-01-17',
    validTo: null,
    source: `${dora}(1)(c)`,
  },
  {
    id: 'eprivacy-authority',
    regime: 'eprivacy',
    article: { en: 'Reg. 611/2013 Art. 2(2)', fr: 'règl. 611/2013 art. 2(2)' },
    duty: { en: 'tell the national authority', fr: 'notifier à l’autorité nationale' },
    owedBy: 'any',
    trigger: 'aware',
    period: { hours: 24 },
    isBinding: true,
    validFrom: '2013-08-25',
    validTo: null,
    source: `${eprivacy} Art. 2(2)`,
  },
  {
    id: 'eprivacy-details',
    regime: 'eprivacy',
    article: { en: 'Reg. 611/2013 Art. 2(3)', fr: 'règl. 611/2013 art. 2(3)' },
    duty: { en: 'send what was still missing', fr: 'envoyer ce qui manquait encore' },
    owedBy: 'any',
    trigger: { after: 'eprivacy-authority' },
    period: { days: 3 },
    isBinding: true,
    validFrom: '2013-08-25',
    validTo: null,
    source: `${eprivacy} Art. 2(3)`,
  },
];

/** Not in force: told, and starting nothing. */
export const proposedRules: readonly ClockRule[] = [
  {
    id: 'gdpr-33-1-proposed',
    regime: 'gdpr',
    article: { en: 'GDPR Art. 33(1), proposed', fr: 'RGPD art. 33(1), proposé' },
    duty: {
      en: 'tell the authority of a high risk, through one entry point',
      fr: 'notifier un risque élevé, par le guichet unique',
    },
    owedBy: 'controller',
    trigger: 'aware',
    period: { hours: 96 },
    isBinding: true,
    validFrom: null,
    validTo: null,
    source: 'COM(2025) 837 of 19 November 2025 (Digital Omnibus)',
  },
];

/** The rule of that id that held on a day (yyyy-mm-dd); undefined where there was none. */
export function ruleOn(id: string, day: string): ClockRule | undefined {
  return clockRules.find((rule) => rule.id === id && isInForce(rule, day));
}

export function isInForce({ validFrom, validTo }: ClockRule, day: string): boolean {
  return validFrom !== null && validFrom <= day && (validTo === null || day <= validTo);
}
