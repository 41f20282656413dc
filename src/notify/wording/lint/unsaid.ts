// What nobody said of the incident, and what the notices say instead. In: facts. Out: warnings for whoever plans and
// approves, in plain words.

import type { NoticeFacts } from '../notice-types.ts';
import type { LintFinding } from './lint-finding.ts';

/** `language`: what was said in another one is not said in this. */
export function unsaidFindings(facts: NoticeFacts, language: string): LintFinding[] {
  const { organisation, sender, contact, event, happened, measures, authority, told } = facts;
  const isReachable = contact.email !== null || contact.phone !== null || contact.post.length > 0;
  const unsaid: [boolean, LintFinding['place'], string][] = [
    [organisation === null, 'event', 'nobody said whose data it is: the notice names no organisation'],
    [
      !event?.[language],
      'event',
      `nobody said what happened${inLanguage(event, language)}: the notice says that files have leaked, and no more`,
    ],
    [happened === null, 'event', 'nobody said when it happened: the notice says that it is not known yet'],
    [
      !measures?.[language],
      'measures',
      `nobody said what was done${inLanguage(measures, language)}: the notice says that people can ask`,
    ],
    [told.length === 0, 'measures', 'nobody said which authority was told: the notice does not speak of it'],
    [
      !isReachable,
      'contact',
      `nobody said whom people may turn to: the notice names ${sender.address}, which somebody must read`,
    ],
    [authority === null, 'contact', 'nobody said where people may complain: the notice names no authority'],
  ];
  return unsaid
    .filter(([isUnsaid]) => isUnsaid)
    .map(([, place, what]) => ({ rule: 'unsaid' as const, place, what, sentence: null }));
}

function inLanguage(said: NoticeFacts['event'], language: string): string {
  return said === null ? '' : ` in the language ${language}`;
}
