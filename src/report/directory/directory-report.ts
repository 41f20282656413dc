// What taking in a controller's directory came to, as JSON has it. Counts, names of columns and numbers of rows; no value.

export interface DirectoryReport {
  version: 1;
  case: string;
  controller: string;
  /** The name of the file, or the database without user and password. */
  source: string;
  /** Rows of the directory, and those among them that do not fit its columns. */
  rows: number;
  misfits: number;
  columns: DirectoryReportColumn[];
  /** Names of columns that are not used. */
  unused: string[];
  /** The column of the leak that customer numbers are compared with; null for none. */
  leakColumn: string | null;
  joined: {
    /** People of the case for whom the directory gives contacts, by how many rows. */
    people: number;
    rows: number;
    /** Rows, by the surest of the keys that say so. */
    by: { number: number; customer: number; email: number; name: number; nameVariant: number };
  };
  ambiguous: {
    /** Rows that give nobody's contacts although they have keys of somebody in the case, and why. */
    rows: number;
    severalPeople: number;
    keysDisagree: number;
    rowsDiffer: number;
    /** For whom rows that are equally sure say different things. */
    people: number;
    /** The first of them, by number of row from 1, the header not counted. */
    list: DirectoryDoubt[];
  };
  /** Rows of people for whom another row, by a surer key, was taken. */
  lessSure: number;
  /** Rows that fit nobody in the case; where it is split, nobody of this controller: they may fit people of another. */
  others: number;
  /** The people whom the directory of this controller that it replaces gave contacts; null where there was none. */
  replaced: { people: number } | null;
  reachability: ReachabilityReport;
}

export interface DirectoryReportColumn {
  name: string;
  field: string;
  how: 'values' | 'name' | 'given';
  /** Rows with a value, and those of which it could be used. */
  filled: number;
  used: number;
}

export interface DirectoryDoubt {
  row: number;
  reason: 'several people' | 'keys disagree' | 'rows differ' | 'less sure';
  /** People for `several people` (17 stands for more than 16), rows for `rows differ`; else 0. */
  fits: number;
}

export interface ChannelCounts {
  byEmail: number;
  byPost: number;
  byPhone: number;
}

/** Test identities, mailboxes of offices and organisations are no people here. */
export interface ReachedCounts extends ChannelCounts {
  people: number;
  /** By nothing of all this. */
  unreachable: number;
  /** By what their own leaked rows hold, and by what a directory gives: somebody may be in both. */
  leaked: ChannelCounts;
  directory: ChannelCounts;
  /** Among the people: others are written to in their place. */
  minors: number;
  deceased: number;
}

export interface ReachabilityReport extends ReachedCounts {
  /** Not among the people. */
  organisations: number;
  /** People may be of several. Empty where the case is not split. */
  controllers: (ReachedCounts & { name: string })[];
}
