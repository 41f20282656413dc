// The layouts of all kinds of identifiers. In: nothing. Out: the table.

import type { IdentifierName } from '../../../recognise/index.ts';
import type { Layout } from '../layout.ts';
import { accountLayouts } from './accounts.ts';
import { documentLayouts } from './documents.ts';
import { easternLayouts } from './eastern-europe.ts';
import { frenchLayouts } from './france.ts';
import { americanLayouts, northernLayouts } from './northern-europe.ts';
import { southernLayouts } from './southern-europe.ts';
import { westernLayouts } from './western-europe.ts';

export const layouts = {
  ...accountLayouts,
  ...documentLayouts,
  ...easternLayouts,
  ...frenchLayouts,
  ...americanLayouts,
  ...northernLayouts,
  ...southernLayouts,
  ...westernLayouts,
} as Readonly<Record<IdentifierName, Layout>>;
