/*
 * What people carry and log in with: papers, cards, cars, devices, tokens.
 * In: nothing. Out: rows of the table detectors.ts, which says where the chances come from.
 */

import { notFreeText, type Detector } from './detector.ts';

const named = { needs: 'link', standing: 'context', not: notFreeText, distinct: 0 } as const;
/** Dumps keep such numbers in columns of numbers, too. */
const digits = { ...named, not: ['time', 'binary', 'list', 'other'] } as const;

export const papersDetectors: readonly Detector[] = [
  { validator: 'passportNumber', p1: 0.9, p0: 0.1, ceiling: 3, header: 5, ...digits, distinct: 8 },
  { validator: 'driversLicence', p1: 0.9, p0: 0.2, ceiling: 3, header: 5, ...digits, distinct: 8 },
  { validator: 'governmentId', p1: 0.85, p0: 0.2, ceiling: 3, header: 4, ...digits, distinct: 8 },
  { validator: 'vehiclePlate', p1: 0.9, p0: 0.15, ceiling: 3, header: 4, ...named, distinct: 8 },
  { validator: 'vehicleNumber', p1: 0.95, p0: 0.01, ceiling: 5, header: 4, ...named, distinct: 8 },
  {
    validator: 'cardSecurity',
    p1: 0.97,
    p0: 0.1,
    ceiling: 3,
    header: 5,
    ...digits,
    needs: 'nothing',
    distinct: 8,
  },
  { validator: 'cardPart', p1: 0.95, p0: 0.15, ceiling: 3, header: 5, ...digits, not: ['binary', 'other'] },
  {
    validator: 'cardBrand',
    p1: 0.95,
    p0: 0.01,
    ceiling: 5,
    header: 4,
    ...named,
    not: ['number', 'time', 'binary', 'other'],
  },
  { validator: 'bankAccount', p1: 0.9, p0: 0.2, ceiling: 2.5, header: 4.5, ...digits, distinct: 8 },
  { validator: 'macAddress', p1: 0.95, p0: 0.002, ceiling: 6, header: 3, ...named },
  { validator: 'imei', p1: 0.95, p0: 0.05, ceiling: 4, header: 4, ...digits, distinct: 8 },
  { validator: 'userAgent', p1: 0.85, p0: 0.01, ceiling: 6, header: 3, ...named },
  { validator: 'securityQuestion', p1: 0.9, p0: 0.4, ceiling: 2, header: 5, ...named },
  { validator: 'passwordHint', p1: 0.9, p0: 0.4, ceiling: 2, header: 5, ...named, distinct: 4 },
  { validator: 'authToken', p1: 0.95, p0: 0.1, ceiling: 3, header: 4, ...named, distinct: 8 },
  { validator: 'messenger', p1: 0.9, p0: 0.4, ceiling: 2, header: 4, ...digits, distinct: 8 },
  { validator: 'coordinates', p1: 0.95, p0: 0.05, ceiling: 4, header: 4, ...digits, needs: 'row' },
];
