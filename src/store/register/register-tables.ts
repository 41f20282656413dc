// The tables of the register, as its queries see them: the same on both engines. Integers are numbers, bytes Buffers,
// moments milliseconds since 1970, truths 0 and 1. Each step of the schema declares its own.

import type { BreachTables } from './migrations/0001-breaches.ts';
import type { TellingTables } from './migrations/0004-telling.ts';
import type { AskingTables } from './migrations/0005-asking.ts';
import type { ApiKeyTables } from './migrations/0002-api-keys.ts';
import type { PasswordTables } from './migrations/0003-passwords.ts';
import type { OperatorTables } from './migrations/0007-operators.ts';
import type { PrivateLookUpTables } from './migrations/0006-private-look-up.ts';
import type { SightingTables } from './migrations/0008-codes-and-sightings.ts';
import type { FirstPublicationTables } from './migrations/0009-first-publications.ts';
import type { NoticeTables } from './migrations/0010-notices.ts';

export interface RegisterTables
  extends
    BreachTables,
    ApiKeyTables,
    PasswordTables,
    TellingTables,
    AskingTables,
    SightingTables,
    OperatorTables,
    PrivateLookUpTables,
    FirstPublicationTables,
    NoticeTables {}
