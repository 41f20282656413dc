// All steps of the register's schema, in order.

import type { Migration } from '../migration.ts';
import { breaches } from './0001-breaches.ts';
import { apiKeys } from './0002-api-keys.ts';
import { passwords } from './0003-passwords.ts';
import { telling } from './0004-telling.ts';
import { asking } from './0005-asking.ts';
import { privateLookUp } from './0006-private-look-up.ts';
import { operators } from './0007-operators.ts';
import { codesAndSightings } from './0008-codes-and-sightings.ts';
import { firstPublications } from './0009-first-publications.ts';
import { notices } from './0010-notices.ts';

export const migrations: readonly Migration[] = [
  breaches,
  apiKeys,
  passwords,
  telling,
  asking,
  privateLookUp,
  operators,
  codesAndSightings,
  firstPublications,
  notices,
];
