// The work of `tocsin publish` and `tocsin withdraw`, with progress on stderr. A signal stops it where it may be stopped;
// the same command goes on from there.

import { TocsinError } from '../../base/index.ts';
import {
  acting,
  type DateSource,
  publishCase,
  type PublishedCase,
  type PublishStage,
  withdrawBreach,
} from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor } from '../register-for.ts';
import { type PublishFlags, requestOf, type WithdrawFlags } from './breach-flags.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

interface Stoppable {
  signal: AbortSignal;
  onProgress: (stage: PublishStage, share: number) => void;
}

export async function publish(named: string, flags: PublishFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  const record = await caseOf(named, home);
  await using register = await openRegisterFor(flags, { home });
  const published = await stoppable('stopped: nothing of it is published; the same command goes on', (how) =>
    publishCase(home, register, record, requestOf(flags), { who, ...how }),
  );
  tellDate(published);
  if (published.unread > 0) process.stderr.write(unreadText(published.unread));
  process.stdout.write(
    flags.json ? jsonText(aboutPublished(record.case, published)) : publishedText(published),
  );
}

export async function withdraw(name: string, flags: WithdrawFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  await using register = await openRegisterFor(flags, { home });
  const withdrawn = await stoppable(
    'stopped: nobody sees the breach any more, but rows of it are left; the same command goes on',
    (how) => withdrawBreach(home, register, name, { who, ...how }),
  );
  const text = withdrawn.wasPublished
    ? `withdrawn ${withdrawn.name}: nothing of it is left in the register\n`
    : `${withdrawn.name} was published no more; what was left of it is gone\n`;
  process.stdout.write(flags.json ? jsonText(withdrawn) : text);
}

async function stoppable<T>(message: string, work: (how: Stoppable) => Promise<T>): Promise<T> {
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', message));
  const line = createProgressLine(process.stderr);
  try {
    return await work({
      signal: stop.signal,
      onProgress: (stage, share) => line.showShare(stage, share),
    });
  } finally {
    line.clear();
  }
}

const dateSources: Record<DateSource, string | null> = {
  given: null,
  earlier: null,
  happened: 'as the case says when it happened',
  found: 'the day on which the case says it was found: people read “at the latest”',
  aware: 'the day on which the case says it became known: people read “at the latest”',
  opened:
    'the day on which the case was opened: people read “at the latest”; say when it happened with --date',
};

function tellDate({ model, dateFrom }: PublishedCase): void {
  const said = dateSources[dateFrom];
  if (said !== null) process.stderr.write(`date of the breach: ${model.BreachDate}, ${said}\n`);
}

function unreadText(unread: number): string {
  const many =
    unread === 1
      ? '1 identifier of the case was'
      : `${unread.toLocaleString('en')} identifiers of the case were`;
  return `${wrapped(`note: ${many} not met again in the evidence: nobody is found by them`, 0, 0).join('\n')}\n`;
}

function aboutPublished(
  id: string,
  { model, isRange, isNew, isChanged, isReplaced, keys, addresses, unread }: PublishedCase,
): object {
  return {
    case: id,
    new: isNew,
    replaced: isReplaced,
    changed: isChanged,
    range: isRange,
    keys,
    addresses,
    unread,
    breach: model,
  };
}

function publishedText(published: PublishedCase): string {
  const { model, isNew, isChanged, isReplaced, keys, addresses, isRange } = published;
  const head = isNew
    ? `published ${model.Name}${isReplaced ? ', in the place of its earlier publication' : ''}`
    : isChanged
      ? `${model.Name} was published already; what the catalogue says is changed`
      : `${model.Name} is published already, from the same evidence: nothing was changed`;
  return [
    head,
    `  title    ${visibleText(model.Title)}`,
    `  date     ${model.BreachDate}${model.BreachDateKnown === false ? ' at the latest' : ''}`,
    `  people   ${count(model.PwnCount)}`,
    `  found by ${count(keys)} keys, ${count(addresses)} of them of addresses`,
    ...wrapped(`classes  ${model.DataClasses.join(', ')}`, 2, 11),
    ...(isRange ? ['  addresses are found by the beginning of their SHA-1 too'] : []),
    ...(isNew ? [] : wrapped(`to change what the catalogue says: tocsin breach set ${model.Name}`, 0, 0)),
    '',
  ].join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
