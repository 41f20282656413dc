// What Hono carries along with a request of somebody who is logged in. In: nothing. Out: a type.

import type { Session } from '../../register/index.ts';

export type OperatorEnv = { Variables: { session: Session } };
