// What is said of a case on the command line. In: options as they were typed. Out: facts, each checked; or an error that
// names the option. A time without a zone is taken in the zone of the case, and refused where that has none.

import {
  offsetMsAt,
  type ParsedTime,
  parseDay,
  parseTime,
  parseZone,
  TocsinError,
} from '../../base/index.ts';
import {
  type CaseFacts,
  chainText,
  type FactChanges,
  parseVendorLink,
  type VendorLink,
} from '../../register/index.ts';
import { holidayCountries, isHolidayCountry, regimes, visibleText } from '../../report/index.ts';
import type { CaseFlags } from './case-flags.ts';

/** `known`: the facts as they are; null where the case is being opened. Only what was given is in the result. */
export function factsOf(flags: CaseFlags, known: CaseFacts | null): FactChanges {
  const zone = flags.zone === undefined ? (known?.zone ?? undefined) : parseZone(flags.zone);
  return {
    ...given('what', flags.what, (text) => sentence(text, '--what')),
    ...given('effects', flags.effects, (text) => sentence(text, '--effects')),
    ...given('remedy', flags.remedy, (text) => sentence(text, '--remedy')),
    ...given('happened', flags.happened, (text) => spanOf(text, zone)),
    ...given('found', flags.found, (text) => dayOrTime(text, '--found', zone)),
    ...awareOf(flags, known, zone),
    ...given('zone', flags.zone, () => zone!),
    ...given('country', flags.country, countryOf),
    ...given('role', flags.weAre, roleOf),
    ...given('regimes', flags.regime, regimesOf),
    ...organisationsOf(flags, known),
    ...given('destroyAfter', flags.destroyAfter, (text) =>
      text === 'never' ? null : parseDay(text, '--destroy-after'),
    ),
  };
}

function given<Name extends keyof CaseFacts>(
  name: Name,
  text: string | undefined,
  parse: (text: string) => CaseFacts[Name],
): FactChanges {
  return text === undefined ? {} : { [name]: parse(text) };
}

const longestText = 16_000;

function sentence(text: string, what: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestText)
    throw new TocsinError('USAGE', `${what} is 1 to ${longestText} characters`);
  return trimmed;
}

function awareOf(
  { aware, awareBy, awareWhy }: CaseFlags,
  known: CaseFacts | null,
  zone: string | undefined,
): FactChanges {
  if (aware === undefined && awareBy === undefined && awareWhy === undefined) return {};
  const before = known?.aware ?? null;
  if (aware === undefined && before === null)
    throw new TocsinError('USAGE', '--aware-by and --aware-why belong to a time: give --aware with them');
  const moment = aware === undefined ? before! : zoned(parseTime(aware, '--aware', zone));
  // who decided on another moment, and why, is not known from the one before
  const kept = aware === undefined ? before : null;
  const by = awareBy === undefined ? (kept?.by ?? null) : sentence(awareBy, '--aware-by');
  const why = awareWhy === undefined ? (kept?.why ?? null) : sentence(awareWhy, '--aware-why');
  return { aware: { at: moment.at, zone: moment.zone, by, why } };
}

/** In the zone of this machine where its clock agrees with what was written: it knows when clocks change. */
function zoned({ at, zone }: ParsedTime): ParsedTime {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isOffset = /^[+-]/u.test(zone);
  const ms = Date.parse(at);
  return { at, zone: isOffset && offsetMsAt(ms, zone) === offsetMsAt(ms, here) ? here : zone };
}

function spanOf(text: string, zone: string | undefined): { from: string; to: string } {
  const [from = '', to = from, ...others] = text.split('/');
  if (others.length > 0) throw new TocsinError('USAGE', '--happened is one time, or two with / between');
  const span = { from: dayOrTime(from, '--happened', zone), to: dayOrTime(to, '--happened', zone) };
  if (span.to < span.from.slice(0, span.to.length))
    throw new TocsinError('USAGE', '--happened ends before it begins');
  return span;
}

function dayOrTime(text: string, what: string, zone: string | undefined): string {
  return text.trim().length <= 'yyyy-mm-dd'.length ? parseDay(text, what) : parseTime(text, what, zone).at;
}

function countryOf(text: string): string {
  const country = text.trim().toUpperCase();
  if (isHolidayCountry(country)) return country;
  throw new TocsinError('USAGE', `--country is one of ${holidayCountries.join(', ')}`, {
    hint: 'of other countries public holidays are not known yet; leave it out, and only week-ends count',
  });
}

function roleOf(text: string): CaseFacts['role'] {
  if (text === 'controller' || text === 'processor') return text;
  throw new TocsinError('USAGE', '--we-are is controller or processor');
}

function regimesOf(text: string): string[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const known: readonly string[] = regimes;
  if (!names.every((name) => known.includes(name)))
    throw new TocsinError('USAGE', `--regime is some of ${regimes.join(', ')}, with commas between`);
  return known.filter((name) => names.includes(name));
}

function organisationsOf(
  { organisation, dropOrganisation }: CaseFlags,
  known: CaseFacts | null,
): FactChanges {
  if (!organisation && !dropOrganisation) return {};
  const before = known?.organisations ?? [];
  const missing = (dropOrganisation ?? []).find((name) => !before.some((link) => link.name === name));
  if (missing !== undefined)
    throw new TocsinError('USAGE', 'no organisation of the case has the name after --drop-organisation', {
      hint: before.length === 0 ? 'the case has none' : `its chain is ${visibleText(chainText(before))}`,
    });
  const kept = before.filter(({ name }) => !dropOrganisation?.includes(name));
  const links = [...kept, ...(organisation ?? []).map(parseVendorLink)];
  return { organisations: links.filter((link, index) => index === firstPlace(links, link)) };
}

function firstPlace(links: readonly VendorLink[], { part, name }: VendorLink): number {
  return links.findIndex((link) => link.part === part && link.name === name);
}
