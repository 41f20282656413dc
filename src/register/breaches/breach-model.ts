// A breach as it is published: the model of Have I Been Pwned, in its order of keys, and after it what that has no field
// for. In: nothing. Out: types. Source: https://haveibeenpwned.com/API/v3#BreachModel.

export interface BreachModel {
  /** Pascal case, letters and digits: stable, and the name of the breach everywhere. */
  Name: string;
  Title: string;
  /** May be empty. */
  Domain: string;
  /** yyyy-mm-dd. */
  BreachDate: string;
  /** ISO 8601 in UTC, to the second: `2026-11-23T10:00:00Z`. */
  AddedDate: string;
  ModifiedDate: string;
  PwnCount: number;
  /** HTML, of our own making: text of users is escaped. */
  Description: string;
  /** An absolute URL of a PNG; may be empty. */
  LogoPath: string;
  Attribution: string | null;
  DisclosureUrl: string | null;
  /** Names of Have I Been Pwned's list, sorted. */
  DataClasses: string[];
  IsVerified: boolean;
  IsFabricated: boolean;
  IsSensitive: boolean;
  IsRetired: boolean;
  IsSpamList: boolean;
  IsMalware: boolean;
  IsSubscriptionFree: boolean;
  IsStealerLog: boolean;
  /** Whose data it is, and through whom it was lost: clients that do not know these fields pass them over. */
  Controllers: string[];
  /** Controller → processor → sub-processor → product, as the case has it. */
  VendorChain: string[];
  /**
   * False where `BreachDate` is only the day by which it was known at the latest. Entries of before this field have none:
   * theirs counts as known.
   */
  BreachDateKnown?: boolean;
}

/** What one or more people lost in a breach: the content of an `exposure_set`. */
export interface ExposureSet {
  classes: { class: string; kinds: string[] }[];
  /** Whose data that was, of the breach's controllers; none where that is not known, or the case was not split. */
  controllers: string[];
  /** The case was split: then somebody of no controller is of none of the breach's either. Absent where it was not. */
  isSplit?: boolean;
  /** Of those of `StatementFlag`, such as `minor`; or `mentionedFlag`. */
  flags: string[];
}

/** Nothing but the identifier is known to be in the leak: it stands in no row about anybody. */
export const mentionedFlag = 'mentioned';
