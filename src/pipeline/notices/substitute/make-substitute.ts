// The public notice to those whom no channel reaches (GDPR Art. 34(3)(c)). In: a planned case and a folder. Out: for each
// controller and language the notice as a page and as text, where it is to stand, why it takes the place of a notice to each,
// with numbers; and on request the list of those people, sealed. A text that the linter refuses is not written.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { makeFolder, writeWhole } from '../../../base/files/index.ts';
import { appendCustody } from '../../../custody/index.ts';
import {
  hasSubstituteWords,
  type LintFinding,
  type LintRule,
  lintNotice,
  publicationPlaces,
  type PublicationPlace,
  renderSubstitute,
  substituteHtml,
  substituteText,
  type WordsOf,
  writtenWords,
} from '../../../notify/index.ts';
import { caseState } from '../../../register/index.ts';
import { type CaseRecord, type InstanceHome, readEvents } from '../../../store/index.ts';
import {
  countRecipients,
  currentPlan,
  openNotices,
  type StoredPlan,
  variantsOf,
} from '../../../store/notices/index.ts';
import { factsOfPlan } from '../plan-facts.ts';
import { effortText } from './effort-text.ts';
import { type ControllerCounts, substituteCounts } from './substitute-counts.ts';
import { writeUnreachable } from './write-unreachable.ts';

export interface SubstituteRequest {
  /** A folder. */
  out: string;
  /** An age recipient to whom the list of people is sealed; null: no list. */
  recipient: string | null;
  who: string;
}

export interface SubstituteFile {
  file: string;
  sha256: string;
}

export interface MadeSubstitute {
  plan: number;
  controllers: (ControllerCounts & { files: SubstituteFile[] })[];
  /** Whom nothing reaches, of all controllers. */
  people: number;
  places: PublicationPlace[];
  /** The list of people and the reasons in numbers. */
  files: SubstituteFile[];
  /** For which nothing was written. */
  faults: (LintFinding & { controller: string | null; language: string })[];
  warnings: (LintFinding & { controller: string | null; language: string })[];
}

/** What a notice to nobody by name does not have: a greeting, a reference, classes without numbers. */
const notOfPublicNotices: ReadonlySet<LintRule> = new Set(['mark-missing', 'class-missing', 'class-extra']);

/** Throws NOTICES_NONE, RECIPIENT, OUTPUT_NOT_WRITABLE. */
export async function makeSubstitute(
  home: InstanceHome,
  record: CaseRecord,
  { out, recipient, who }: SubstituteRequest,
  { now = () => new Date(), signal }: { now?: () => Date; signal?: AbortSignal } = {},
): Promise<MadeSubstitute> {
  using notices = openNotices(record);
  const plan = currentPlan(notices.db)!;
  const counts = substituteCounts(variantsOf(notices.db, plan.plan), countRecipients(notices.db, plan.plan));
  const day = now().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const { country } = caseState(readEvents(record)).facts;
  const made: MadeSubstitute = {
    plan: plan.plan,
    controllers: [],
    people: counts.reduce(
      (sum, { unreached }) => sum + unreached.reduce((all, { people }) => all + people, 0),
      0,
    ),
    places: publicationPlaces(country),
    files: [],
    faults: [],
    warnings: [],
  };
  const contents: { file: string; content: string }[] = [];
  for (const [i, own] of counts.entries()) {
    const begin = counts.length === 1 ? 'public-notice' : `public-notice-${i + 1}`;
    const written = noticesOf(plan, own, day, made);
    const files = written.flatMap(({ language, html, text }) => [
      { file: `${begin}.${language}.html`, content: html },
      { file: `${begin}.${language}.txt`, content: text },
    ]);
    contents.push(...files);
    made.controllers.push({ ...own, files: files.map(hashed) });
  }
  if (made.faults.length > 0) return made;
  const reasons = { file: 'reasons.txt', content: effortText(plan, counts, made.places) };
  contents.push(reasons);
  made.files.push(hashed(reasons));
  makeFolder(out);
  for (const { file, content } of contents) {
    signal?.throwIfAborted();
    writeWhole(join(out, file), content);
  }
  if (recipient !== null && made.people > 0)
    made.files.push(await writeUnreachable(notices, plan.plan, { out, recipient, signal }));
  const hashes = [...made.controllers.flatMap(({ files }) => files), ...made.files];
  appendCustody(
    home,
    {
      who,
      case: record.case,
      what: 'notify.substitute',
      on: String(plan.plan),
      result: 'done',
      counts: { people: made.people, notices: contents.length - 1 },
      hashes: Object.fromEntries(hashes.map(({ file, sha256 }) => [file, sha256])),
      details: { out, recipient },
    },
    record.key,
  );
  return made;
}

function noticesOf(
  plan: StoredPlan,
  counts: ControllerCounts,
  day: string,
  { faults, warnings }: MadeSubstitute,
): { language: string; html: string; text: string }[] {
  const { controller, languages } = counts;
  const facts = factsOfPlan(plan, controller);
  const own = (plan.settings as { words?: WordsOf }).words ?? {};
  const wordsOf: WordsOf = { ...writtenWords, ...own };
  const written = languages.filter(hasSubstituteWords);
  return (written.length === 0 ? ['en'] : written).map((language) => {
    const notice = renderSubstitute(facts, counts, { language, controller, day }, wordsOf);
    const verdict = lintNotice(notice.text, notice.content, facts, wordsOf);
    const of = (findings: readonly LintFinding[]) =>
      findings
        .filter(({ rule }) => !notOfPublicNotices.has(rule))
        .map((finding) => ({ ...finding, controller, language }));
    faults.push(...of(verdict.faults));
    warnings.push(...of(verdict.warnings));
    return { language, html: substituteHtml(notice), text: substituteText(notice) };
  });
}

function hashed({ file, content }: { file: string; content: string }): SubstituteFile {
  return { file, sha256: createHash('sha256').update(content).digest('hex') };
}
