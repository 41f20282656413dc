// Lists the register of incidents, and the cases that are kept until a day. In: the instance. Out: text or JSON on
// stdout.

import { acting } from '../../pipeline/index.ts';
import { listIncidents, retainedCases } from '../../register/index.ts';
import { renderIncidents, renderRetention } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { jsonText } from '../json-text.ts';
import { terminal } from './show-case.ts';

export function listAllIncidents({ json }: { json?: boolean }): void {
  const home = openHome();
  acting(home, 'incidents.read');
  const incidents = listIncidents(home);
  if (json) process.stdout.write(jsonText({ incidents }));
  else if (incidents.length === 0) process.stderr.write('the register holds no incident yet\n');
  else process.stdout.write(renderIncidents(incidents, terminal()));
}

export function listRetention({ json }: { json?: boolean }): void {
  const home = openHome();
  acting(home, 'incidents.read');
  const cases = retainedCases(home, new Date()).map(({ record, destroyAfter, isDue }) => ({
    case: record.case,
    name: record.name,
    destroyAfter,
    isDue,
  }));
  if (json) process.stdout.write(jsonText({ cases }));
  else if (cases.length === 0)
    process.stderr.write('no case has a last day: tocsin case set CASE --destroy-after DAY gives it one\n');
  else process.stdout.write(renderRetention(cases, terminal()));
}
