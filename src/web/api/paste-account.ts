// `GET pasteaccount/{account}`: the pastes that an address stood in. In: the account as it was typed. Out: pastes, the newest
// first; 404 where there is none, and for whoever opted out.

import { accountKeys, pastesOf } from '../../register/index.ts';
import { type ApiAnswer, notFound, okJson } from './api-answer.ts';
import type { ApiSources } from './api-sources.ts';

export async function pasteAccount(
  { context, personKey, optOuts }: ApiSources,
  account: string,
): Promise<ApiAnswer> {
  await optOuts.refresh();
  const email = accountKeys(personKey, account).find(({ kind }) => kind === 'email');
  if (email === undefined || optOuts.isHidden([email.key])) return notFound;
  const pastes = await pastesOf(context.register, email.key);
  return pastes.length === 0 ? notFound : okJson(JSON.stringify(pastes));
}
