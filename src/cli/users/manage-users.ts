// Adds, lists and removes users, as the command line asks. In: a name and a role. Out: the secret of a new user on
// stdout; it is shown nowhere again.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { acting } from '../../pipeline/index.ts';
import {
  addUser,
  isAllowed,
  isRole,
  listUsers,
  permissions,
  removeUser,
  roles,
} from '../../register/index.ts';
import { wrapText } from '../../report/index.ts';
import { openHome, withInstance } from '../../store/index.ts';
import { jsonText } from '../json-text.ts';

export function add(name: string, { role, json }: { role: string; json?: boolean }): void {
  if (!isRole(role))
    throw new TocsinError('USAGE', `--role is ${roles.slice(0, -1).join(', ')} or ${roles.at(-1)}`);
  const home = openHome();
  const { who } = acting(home, 'users');
  const secret = withInstance(home, () => {
    const made = addUser(home, { name, role, addedBy: who, now: new Date() });
    appendCustody(home, { who, case: null, what: 'user.add', result: 'done', details: { name, role } });
    return made;
  });
  if (json) return void process.stdout.write(jsonText({ name, role, secret }));
  process.stdout.write(`${secret}\n`);
  process.stderr.write(
    `this is the secret of ${name}, and it is shown only now\nhint: they set TOCSIN_USER=${name} and TOCSIN_SECRET, or TOCSIN_SECRET_FILE\n`,
  );
}

export function list({ json }: { json?: boolean }): void {
  const home = openHome();
  acting(home, 'users');
  const users = listUsers(home);
  const allowed = roles.map((role) => ({
    role,
    may: permissions.filter((permission) => isAllowed(role, permission)),
  }));
  if (json) return void process.stdout.write(jsonText({ users, roles: allowed }));
  for (const { name, role, addedAt, addedBy } of users)
    process.stdout.write(`${name}  ${role}  added ${addedAt.slice(0, 10)} by ${addedBy}\n`);
  if (users.length === 0)
    process.stderr.write('no user yet: whoever has the account that the instance belongs to acts as owner\n');
  for (const { role, may } of allowed)
    for (const line of wrapText(`${role}: ${may.join(', ')}`, 80)) process.stderr.write(`${line}\n`);
}

export function remove(name: string): void {
  const home = openHome();
  const { who } = acting(home, 'users');
  withInstance(home, () => {
    removeUser(home, name);
    appendCustody(home, { who, case: null, what: 'user.remove', result: 'done', details: { name } });
  });
}
