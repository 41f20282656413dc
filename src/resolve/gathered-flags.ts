// Flags of a record that one of its values gives it: an address that is nobody's own, a number made for tests.
// In: an address in its normal form; the kinds of identifiers. Out: bits of `recordFlags`.

import {
  identifierOf,
  isOrganisationKind,
  isRoleMailbox,
  isTestIdentity,
  isTestKind,
  validators,
} from '../recognise/index.ts';
import { recordFlags } from './table-plan.ts';

export function flagsOfAddress(address: string): number {
  const isRole = isRoleMailbox(address.slice(0, address.lastIndexOf('@')));
  return (
    (isRole ? recordFlags.roleMailbox : 0) |
    (isTestIdentity({ email: address }) ? recordFlags.testIdentity : 0)
  );
}

/** Flags that a record gets from the kind of an identifier in it, by validator and kind. */
export function kindFlags(): number[][] {
  return validators.map(({ id, kinds }) =>
    identifierOf(id) === null
      ? []
      : [
          0,
          ...kinds.map((kind) =>
            isTestKind(kind)
              ? recordFlags.testIdentifier
              : isOrganisationKind(kind)
                ? recordFlags.organisation
                : 0,
          ),
        ],
  );
}
