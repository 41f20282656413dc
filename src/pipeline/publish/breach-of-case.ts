// The catalogue entry of a case: what its user says, and where nothing is said what the case knows. In: the case's facts,
// its vault and the request. Out: a `BreachModel`, and where its date comes from.

import { wallTimeOf } from '../../base/index.ts';
import {
  type BreachFacts,
  type BreachFlags,
  type BreachModel,
  type CaseFacts,
  caseState,
  checkBreachName,
  type ExposureSet,
  factsOfModel,
  vendorChain,
} from '../../register/index.ts';
import { type CaseRecord, readEvents } from '../../store/index.ts';

export interface PublishRequest {
  name: string;
  facts: Partial<BreachFacts> & Pick<BreachFacts, 'title' | 'domain'>;
  flags: Partial<BreachFlags>;
  /** Its addresses are found by the beginning of their SHA-1 too. */
  isRange: boolean;
  /** Its NIRs and telephone numbers are found by the private look-up. */
  isPrivate: boolean;
}

export type DateSource = 'given' | 'happened' | 'found' | 'aware' | 'opened' | 'earlier';

/** Throws USAGE where something of it has not the form it must have. */
export function checkRequest({ name, facts }: PublishRequest): void {
  checkBreachName(name);
  factsOfModel(facts);
}

export interface CountedBreach {
  people: number;
  contents: readonly string[];
  /** Of the split; none where the case was not split. */
  controllers: readonly string[];
}

/** `earlier`: the published breach that it takes the place of. */
export function breachOfCase(
  record: CaseRecord,
  { name, facts, flags }: PublishRequest,
  { people, contents, controllers }: CountedBreach,
  { now, earlier }: { now: Date; earlier: BreachModel | null },
): { model: BreachModel; dateFrom: DateSource } {
  const caseFacts = caseState(readEvents(record)).facts;
  const said = factsOfModel(facts);
  const moment = `${now.toISOString().slice(0, 19)}Z`;
  const [date, dateFrom] = breachDate(said.BreachDate, caseFacts, record.openedAt, earlier);
  const chain = vendorChain(caseFacts.organisations);
  const named = chain.find(({ part }) => part === 'controller')?.names ?? [];
  const model: BreachModel = {
    Name: name,
    Title: said.Title!,
    Domain: said.Domain!,
    BreachDate: date,
    AddedDate: earlier?.AddedDate ?? moment,
    ModifiedDate: moment,
    PwnCount: people,
    Description: said.Description ?? earlier?.Description ?? '',
    LogoPath: said.LogoPath ?? earlier?.LogoPath ?? '',
    Attribution: said.Attribution === undefined ? (earlier?.Attribution ?? null) : said.Attribution,
    DisclosureUrl: said.DisclosureUrl === undefined ? (earlier?.DisclosureUrl ?? null) : said.DisclosureUrl,
    DataClasses: classesIn(contents),
    IsVerified: flags.IsVerified ?? earlier?.IsVerified ?? true,
    IsFabricated: flags.IsFabricated ?? earlier?.IsFabricated ?? false,
    IsSensitive: flags.IsSensitive ?? earlier?.IsSensitive ?? false,
    IsRetired: flags.IsRetired ?? earlier?.IsRetired ?? false,
    IsSpamList: flags.IsSpamList ?? earlier?.IsSpamList ?? false,
    IsMalware: flags.IsMalware ?? earlier?.IsMalware ?? false,
    IsSubscriptionFree: flags.IsSubscriptionFree ?? earlier?.IsSubscriptionFree ?? false,
    IsStealerLog: flags.IsStealerLog ?? earlier?.IsStealerLog ?? false,
    Controllers: controllers.length > 0 ? [...controllers] : [...named],
    VendorChain: chain.map(({ names }) => names.join(', ')),
    BreachDateKnown: knownFrom.has(dateFrom),
  };
  return { model, dateFrom };
}

/** The others are days by which it had happened. */
const knownFrom: ReadonlySet<DateSource> = new Set(['given', 'happened', 'earlier']);

function breachDate(
  given: string | undefined,
  { happened, found, aware }: Pick<CaseFacts, 'happened' | 'found' | 'aware'>,
  openedAt: string,
  earlier: BreachModel | null,
): [day: string, from: DateSource] {
  if (given !== undefined) return [given, 'given'];
  if (happened !== null) return [day(happened.from), 'happened'];
  const days: [day: string, from: DateSource][] = [
    ...(found === null ? [] : [[day(found), 'found'] as [string, DateSource]]),
    ...(aware === null ? [] : [[dayIn(aware.at, aware.zone), 'aware'] as [string, DateSource]]),
    [day(openedAt), 'opened'],
  ];
  return earlier !== null && isDateKnown(earlier, days) ? [earlier.BreachDate, 'earlier'] : days[0]!;
}

/** An entry of before the field was there has the date that was said for it, or one of the case's. */
function isDateKnown(
  { BreachDate, BreachDateKnown }: BreachModel,
  days: readonly (readonly [day: string, from: DateSource])[],
): boolean {
  return BreachDateKnown ?? !days.some(([ofCase]) => ofCase === BreachDate);
}

function dayIn(moment: string, zone: string): string {
  const { year, month, day: ofMonth } = wallTimeOf(Date.parse(moment), zone);
  return [
    String(year).padStart(4, '0'),
    ...[month, ofMonth].map((part) => String(part).padStart(2, '0')),
  ].join('-');
}

/** Of a day, or of a moment in UTC. */
function day(moment: string): string {
  return moment.slice(0, 10);
}

function classesIn(contents: readonly string[]): string[] {
  const classes = contents.flatMap((content) =>
    (JSON.parse(content) as ExposureSet).classes.map((held) => held.class),
  );
  return [...new Set(classes)].toSorted();
}
