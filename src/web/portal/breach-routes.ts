// The public catalogue: all breaches, and a page of each. In: the published breaches. Out: what is the same for everybody;
// nothing of it tells who is in a breach. Logos are not shown, as they may lie elsewhere.

import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { BreachModel } from '../../register/index.ts';
import { calendarDay, type Language } from '../../report/index.ts';
import type { PageMarkup } from '../page/page-layout.ts';
import { linkTo, type PageRequest, pageRequest } from '../page/page-language.ts';
import { breachWords } from './breach-words.ts';
import { countText } from './count-text.ts';
import { type Portal, publicPage } from './portal.ts';
import { classNameIn } from './statement-page.ts';
import { cautions } from './statement-words.ts';

export function breachRoutes(portal: Portal): Hono {
  const app = new Hono();
  app.get('/breaches', async (c) => {
    const request = pageRequest(c);
    const { breaches } = await portal.catalogue();
    const models = breaches.map(({ model }) => model);
    const content = listPage(models, request);
    return publicPage(portal, c, { title: breachWords[request.language].title, content });
  });
  app.get('/breaches/:name', async (c) => {
    const { byName } = await portal.catalogue();
    const breach = byName.get(c.req.param('name').toLowerCase());
    if (breach === undefined) return c.notFound();
    const content = breachPage(breach.model, pageRequest(c));
    return publicPage(portal, c, { title: breach.model.Title, content });
  });
  return app;
}

function listPage(models: readonly BreachModel[], request: PageRequest): PageMarkup {
  const { language } = request;
  const words = breachWords[language];
  if (models.length === 0)
    return html`<h1>${words.title}</h1>
      <p>${words.none}</p>`;
  return html`<h1>${words.title}</h1>
    <p class="lead">${words.intro}</p>
    <ul class="list">
      ${models.map(
        (model) =>
          html`<li>
            <h2><a href="${linkTo(request, `/breaches/${model.Name}`)}">${model.Title}</a></h2>
            <p>${words.line(dateText(model, language), countText(model.PwnCount, language))}</p>
            <p class="quiet">${classesText(model, language)}</p>
          </li>`,
      )}
    </ul>`;
}

function dateText({ BreachDate, BreachDateKnown }: BreachModel, language: Language): string {
  const day = calendarDay(BreachDate, language);
  return BreachDateKnown === false ? breachWords[language].atLatest(day) : day;
}

function classesText({ DataClasses }: BreachModel, language: Language): string {
  return DataClasses.map((name) => classNameIn(name, language)).join(', ');
}

function breachPage(model: BreachModel, request: PageRequest): PageMarkup {
  const { language } = request;
  const words = breachWords[language];
  const facts: [string, PageMarkup | string | null][] = [
    [
      model.BreachDateKnown === false ? words.knownAtLatest : words.happened,
      calendarDay(model.BreachDate, language),
    ],
    [words.accounts, countText(model.PwnCount, language)],
    [words.classes, classesText(model, language)],
    [words.controllers, model.Controllers.join(', ')],
    [words.chain, model.VendorChain.join(' → ')],
    [words.domain, model.Domain],
    [words.source, model.Attribution],
    [words.disclosure, model.DisclosureUrl],
    [words.added, calendarDay(model.AddedDate, language)],
    [
      words.changed,
      model.ModifiedDate === model.AddedDate ? null : calendarDay(model.ModifiedDate, language),
    ],
  ];
  const notes = [
    ...cautions(model, language),
    ...(model.IsSensitive ? [words.sensitive] : []),
    ...(model.IsRetired ? [words.retired] : []),
    ...(model.IsSubscriptionFree ? [words.subscriptionFree] : []),
  ];
  return html`<h1>${model.Title}</h1>
    ${notes.map((note) => html`<p class="alert">${note}</p>`)}
    ${model.Description === '' ? '' : html`<p>${raw(model.Description)}</p>`}
    <dl class="facts">
      ${facts.map(([name, fact]) =>
        fact === null || fact === ''
          ? ''
          : html`<dt>${name}</dt>
              <dd>${fact}</dd>`,
      )}
    </dl>
    <p>
      <a href="${linkTo(request, '/')}">${words.amI}</a> ·
      <a href="${linkTo(request, '/breaches')}">${words.all}</a>
    </p>`;
}
