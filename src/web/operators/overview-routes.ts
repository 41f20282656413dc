// What is published and how the service does, and a breach by itself, which may be withdrawn here. In: a session. Out:
// pages that show numbers and no person.

import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { withdrawBreach } from '../../pipeline/index.ts';
import type { BreachModel } from '../../register/index.ts';
import { type BreachRow, countJobs, countSubscribers, listBreaches } from '../../store/register/index.ts';
import { linkTo, pageRequest } from '../page/page-language.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import type { WebContext } from '../web-context.ts';
import type { OperatorEnv } from './operator-context.ts';
import { allow, may, refusal } from './operator-env.ts';
import { formField, operatorPage } from './operator-page.ts';
import { operatorWords } from './operator-words.ts';
import { moment, table } from './page-parts.ts';
import { type PageWords, pageWords } from './page-words.ts';

export function overviewRoutes(context: WebContext): Hono<OperatorEnv> {
  const app = new Hono<OperatorEnv>();
  app.get('/operators', allow(context, 'incidents.read'), async (c) => {
    const { language } = pageRequest(c);
    const words = pageWords[language];
    const content = html`${await breachTable(context, c, words)} ${await serviceFacts(context, words)}`;
    return c.html(operatorPage(c, { title: operatorWords[language].overview, content }));
  });
  app.get('/operators/breaches/:name', allow(context, 'incidents.read'), (c) => breachPage(context, c));
  app.post('/operators/breaches/:name/withdraw', allow(context, 'publish'), async (c) => {
    const words = pageWords[pageRequest(c).language];
    const { confirm } = await c.req.parseBody();
    const found = await publishedBreach(context, c.req.param('name'));
    if (!found) return refusal(c, 404, () => words.withdrawBusy);
    if (confirm !== found.row.name) return refusal(c, 400, () => words.withdrawWrong);
    const { user } = c.get('session');
    await withdrawn(context, found.row.name, user.name);
    return c.html(operatorPage(c, { title: words.withdraw, content: words.withdrawDone(found.row.name) }));
  });
  return app;
}

/** Resolves when nobody sees it any more; its rows, which may be millions, go behind that. */
async function withdrawn({ home, register, now, log }: WebContext, name: string, who: string): Promise<void> {
  const unseen = Promise.withResolvers<void>();
  const whole = withdrawBreach(home, register, name, { who, now, onProgress: () => unseen.resolve() });
  await Promise.race([unseen.promise, whole]);
  whole.catch(() => log(`rows of ${name} are left: tocsin withdraw ${name} takes them away`));
}

async function breachTable(
  { register }: WebContext,
  c: Context<OperatorEnv>,
  words: PageWords,
): Promise<PageMarkup> {
  const rows = await listBreaches(register.rows);
  if (rows.length === 0)
    return html`<h2>${words.breaches}</h2>
      <p>${words.noBreaches}</p>`;
  const request = pageRequest(c);
  return html`<h2>${words.breaches}</h2>
    ${table(
      words.breaches,
      [words.breach, words.people, words.state],
      rows.map((row) => {
        const model = modelOf(row);
        const path = linkTo(request, `/operators/breaches/${encodeURIComponent(row.name)}`);
        return [html`<a href="${path}">${model.Title}</a>`, model.PwnCount, stateText(row, model, words)];
      }),
    )}`;
}

async function serviceFacts({ register, settings }: WebContext, words: PageWords): Promise<PageMarkup> {
  const jobs = await countJobs(register);
  const count = (state: 'waiting' | 'failed') =>
    jobs.filter((job) => job.state === state).reduce((sum, job) => sum + job.count, 0);
  const kinds = [...new Set(jobs.map(({ kind }) => kind))];
  const of = (kind: string, state: string) =>
    jobs.find((job) => job.kind === kind && job.state === state)?.count ?? 0;
  return html`<h2>${words.service}</h2>
    <dl class="facts">
      <dt>${words.subscribers}</dt>
      <dd>${await countSubscribers(register)}</dd>
      <dt>${words.mails}</dt>
      <dd>${settings.smtp === null ? words.mailsWait : words.mailsSent}</dd>
      <dt>${words.jobsWaiting}</dt>
      <dd>${count('waiting')}</dd>
      <dt>${words.jobsFailed}</dt>
      <dd>${count('failed')}</dd>
      <dt>${words.database}</dt>
      <dd>${register.engine === 'postgres' ? 'PostgreSQL' : 'SQLite'}</dd>
    </dl>
    ${
      kinds.length === 0
        ? ''
        : table(
            words.kind,
            [words.kind, words.waiting, words.failed],
            kinds.map((kind) => [kind, of(kind, 'waiting'), of(kind, 'failed')]),
          )
    }`;
}

async function breachPage(context: WebContext, c: Context<OperatorEnv>): Promise<Response> {
  const words = pageWords[pageRequest(c).language];
  const found = await publishedBreach(context, c.req.param('name') ?? '');
  if (!found) return refusal(c, 404, () => words.withdrawBusy);
  const { row, model } = found;
  const content = html`<dl class="facts">
      <dt>${words.name}</dt>
      <dd>${row.name}</dd>
      <dt>${words.people}</dt>
      <dd>${model.PwnCount}</dd>
      <dt>${words.state}</dt>
      <dd>${stateText(row, model, words)}</dd>
      <dt>${words.happened}</dt>
      <dd>${model.BreachDateKnown === false ? words.atLatest(model.BreachDate) : model.BreachDate}</dd>
      <dt>${words.added}</dt>
      <dd>${moment(model.AddedDate)}</dd>
      <dt>${words.classes}</dt>
      <dd>${model.DataClasses.join(', ')}</dd>
    </dl>
    ${may(c, 'publish') ? withdrawForm(c, words, { row, model }) : ''}`;
  return c.html(operatorPage(c, { title: model.Title, content }));
}

function withdrawForm(
  c: Context<OperatorEnv>,
  words: PageWords,
  { row, model }: { row: BreachRow; model: BreachModel },
): PageMarkup {
  const action = linkTo(pageRequest(c), `/operators/breaches/${encodeURIComponent(row.name)}/withdraw`);
  return html`<section>
    <h2>${words.withdraw}</h2>
    <p>${words.withdrawLead(model.Title)}</p>
    <form method="post" action="${action}">
      ${formField(c.get('session').formToken)}
      <label for="confirm">${words.withdrawConfirm(row.name)}</label>
      <input id="confirm" name="confirm" required autocomplete="off" maxlength="200" />
      <button>${words.withdraw}</button>
    </form>
  </section>`;
}

async function publishedBreach(
  { register }: WebContext,
  name: string,
): Promise<{ row: BreachRow; model: BreachModel } | null> {
  const row = (await listBreaches(register.rows)).find(
    (each) => each.name === name && each.state === 'published',
  );
  return row ? { row, model: modelOf(row) } : null;
}

function modelOf({ model }: BreachRow): BreachModel {
  return JSON.parse(model) as BreachModel;
}

function stateText(row: BreachRow, model: BreachModel, words: PageWords): string {
  const { flags } = words;
  return [
    words.states[row.state],
    ...(model.IsSensitive ? [flags.sensitive] : []),
    ...(row.isRange ? [flags.range] : []),
    ...(model.IsRetired ? [flags.retired] : []),
    ...(model.IsVerified ? [] : [flags.unverified]),
  ].join(', ');
}
