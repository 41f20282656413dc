// The tables of the register, as its queries see them: the same on both engines. Integers are numbers, bytes Buffers,
// moments milliseconds since 1970, truths 0 and 1. Each step of the schema declares its own.

import type { BreachTables } from './migrations/0001-breaches.ts';

export interface RegisterTables extends BreachTables {}
