/*
 * The page of a case: all that is known of it, and no person. In: nothing; this is the shape that the pipeline fills.
 * As JSON it is printed with the texts of deadlines in English.
 */
import type { CaseContact, CaseFacts, CaseNote } from '../../register/index.ts';
import type { CaseDeadlines } from '../clocks/index.ts';

export interface ClassCount {
  class: string;
  people: number;
}

export interface PageEvidence {
  id: string;
  path: string;
  sha256: string;
  bytes: number;
  source: string | null;
  takenAt: string;
  how: 'copy' | 'reference';
}

export interface PageDelivery {
  delivery: number;
  at: string;
  /** Places that could not be read as rows. */
  skipped: number;
  inputs: { path: string; sha256: string; bytes: number }[];
}

export interface PageController {
  name: string;
  people: number;
  classes: ClassCount[];
}

export interface Reach {
  people: number;
  byEmail: number;
  byPost: number;
  byPhone: number;
  unreachable: number;
}

/** What is known besides is printed as JSON as it is. */
export interface PageReachability extends Reach {
  controllers: ({ name: string } & Reach)[];
}

/** What there is without asking for evidence, controllers or contacts of people. */
export interface CaseHead extends Omit<CaseFacts, 'zone'>, CaseDeadlines {
  /** In which times are shown. */
  zone: string;
  case: string;
  name: string | null;
  /** ISO 8601, UTC. */
  openedAt: string;
  state: 'open' | 'closed';
  closed: { at: string; who: string; why: string } | null;
  /** The organisations, from the controller down to the product. */
  chain: { part: string; names: string[] }[];
  contacts: CaseContact[];
  notes: CaseNote[];
  /** Nobody where nothing was examined yet: then there is no delivery. */
  people: { count: number; min: number; max: number };
  classes: ClassCount[];
  deliveries: PageDelivery[];
  /** ISO 8601, UTC: when this was so. */
  shownAt: string;
}

export interface CasePage extends CaseHead {
  evidence: PageEvidence[];
  controllers: PageController[];
  /** People whom no controller's rule gives. */
  unassigned: { people: number };
  /** Of several controllers: each counts them. */
  several: { people: number };
  reachability: PageReachability | null;
  /** What was made before the last delivery, and has to be made again. */
  outdated: ('split' | 'directory')[];
}
