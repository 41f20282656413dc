// Why a public notice takes the place of a notice to each, in numbers: for the file of whoever decides and answers for that
// (GDPR Art. 5(2), 34(3)(c)). In: a plan, counts, places. Out: plain text of 72 columns. It proposes; a person decides.

import { hasOtherWay, type PublicationPlace } from '../../../notify/index.ts';
import { wrapText } from '../../../report/index.ts';
import type { StoredPlan } from '../../../store/notices/index.ts';
import type { ControllerCounts } from './substitute-counts.ts';

const columns = 72;

/** Of the plan's counts, as far as they are said here. */
interface PlanCounts {
  postage?: { letters: number; total: number | null; currency: string | null };
}

export function effortText(
  plan: StoredPlan,
  controllers: readonly ControllerCounts[],
  places: readonly PublicationPlace[],
): string {
  const { postage } = plan.counts as PlanCounts;
  const said = [
    `Why a public notice (plan ${plan.plan}, ${plan.at.slice(0, 10)})`,
    ...controllers.map(reasonsOf),
    ...otherWayText(controllers),
    [
      'A letter to each of the others would need an address that is neither in the files nor in a directory of the controller. To find it, other registers would have to be asked about each person: more personal data would be collected and compared, about people who have just lost some.',
      postageText(postage),
      'So the notice to each is replaced, for these people only, by a public communication that informs them as effectively (GDPR, Art. 34(3)(c)). Everybody who can be reached is told in person.',
    ]
      .filter((text) => text !== '')
      .map(wrapped)
      .join('\n\n'),
    ['Where it is to stand:', ...places.map(({ place, how, why }) => item(`${place}: ${how} (${why})`))].join(
      '\n',
    ),
    wrapped('Keep with this: when it was published where, with a picture of each place, and who decided it.'),
  ];
  return `${said.join('\n\n')}\n`;
}

function reasonsOf({ controller, people, told, notTold, unreached }: ControllerCounts): string {
  const all = unreached.reduce((sum, one) => sum + one.people, 0);
  const share = people === 0 ? 0 : (100 * all) / people;
  return [
    wrapped(
      `${controller ?? 'The controller'}: the files hold ${count(people)} people. ${count(told)} get a notice of their own, ${count(notTold)} are left out by a rule of the plan, ${count(all)} (${share.toFixed(1)} %) are reached by nothing:`,
    ),
    ...unreached.map((one) => item(`${one.reason}: ${count(one.people)}`)),
  ].join('\n');
}

/** The law lets nobody off who has an address and does not use it. */
function otherWayText(controllers: readonly ControllerCounts[]): string[] {
  const people = controllers
    .flatMap(({ unreached }) => unreached)
    .reduce((sum, one) => sum + (hasOtherWay(one.reason) ? one.people : 0), 0);
  if (people === 0) return [];
  return [
    wrapped(
      `Of these, ${count(people)} could be told in person, over channels that the plan does not use. No public notice takes the place of that: plan with these channels, or say here why they cannot be used.`,
    ),
  ];
}

function postageText(postage: PlanCounts['postage']): string {
  if (postage === undefined || postage.letters === 0 || postage.total === null) return '';
  const { letters, total, currency } = postage;
  return `Letters are written where an address is known: ${count(letters)} of them, for ${total.toFixed(2)} ${currency ?? ''} of postage. What it costs is not the reason here; that no address is known is.`;
}

function item(text: string): string {
  return wrapText(text, columns - 2)
    .map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)
    .join('\n');
}

function wrapped(text: string): string {
  return wrapText(text, columns).join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
