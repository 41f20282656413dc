// Jobs that failed for good: tried again or dropped. In: a session whose role allows it. Out: kinds, reasons and numbers;
// what a job holds is not shown.

import { Hono } from 'hono';
import { html } from 'hono/html';
import { appendCustody } from '../../custody/index.ts';
import { dropFailedJob, listFailedJobs, retryFailedJob } from '../../store/register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import type { WebContext } from '../web-context.ts';
import { textOf } from './log-in-routes.ts';
import type { OperatorEnv } from './operator-context.ts';
import { allow, refusal } from './operator-env.ts';
import { operatorPage } from './operator-page.ts';
import { operatorWords } from './operator-words.ts';
import { buttonForm, moment, table } from './page-parts.ts';
import { pageWords } from './page-words.ts';

const path = '/operators/jobs';

export function jobRoutes(context: WebContext): Hono<OperatorEnv> {
  const { home, register } = context;
  const app = new Hono<OperatorEnv>();
  app.use(path, allow(context, 'serve'));
  app.use(`${path}/*`, allow(context, 'serve'));
  app.get(path, async (c) => {
    const request = pageRequest(c);
    const words = pageWords[request.language];
    const title = operatorWords[request.language].jobs;
    const jobs = await listFailedJobs(register);
    const { formToken } = c.get('session');
    const button = (text: string, id: number, does: string) =>
      buttonForm(text, {
        action: linkTo(request, `${path}/${does}`),
        formToken,
        fields: { job: String(id) },
      });
    const content =
      jobs.length === 0
        ? words.noJobs
        : table(
            title,
            [words.kind, words.about, words.attempts, words.since, words.reason, words.action],
            jobs.map((job) => [
              job.kind,
              job.subject ?? '–',
              job.attempts,
              moment(job.enqueuedAt),
              job.reason ?? '–',
              html`<div class="buttons">
                ${button(words.retry, job.id, 'retry')} ${button(words.drop, job.id, 'drop')}
              </div>`,
            ]),
          );
    return c.html(operatorPage(c, { title, content }));
  });
  for (const does of ['retry', 'drop'] as const)
    app.post(`${path}/${does}`, async (c) => {
      const id = Number(textOf((await c.req.parseBody())['job']));
      const isDone =
        Number.isSafeInteger(id) &&
        (does === 'retry'
          ? await retryFailedJob(register, id, context.now().getTime())
          : await dropFailedJob(register, id));
      if (!isDone) return refusal(c, 404, (words) => words.didNotWork);
      const who = c.get('session').user.name;
      appendCustody(home, { who, case: null, what: `job.${does}`, on: String(id), result: 'done' });
      return c.redirect(linkTo(pageRequest(c), path), 303);
    });
  return app;
}
