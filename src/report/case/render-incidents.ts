/*
 * The register of incidents, and the cases that are kept until a day, on a terminal. In: their entries. Out: text.
 */
import type { Incident } from '../../register/index.ts';
import { countText } from '../number-text.ts';
import { hanging, type Line, paragraph, printLines } from '../terminal-line.ts';
import { withVisibleTexts } from '../visible-text.ts';
import { caseWords } from './case-words.ts';
import { dayText, timeText } from './time-text.ts';

export interface ListStyle {
  colour: boolean;
  width: number;
}

export function renderIncidents(incidents: readonly Incident[], { colour, width }: ListStyle): string {
  const columns = Math.min(80, Math.max(40, width));
  const entries = withVisibleTexts(incidents).map((incident) => incidentLines(incident, columns));
  const lines = entries.flatMap((entry, index) => (index === 0 ? entry : [[], ...entry]));
  return printLines(lines, { colour, width: columns });
}

function incidentLines(incident: Incident, width: number): Line[] {
  const {
    case: id,
    name,
    state,
    what,
    effects,
    remedy,
    happened,
    found,
    awareAt,
    people,
    classes,
  } = incident;
  const span = happened && (happened.from === happened.to ? [happened.from] : [happened.from, happened.to]);
  const counted =
    people === null
      ? 'nothing examined'
      : `${caseWords.en.count(countText(people.count), people.count === 1)}${
          people.min === people.max
            ? ''
            : `, ${caseWords.en.between(countText(people.min), countText(people.max))}`
        }`;
  const times = [
    ...(span ? [`happened ${span.map((at) => timeText(at, 'UTC')).join(' to ')}`] : []),
    ...(found === null ? [] : [`found ${timeText(found, 'UTC')}`]),
    ...(awareAt === null ? [] : [`aware ${timeText(awareAt, 'UTC')}`]),
  ];
  const chain = incident.organisations.map(({ part, name: who }) => `${part} ${who}`);
  const duties = incident.duties.map(({ rule, metAt, stoppedWhy }) => {
    if (metAt !== null) return `${rule} done ${timeText(metAt, 'UTC')}`;
    return stoppedWhy === null ? `${rule} not done` : `${rule} stopped: ${stoppedWhy}`;
  });
  const texts = [
    `what: ${what ?? 'not said'}`,
    ...(times.length > 0 ? [times.join(' · ')] : []),
    ...(chain.length > 0 ? [chain.join(' · ')] : []),
    [counted, ...classes.map((entry) => `${entry.class} ${countText(entry.people)}`)].join(' · '),
    `effects: ${effects ?? 'not said'}`,
    `remedy: ${remedy ?? 'not said'}`,
    ...(duties.length > 0 ? [duties.join(' · ')] : []),
  ];
  const title = [id, ...(name === null ? [] : [name]), state, dayText(incident.openedAt, 'UTC')].join(' · ');
  return [...paragraph(title, width, 0, 'heading'), ...texts.flatMap((text) => hanging(text, width))];
}

export function renderRetention(
  cases: readonly { case: string; name: string | null; destroyAfter: string; isDue: boolean }[],
  { colour, width }: ListStyle,
): string {
  const columns = Math.min(80, Math.max(40, width));
  const lines = withVisibleTexts(cases).flatMap(({ case: id, name, destroyAfter, isDue }) =>
    paragraph(
      [destroyAfter, isDue ? 'due' : 'kept', id, ...(name === null ? [] : [name])].join(' · '),
      columns,
      0,
      isDue ? 'warning' : 'plain',
    ),
  );
  return printLines(lines, { colour, width: columns });
}
