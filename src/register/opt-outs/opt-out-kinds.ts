// The three ways to ask that an address be found no more. In: nothing. Out: their names. None of them ends a
// subscription; who is not added to later breaches hears of none. Source: the opt-outs of Have I Been Pwned.

/**
 * `hide`: not in public searches; the owner, by a link, and the owner of the domain still see it. `delete`: taken out of
 * all breaches, and not added to later ones. `forget`: taken out of all breaches there are; later ones may show it.
 */
export const optOutKinds = ['hide', 'delete', 'forget'] as const;

export type OptOutKind = (typeof optOutKinds)[number];

export function isOptOutKind(text: string): text is OptOutKind {
  return (optOutKinds as readonly string[]).includes(text);
}
