// A link by which a user adds a way to log in on the web. In: a user's name. Out: the link on stdout; it works once, for
// a day, and is shown nowhere again.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { acting } from '../../pipeline/index.ts';
import { createEnrolment, listUsers } from '../../register/index.ts';
import { openHome } from '../../store/index.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';
import { publicUrlOf } from '../serve/serve-flags.ts';

export interface WebUserFlags extends RegisterFlags {
  publicUrl: string;
  json?: boolean;
}

export async function webUser(name: string, flags: WebUserFlags): Promise<void> {
  const publicUrl = publicUrlOf(flags.publicUrl);
  const home = openHome();
  const { who } = acting(home, 'users');
  const user = listUsers(home).find((each) => each.name === name);
  if (!user) throw new TocsinError('USER_UNKNOWN', 'there is no user of this name');
  await using register = await openRegisterFor(flags, { home });
  const token = await createEnrolment(register, user, Date.now());
  appendCustody(home, { who, case: null, what: 'user.web', result: 'done', details: { name } });
  const link = `${publicUrl}/operators/enrol/${token}`;
  if (flags.json) return void process.stdout.write(jsonText({ name, link }));
  process.stdout.write(`${link}\n`);
  process.stderr.write(
    `whoever opens this link may log in as ${name}: it works once, for 24 hours,\nand links made before for the same user have ended\n`,
  );
}
