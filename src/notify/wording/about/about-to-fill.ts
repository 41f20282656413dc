// A file of facts to fill in. In: what the case knows, the languages that people are written to in. Out: an object with a
// place for each thing; what is left empty counts as not said.

import type { NoticeFacts } from '../notice-types.ts';
import { usualSender } from './facts-of.ts';

/** `facts`: by `factsOf` with nothing said. `controllers`: of a case that is split. */
export function aboutToFill(
  facts: NoticeFacts,
  languages: readonly string[],
  controllers: readonly string[],
  hostname: string,
): Record<string, unknown> {
  const texts = Object.fromEntries(languages.map((language) => [language, '']));
  const { organisation, sender, contact, happened, found, chain, told, authority, site } = facts;
  return {
    organisation: organisation ?? '',
    sender: {
      name: sender.name ?? '',
      address: sender.address === usualSender(hostname) ? '' : sender.address,
    },
    contact: {
      name: contact.name ?? '',
      email: contact.email ?? '',
      phone: contact.phone ?? '',
      post: contact.post,
    },
    event: texts,
    happened: happened ?? { from: '', to: '' },
    found: found ?? '',
    chain,
    consequences: texts,
    measures: texts,
    told,
    authority: authority ?? { name: '', post: [], site: '' },
    site: site ?? '',
    ...(controllers.length < 2
      ? {}
      : {
          controllers: Object.fromEntries(
            controllers.map((name) => [
              name,
              { sender: { name: '', address: '' }, contact: { name: '', email: '', phone: '', post: [] } },
            ]),
          ),
        }),
  };
}
