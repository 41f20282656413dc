// All steps of the register's schema, in order.

import type { Migration } from '../migration.ts';
import { breaches } from './0001-breaches.ts';

export const migrations: readonly Migration[] = [breaches];
