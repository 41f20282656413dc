// The latest entries of the custody log, without what is sealed in them. In: a session whose role allows it. Out: a page.

import { Hono } from 'hono';
import { html } from 'hono/html';
import { type ListedEntry, listCustody } from '../../custody/index.ts';
import type { InstanceHome } from '../../store/index.ts';
import { pageRequest } from '../page/page-language.ts';
import type { WebContext } from '../web-context.ts';
import type { OperatorEnv } from './operator-context.ts';
import { allow } from './operator-env.ts';
import { operatorPage } from './operator-page.ts';
import { operatorWords } from './operator-words.ts';
import { moment, table } from './page-parts.ts';
import { pageWords } from './page-words.ts';

export function logRoutes(context: WebContext): Hono<OperatorEnv> {
  const app = new Hono<OperatorEnv>();
  app.get('/operators/log', allow(context, 'log.read'), (c) => {
    const { language } = pageRequest(c);
    const words = pageWords[language];
    const title = operatorWords[language].log;
    const entries = latestEntries(context.home);
    const content =
      entries.length === 0
        ? words.noLog
        : html`<p>${words.logLead}</p>
            ${table(
              title,
              [words.number, words.when, words.who, words.what, words.on, words.result],
              entries.map(({ number, at, who, what, on, case: caseId, result }) => [
                number,
                moment(at),
                who,
                what,
                on ?? caseId ?? '–',
                words.results[result],
              ]),
            )}`;
    return c.html(operatorPage(c, { title, content }));
  });
  return app;
}

const shown = 100;

/** The latest first; none where the log cannot be read. */
function latestEntries(home: InstanceHome): ListedEntry[] {
  const kept: ListedEntry[] = [];
  try {
    for (const entry of listCustody(home, () => null)) {
      kept.push(entry);
      if (kept.length > shown) kept.shift();
    }
  } catch {
    return [];
  }
  return kept.toReversed();
}
