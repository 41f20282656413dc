// The work of `tocsin notify substitute`. Resolves to 0, or to 1 where the linter refuses a text: then nothing was written.

import { resolve } from 'node:path';
import { hasOtherWay } from '../../notify/index.ts';
import { acting, type MadeSubstitute, makeSubstitute } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { refuseUnwritableFolder } from '../refuse-unwritable.ts';
import { withStop } from './with-stop.ts';

export interface SubstituteFlags {
  out: string;
  recipient?: string;
  json?: boolean;
}

export async function writeSubstitute(named: string, flags: SubstituteFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  refuseInsideHome('--out', flags.out, home.path);
  const out = resolve(flags.out);
  refuseUnwritableFolder(out);
  const record = await caseOf(named, home);
  const recipient = flags.recipient ?? null;
  const made = await withStop('run the same command again', (signal) =>
    makeSubstitute(home, record, { out, recipient, who }, { signal }),
  );
  process.stdout.write(flags.json ? jsonText(made) : madeText(made, out));
  return made.faults.length > 0 ? 1 : 0;
}

function madeText(
  { controllers, people, places, files, faults, warnings }: MadeSubstitute,
  out: string,
): string {
  if (faults.length > 0)
    return [
      'refused, nothing was written:',
      ...faults.flatMap(({ what, language, sentence }) =>
        wrapped(`${language}: ${what}${sentence === null ? '' : ` – ${sentence}`}`, 2, 4),
      ),
      '',
    ].join('\n');
  const otherWays = controllers
    .flatMap(({ unreached }) => unreached)
    .reduce((sum, one) => sum + (hasOtherWay(one.reason) ? one.people : 0), 0);
  const written = [...controllers.flatMap((one) => one.files), ...files];
  return [
    `${people.toLocaleString('en')} ${people === 1 ? 'person is' : 'people are'} reached by nothing`,
    ...controllers.flatMap(({ unreached }) =>
      unreached.map(({ reason, people: count }) => `  ${reason}: ${count.toLocaleString('en')}`),
    ),
    ...(otherWays === 0
      ? []
      : wrapped(
          `${otherWays.toLocaleString('en')} of them could be told over channels that the plan does not use: a public notice does not take the place of that`,
          0,
          2,
        )),
    ...wrapped(`in ${out}:`, 0, 2),
    ...written.map(({ file }) => `  ${file}`),
    'it is to stand here:',
    ...places.flatMap(({ place, how }) => wrapped(`${place}: ${how}`, 2, 4)),
    ...[...new Set(warnings.map(({ what }) => what))].flatMap((what) => wrapped(`note: ${what}`, 0, 2)),
    '',
  ].join('\n');
}
