// What a user says of a breach when it is published or changed: checked, and put into the form of the model. In: texts.
// Out: the fields of a `BreachModel`, or USAGE that says what is wrong. Nothing of it is trusted as markup.

import { TocsinError } from '../../base/index.ts';
import type { BreachModel } from './breach-model.ts';

/** What may be said; each as it was typed. */
export interface BreachFacts {
  title: string;
  /** '' for none. */
  domain: string;
  /** yyyy-mm-dd. */
  date: string;
  description: string;
  logo: string;
  attribution: string;
  disclosureUrl: string;
}

export type BreachFlags = Pick<
  BreachModel,
  | 'IsVerified'
  | 'IsFabricated'
  | 'IsSensitive'
  | 'IsRetired'
  | 'IsSpamList'
  | 'IsMalware'
  | 'IsSubscriptionFree'
  | 'IsStealerLog'
>;

const maxNameLength = 100;
const maxTitleLength = 200;
const maxTextLength = 20_000;
const maxUrlLength = 2000;

/** As Have I Been Pwned writes them: `MichaelPage`. */
export function checkBreachName(name: string): string {
  if (name.length > maxNameLength || !/^[A-Z][A-Za-z0-9]*$/u.test(name))
    throw new TocsinError('USAGE', 'the name of a breach is a capital followed by letters and digits', {
      hint: 'write it as MichaelPage; what people read is the --title',
    });
  return name;
}

/** Only what was said is in the result. */
export function factsOfModel(facts: Partial<BreachFacts>): Partial<BreachModel> {
  const { title, domain, date, description, logo, attribution, disclosureUrl } = facts;
  return {
    ...(title === undefined ? {} : { Title: checkTitle(title) }),
    ...(domain === undefined ? {} : { Domain: checkDomain(domain) }),
    ...(date === undefined ? {} : { BreachDate: checkDate(date), BreachDateKnown: true }),
    ...(description === undefined ? {} : { Description: descriptionHtml(description) }),
    ...(logo === undefined ? {} : { LogoPath: logo === '' ? '' : checkUrl('--logo', logo) }),
    ...(attribution === undefined ? {} : { Attribution: checkText('--attribution', attribution) }),
    ...(disclosureUrl === undefined
      ? {}
      : { DisclosureUrl: disclosureUrl === '' ? null : checkUrl('--disclosure-url', disclosureUrl) }),
  };
}

function checkTitle(title: string): string {
  const text = title.trim();
  if (text === '' || text.length > maxTitleLength || /\p{C}/u.test(text))
    throw new TocsinError('USAGE', `--title is a line of 1 to ${maxTitleLength} characters`);
  return text;
}

const domainShape =
  /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

function checkDomain(domain: string): string {
  const text = domain.trim().toLowerCase();
  if (text !== '' && !domainShape.test(text))
    throw new TocsinError('USAGE', '--domain is not the name of a domain', {
      hint: 'write it without https:// and path, such as example.com; "" where there is none',
    });
  return text;
}

function checkDate(date: string): string {
  const at = /^\d{4}-\d\d-\d\d$/u.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  if (at === null || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(date))
    throw new TocsinError('USAGE', '--date is not a day', { hint: 'write it as 2023-06-01' });
  return date;
}

function checkUrl(option: string, text: string): string {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/u.test(url.protocol) || text.length > maxUrlLength || url.username !== '')
    throw new TocsinError('USAGE', `${option} is not an address of the web`, {
      hint: 'write it whole, beginning with https://',
    });
  return url.href;
}

/** '' takes it away. */
function checkText(option: string, text: string): string | null {
  if (text.length > maxTextLength)
    throw new TocsinError('USAGE', `${option} is longer than ${maxTextLength}`);
  return text.trim() === '' ? null : text.trim();
}

/** Text with paragraphs, as the HTML that a description is: it says the same, and nothing of it is markup. */
export function descriptionHtml(text: string): string {
  checkText('--description', text);
  return text
    .split(/\r?\n\s*\r?\n/u)
    .map((paragraph) => escapeHtml(paragraph.trim()).replaceAll(/\r?\n/gu, '<br>'))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph, _, all) => (all.length === 1 ? paragraph : `<p>${paragraph}</p>`))
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => entities[sign]!);
}
