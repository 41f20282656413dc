// What is known for the notices of one controller. In: what people said in the file of facts, what the case knows, the
// name of this machine. Out: facts: of the controller first, then of all, then of the case. Nothing is made up: what
// nobody said is null.

import { wallTimeOf } from '../../../base/index.ts';
import { type CaseState, caseZone, vendorChain } from '../../../register/index.ts';
import type { NoticeFacts } from '../notice-types.ts';
import type { About, SaidFacts } from './about.ts';
import { authorityOf } from './authorities.ts';

/** `controller`: as the split of the case names it; null where it is not split. */
export function factsOf(
  about: About,
  state: Pick<CaseState, 'facts' | 'contacts' | 'clocks'>,
  controller: string | null,
  hostname: string,
): NoticeFacts {
  const said = saidOf(about, controller);
  const { facts } = state;
  const zone = caseZone(facts);
  const named = controllersOf(state);
  const organisation = said.organisation ?? controller ?? (named.length === 1 ? named[0]! : null);
  const authority = said.authority ?? (facts.country === null ? null : authorityOf(facts.country));
  const happened = said.happened ?? facts.happened;
  const found = said.found ?? facts.found;
  return {
    organisation,
    sender: { name: said.sender?.name ?? null, address: said.sender?.address ?? usualSender(hostname) },
    contact: said.contact ?? contactOf(state, organisation),
    event: said.event ?? null,
    happened: happened === null ? null : { from: dayIn(happened.from, zone), to: dayIn(happened.to, zone) },
    found: found === null ? null : dayIn(found, zone),
    chain:
      said.chain ??
      vendorChain(facts.organisations).flatMap((link) => (link.part === 'controller' ? [] : link.names)),
    consequences: said.consequences ?? null,
    measures: said.measures ?? null,
    told: said.told ?? toldOf(state, authority, zone),
    authority,
    site: said.site ?? null,
    correction: said.correction ?? null,
  };
}

function saidOf({ controllers, ...all }: About, controller: string | null): SaidFacts {
  if (controller === null) return all;
  const name = Object.keys(controllers).find((key) => sameName(key) === sameName(controller));
  return name === undefined ? all : { ...all, ...controllers[name] };
}

/** Names in the file that no controller of the case has: written otherwise, most likely. */
export function unknownControllers({ controllers }: About, known: readonly string[]): string[] {
  const names = new Set(known.map(sameName));
  return Object.keys(controllers).filter((name) => !names.has(sameName(name)));
}

function sameName(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}

/** From where notices come as long as nobody said it: only a mail server on this machine is to take it. */
export function usualSender(hostname: string): string {
  const host = hostname
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/gu, '')
    .replaceAll(/^[.-]+|[.-]+$/gu, '');
  return `notices@${host === '' ? 'localhost' : host}`;
}

function controllersOf({ facts }: Pick<CaseState, 'facts'>): string[] {
  return vendorChain(facts.organisations).find(({ part }) => part === 'controller')?.names ?? [];
}

const isOfficer =
  /data protection (?:officer|lead)|\bdpo\b|d[ée]l[ée]gu[ée]e? [àa] la protection|\bdpd\b|datenschutzbeauftragte/iu;

/** Of those who are spoken to in a case only the data protection officer is for everybody to write to: GDPR Art. 37(7). */
function contactOf(
  { contacts }: Pick<CaseState, 'contacts'>,
  organisation: string | null,
): NoticeFacts['contact'] {
  const officer = contacts.find(
    ({ role, organisation: of }) =>
      role !== null &&
      isOfficer.test(role) &&
      (of === null || (organisation !== null && sameName(of) === sameName(organisation))),
  );
  if (officer === undefined) return { name: null, email: null, phone: null, post: [] };
  return { name: officer.name, email: officer.email, phone: officer.phone, post: [] };
}

/** The clock of Art. 33(1) is met once the authority was told. */
function toldOf(
  { clocks }: Pick<CaseState, 'clocks'>,
  authority: NoticeFacts['authority'],
  zone: string,
): NoticeFacts['told'] {
  const met = clocks.find(
    ({ rule, for: owedTo, met: isMet }) => rule === 'gdpr-33-1' && owedTo === null && isMet !== null,
  )?.met;
  return met && authority !== null ? [{ who: authority.name, on: dayIn(met.at, zone) }] : [];
}

/** A day stays as it is; of a moment the day in the zone of the case. */
function dayIn(iso: string, zone: string): string {
  const instant = Date.parse(iso);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(iso) || Number.isNaN(instant)) return iso;
  const { year, month, day } = wallTimeOf(instant, zone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
