// `GET stealerlogs…`: into which websites addresses of a verified domain were typed where somebody logged it, and whose
// addresses were typed into a verified website. In: an address or a domain of who asks. Out: sorted lists; whoever asked to
// be deleted is in none.

import { accountKeys, emailsByDomain, emailsByWebsite, websitesOf } from '../../register/index.ts';
import { type ApiAnswer, notFound, okJson } from './api-answer.ts';
import type { ApiSources } from './api-sources.ts';

/** `account`: an address. */
export async function stealerLogsByEmail(
  { context, personKey, optOuts }: ApiSources,
  account: string,
): Promise<ApiAnswer> {
  await optOuts.refresh();
  const [email] = accountKeys(personKey, account);
  if (email === undefined || optOuts.isBlocked(email.key)) return notFound;
  return listed(await websitesOf(context.register, email.key));
}

export async function stealerLogsByWebsite(
  { context, optOuts }: ApiSources,
  domain: string,
): Promise<ApiAnswer> {
  await optOuts.refresh();
  const seen = await emailsByWebsite(context.register, domain);
  return listed(seen.filter(({ key }) => !optOuts.isBlocked(key)).map(({ address }) => address));
}

export async function stealerLogsByEmailDomain(
  { context, optOuts }: ApiSources,
  domain: string,
): Promise<ApiAnswer> {
  await optOuts.refresh();
  const seen = (await emailsByDomain(context.register, domain)).filter(({ key }) => !optOuts.isBlocked(key));
  // written by hand: an alias that looks like a number would change its place in an object
  const lines = seen.map(({ alias, websites }) => `${JSON.stringify(alias)}:${JSON.stringify(websites)}`);
  return lines.length === 0 ? notFound : okJson(`{${lines.join(',')}}`);
}

function listed(texts: readonly string[]): ApiAnswer {
  return texts.length === 0 ? notFound : okJson(JSON.stringify(texts));
}
