// What every page and every answer of `tocsin serve` may use. In: nothing. Out: types.

import type { InstanceHome } from '../store/index.ts';
import type { RegisterDatabase } from '../store/register/index.ts';
import type { Metrics } from './metrics/create-metrics.ts';
import type { ServeSettings } from './serve-settings.ts';

export interface WebContext {
  home: InstanceHome;
  register: RegisterDatabase;
  settings: Readonly<ServeSettings>;
  metrics: Metrics;
  /** Moments come from here, so that tests may set them. */
  now: () => Date;
  /** Where the world finds this server, without a slash at its end: for links in mails and logos. */
  publicUrl: string;
  /** What goes to the operator's terminal: never anything about a person. */
  log: (line: string) => void;
}
