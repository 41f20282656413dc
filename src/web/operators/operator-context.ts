// What Hono carries along with a request of somebody who is logged in. In: nothing. Out: a type.

import type { Session } from '../../register/index.ts';

// oxlint-disable-next-line typescript/consistent-type-definitions -- what hono takes as the types of a context
export type OperatorEnv = { Variables: { session: Session } };
