// How what is real is told.

import type { RealSort } from '../real-sort.ts';

/** How a real value was written: as such, or packed in something that has to be undone first. */
export const survivorForms = ['plain', 'escaped', 'quoted-printable', 'base64', 'hex', 'compressed'] as const;

export type SurvivorForm = (typeof survivorForms)[number];

/** The span is that of the value, or of all that packs it. */
export type VisitSurvivor = (sort: RealSort, start: number, end: number, form: SurvivorForm) => void;

/** Of what is not packed. */
export type VisitReal = (sort: RealSort, start: number, end: number) => void;
