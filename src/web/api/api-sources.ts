// What the endpoints of the API ask. In: the context of the server. Out: look-ups and lists, made once.

import {
  type AccountLookup,
  createAccountLookup,
  createCatalogue,
  type ReadCatalogue,
} from '../../lookup/index.ts';
import {
  createOptOuts,
  createPersonKeys,
  type OptOuts,
  type PersonKeyOf,
  type ResolveTxt,
} from '../../register/index.ts';
import type { WebContext } from '../web-context.ts';
import { createTxtResolver } from './txt-resolver.ts';

export interface ApiSources {
  context: WebContext;
  personKey: PersonKeyOf;
  catalogue: ReadCatalogue;
  accounts: AccountLookup;
  optOuts: OptOuts;
  resolveTxt: ResolveTxt;
}

export function apiSources(context: WebContext): ApiSources {
  const { register } = context;
  return {
    context,
    personKey: createPersonKeys(register.secrets('person-key')),
    catalogue: createCatalogue(register),
    accounts: createAccountLookup(register),
    optOuts: createOptOuts(register),
    resolveTxt: createTxtResolver(context.settings.dns),
  };
}
