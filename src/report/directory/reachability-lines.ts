// Who can be reached by what, as lines of a terminal. In: counts of the case or of one controller. Out: lines.

import { paragraph, type Line } from '../terminal-line.ts';
import { countOf, countText } from '../number-text.ts';
import type { ReachedCounts } from './directory-report.ts';

export function reachabilityLines(title: string, counts: ReachedCounts, width: number): Line[] {
  const { leaked, directory, minors, deceased } = counts;
  const apart = [
    ...(minors > 0 ? [countOf(minors, 'minor', 'minors')] : []),
    ...(deceased > 0 ? [`${countText(deceased)} deceased`] : []),
  ];
  return [
    [['heading', title]],
    [
      [
        'quiet',
        `  ${''.padEnd(16)}${'in all'.padStart(14)}${'leaked rows'.padStart(14)}${'directory'.padStart(14)}`,
      ],
    ],
    cells('by e-mail', counts.byEmail, leaked.byEmail, directory.byEmail),
    cells('by post', counts.byPost, leaked.byPost, directory.byPost),
    cells('by telephone', counts.byPhone, leaked.byPhone, directory.byPhone),
    cells('by nothing', counts.unreachable),
    cells('people', counts.people),
    ...(apart.length > 0
      ? paragraph(`among them ${apart.join(' and ')}: others are written to in their place`, width, 2)
      : []),
  ];
}

function cells(name: string, ...numbers: number[]): Line {
  return [`  ${name.padEnd(16)}`, numbers.map((number) => countText(number).padStart(14)).join('')];
}
