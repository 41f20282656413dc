// The same notices as nodemailer sends them: a pool of connections, each mail composed whole and, with a key, signed by
// its own DKIM. No ledger. Arguments as JSON: url, mails, connections, texts (a file), key (a file or null).

import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import type { MailTemplate } from '../../src/notify/wording/render-mail.ts';

export interface PeerOrder {
  url: string;
  mails: number;
  connections: number;
  texts: string;
  key: string | null;
}

const { url, mails, connections, texts, key } = JSON.parse(process.argv[2]!) as PeerOrder;
const templates = JSON.parse(readFileSync(texts, 'utf8')) as MailTemplate[];
const { hostname, port } = new URL(url);
const transport = createTransport({
  pool: true,
  host: hostname,
  port: Number(port),
  ignoreTLS: true,
  maxConnections: connections,
  maxMessages: 1000,
  ...(key === null
    ? {}
    : {
        dkim: { domainName: 'conseil.example.org', keySelector: 's1', privateKey: readFileSync(key, 'utf8') },
      }),
});

function send(i: number): Promise<unknown> {
  const { subject, language, named } = templates[i % templates.length]!;
  const filled = (text: string) =>
    text.replaceAll('\ue000', `Ada Exemple ${i}`).replaceAll('\ue001', '1234 5678 9012 3');
  return transport.sendMail({
    from: { name: 'Exemple Conseil', address: 'notices@conseil.example.org' },
    to: { name: `Ada Exemple ${i}`, address: `ada.${i}@mail${i % 1000}.example.org` },
    subject,
    text: filled(named.text),
    html: filled(named.html),
    messageId: `<${i.toString(16).padStart(32, '0')}@conseil.example.org>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
  });
}

let next = 0;
// as many at once as keep every connection busy
await Promise.all(
  Array.from({ length: connections * 2 }, async () => {
    while (next < mails) await send(next++);
  }),
);
transport.close();
