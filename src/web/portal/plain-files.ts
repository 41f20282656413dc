// The small files that programs look for. In: the settings. Out: what search engines may read, whom to tell of a weakness.

import { Hono } from 'hono';
import type { WebContext } from '../web-context.ts';

const robots = `User-agent: *
Disallow: /statement/
Disallow: /notify-me/
Disallow: /opt-out/
Disallow: /unsubscribe/
Disallow: /domain/
Disallow: /api/
Disallow: /enterprise/
Disallow: /range/
`;

const yearMs = 365 * 24 * 3_600_000;

export function plainFiles({ settings, now }: Pick<WebContext, 'settings' | 'now'>): Hono {
  const app = new Hono();
  app.get('/robots.txt', (c) => c.text(robots, 200, { 'Cache-Control': 'public, max-age=86400' }));
  app.get('/favicon.ico', (c) => c.body(null, 204, { 'Cache-Control': 'public, max-age=86400' }));
  const contact = contactUri(settings.contact ?? '');
  if (contact !== null)
    app.get('/.well-known/security.txt', (c) => {
      const expires = new Date(now().getTime() + yearMs).toISOString();
      return c.text(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en, fr\n`);
    });
  return app;
}

/** RFC 9116, 2.5.3 asks for a URI; of another text none can be made. */
function contactUri(contact: string): string | null {
  if (/^(?:https:\/\/|mailto:|tel:\+)\S+$/u.test(contact)) return contact;
  return /^[^\s@]+@[^\s@]+$/u.test(contact) ? `mailto:${contact}` : null;
}
