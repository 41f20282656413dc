/*
 * Is this a column of identifiers with check digits, and of which? The candidates are weighed in identifier-candidates.ts;
 * here it is decided between kinds that fit equally well. Where nothing decides, that is said. In: a column's facts. Out:
 * a reading or null.
 */

import type { ColumnFacts } from './column-facts.ts';
import { finding, type ClassFinding } from './finding.ts';
import {
  identifierCandidates,
  type Candidate,
  type IdentifierSurroundings,
} from './identifier-candidates.ts';
import { isTestKind } from './identifiers/identifier.ts';
import { claimConfidence, logOddsOf } from './likelihood.ts';

export interface IdentifierReading {
  finding: ClassFinding | null;
  /** What the column holds where that is nobody's personal data. */
  note: string | null;
}

/** Log-odds between two candidates below which neither is claimed over the other. */
const margin = 3;
/** So many times rarer by chance, and it is the stricter sort. */
const stricter = 5;
/** Some customers are firms; where hardly any is a person, the column is of firms. */
const mostOrganisations = 0.9;

export function identifierReading(
  column: ColumnFacts,
  around: IdentifierSurroundings,
): IdentifierReading | null {
  if (
    column.values.length === 0 ||
    column.type === 'time' ||
    column.type === 'list' ||
    column.type === 'binary'
  )
    return null;
  const candidates = identifierCandidates(column, around)
    .filter(({ logOdds }) => logOdds >= logOddsOf(claimConfidence))
    .toSorted((a, b) => b.rank - a.rank);
  const rivals = rivalsOf(candidates);
  if (rivals.length === 0) return null;
  if (rivals.every(isOrganisations)) return { finding: null, note: organisationNote(rivals, column) };
  return {
    finding:
      rivals.length === 1
        ? sureFinding(rivals[0]!, column, alsoFitting(rivals[0]!, candidates))
        : openFinding(rivals, column),
    note: null,
  };
}

/**
 * The candidates between which nothing decides, best first. Where one is a stricter sort of another (each Steuer-ID has
 * the check digit of an OIB), values that all pass the stricter are no accident.
 */
function rivalsOf(candidates: readonly Candidate[]): Candidate[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const close = candidates.filter(({ rank }) => first.rank - rank < margin);
  const strictest = Math.min(...close.map(({ chance }) => chance));
  return close.filter(({ chance }) => chance < stricter * strictest);
}

function isOrganisations({ identifier, organisations }: Candidate): boolean {
  return identifier.subject === 'organisation' || organisations >= mostOrganisations;
}

function labelsOf(rivals: readonly Candidate[]): string {
  return rivals.map(({ identifier }) => identifier.label).join(' or ');
}

function organisationNote(rivals: readonly Candidate[], column: ColumnFacts): string {
  return `${labelsOf(rivals)}: identifies organisations, not people; ${rivals[0]!.passed} of ${column.values.length} sampled values pass its check`;
}

/** What the values fit as well, although the name of the column or what stands around decides. */
function alsoFitting(best: Candidate, candidates: readonly Candidate[]): string | null {
  const fitting = candidates.filter(
    (other) => other !== best && other.passed >= best.passed - 1 && other.chance < stricter * best.chance,
  );
  return fitting.length === 0
    ? null
    : `the values fit ${labelsOf(fitting)} as well: the column’s name, its neighbours or the country decide`;
}

function sureFinding(best: Candidate, column: ColumnFacts, fitting: string | null = null): ClassFinding {
  const { identifier, phrase, passed, chance, logOdds, kind, note } = best;
  const notes = [
    note,
    fitting,
    isTestKind(kind) ? 'most are numbers reserved for tests, nobody’s' : null,
  ].filter((one) => one !== null);
  return finding({
    validator: identifier.name,
    kind: kind === identifier.kinds[0] ? null : kind,
    logOdds,
    standing: identifier.subject === 'person' ? 'own' : 'context',
    evidence: {
      name: phrase,
      sampled: column.values.length,
      passed,
      chance,
      ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    },
  });
}

/** Which of several it is stays open: the class is sure only where they share it. */
function openFinding(rivals: readonly Candidate[], column: ColumnFacts): ClassFinding {
  const best = rivals.find((rival) => !isOrganisations(rival))!;
  const isShared = rivals.every(
    (rival) => rival.identifier.class === best.identifier.class && !isOrganisations(rival),
  );
  const fewest = Math.min(...rivals.map(({ passed }) => passed));
  const note =
    fewest === column.values.length
      ? `all ${fewest} pass ${rivals.length === 2 ? 'both' : `all ${rivals.length}`}`
      : `at least ${fewest} of ${column.values.length} pass each of them`;
  const one = sureFinding(best, column);
  return {
    ...one,
    kind: labelsOf(rivals),
    confidence: isShared ? one.confidence : Math.round(1000 / rivals.length) / 1000,
    standing: isShared ? one.standing : 'context',
    candidates: rivals.map(({ identifier }) => identifier.name),
    evidence: { ...one.evidence, note },
  };
}
