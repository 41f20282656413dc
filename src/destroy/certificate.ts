// What a certificate of destruction says: what was destroyed, how, what stays, what was checked afterwards. Counts, ids
// and hashes; no value of the leak, no name of a person in it, and names of the case and of files only where asked for.

export const certificateFormat = 'tocsin-certificate/1';

export interface CountBounds {
  count: number;
  min: number;
  max: number;
}

export interface DestroyedEvidence {
  /** `E1`. */
  id: string;
  sha256: string;
  bytes: number;
  /** A sealed copy inside of the case, which is gone, or only the place and hash of a file outside. */
  how: 'copy' | 'reference';
}

/** A file outside of the instance that evidence was taken from: not the instance's, and not touched. */
export interface OriginalFile {
  evidence: string;
  sha256: string;
  bytes: number;
  /** By a look at its place, without reading it: whether a file of that size is there. */
  state: 'there' | 'changed' | 'gone';
  /** Where names were asked for. */
  path?: string;
}

/** Copies of evidence in clear that were written outside of the instance for somebody. */
export interface HandedOut {
  copies: number;
  /** By a look at their places, without reading them. */
  there: number;
}

/** People by what its ledger of notices says. */
export interface ToldCounts {
  told: number;
  /** Still to be told by an approved plan. */
  open: number;
  /** By no channel. */
  unreachable: number;
}

export interface CaseCounts {
  deliveries: number;
  /** Rows of the directories that controllers gave. */
  contacts: number;
  controllers: number;
  /** Made for controllers, and theirs. */
  packages: number;
  /** Absent where nobody was to be told, and in what an earlier version began. */
  notices?: ToldCounts;
}

/** What a case is destroyed with: gathered while it can still be opened. */
export interface DestroyPlan {
  case: string;
  openedAt: string;
  /** Where names were asked for. */
  name: string | null;
  by: { who: string; role: string };
  /** Null where the vault is damaged. */
  people: CountBounds | null;
  evidence: DestroyedEvidence[];
  originals: OriginalFile[];
  counts: CaseCounts;
  /** Absent in what an earlier version began. */
  handedOut?: HandedOut;
  /** Whether the instance key is to be replaced as well. */
  isKeyReplaced: boolean;
  /** For the custody log alone. */
  why: string | null;
  program: string;
}

export type KeyCopy = 'case-record' | 'case-record-missing' | 'this-process' | 'instance-key';

export interface Certificate {
  format: typeof certificateFormat;
  case: { id: string; name: string | null; openedAt: string };
  by: { who: string; role: string };
  gone: CaseCounts & {
    people: CountBounds | null;
    evidence: DestroyedEvidence[];
    /** In the case's folder, all encrypted or sealed under its key. */
    files: { path: string; bytes: number }[];
    bytes: number;
  };
  stays: {
    /** The entry in the register of incidents, without people (GDPR Art. 33(5)). */
    incident: boolean;
    custodyLog: boolean;
    /** Handed to controllers before; each opens with the controller's own key. */
    packages: number;
    originals: OriginalFile[];
    /** Absent in certificates of earlier versions. */
    handedOut?: HandedOut;
  };
  method: {
    name: 'cryptographic erase';
    standard: 'NIST SP 800-88 Rev. 2';
    cipher: string;
    keyBits: number;
    /** SHA-256 of the key, which says nothing of it. */
    keyFingerprint: string;
    keyCopies: { where: KeyCopy; done: string; at: string }[];
    /** What an instance cannot know or reach. */
    notPromised: string[];
  };
  steps: { step: string; at: string }[];
  verification: { check: VerificationCheck; holds: boolean }[];
  program: string;
}

export type VerificationCheck =
  | 'key-bytes-overwritten'
  | 'key-record-absent'
  | 'case-does-not-open'
  | 'files-absent';

/** The sections that are hashed and signed one by one, so that a change is found with its place. */
export const sections = [
  'by',
  'case',
  'gone',
  'method',
  'program',
  'stays',
  'steps',
  'verification',
] as const;
