import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import {
  noNoticeFacts,
  type NoticeContent,
  type NoticeFacts,
  renderNotice,
  usualSender,
} from '../../../notify/index.ts';
import type { ApprovedPlan } from '../approved-plan.ts';
import { mailSettings, paceSettings, refuseUnsaidSender } from './mail-settings.ts';

function factsFrom(address: string): NoticeFacts {
  return {
    ...noNoticeFacts,
    organisation: 'Example Jobs',
    sender: { name: null, address },
    contact: { name: null, email: 'dpo@jobs.example', phone: null, post: [] },
  };
}

/** A plan with a text of each sender's. */
function approvedFrom(...addresses: string[]): ApprovedPlan {
  const facts = addresses.map((address, i) => ({ controller: `Example ${i}`, facts: factsFrom(address) }));
  const variants = facts.map((said, i) => {
    const content: NoticeContent = {
      kind: 'first',
      controller: said.controller,
      language: 'en',
      audience: 'person',
      relation: 'unknown',
      classes: [{ class: 'Names', kinds: [] }],
      notLost: [],
      before: [],
    };
    return { variant: i + 1, controller: said.controller, texts: renderNotice(content, said.facts) };
  });
  return { plan: { plan: 1, settings: { facts } }, variants } as unknown as ApprovedPlan;
}

const key = { algorithm: 'ed25519-sha256', selector: 's2026', privateKey: 'PEM' } as const;
const chosen = { returnPath: null, isVerp: false, now: () => 0 };
const signer = (domain: string | null, ...addresses: string[]) =>
  mailSettings(approvedFrom(...addresses), Buffer.alloc(32), { ...chosen, dkim: { ...key, domain } }).dkim;

test('the domain of the sender signs, unless another one is said', () => {
  expect(signer(null, 'notices@Jobs.example', 'privacy@jobs.example')?.domain).toBe('jobs.example');
  expect(signer('group.example', 'notices@jobs.example', 'dpo@bank.example')?.domain).toBe('group.example');
  expect(() => signer(null, 'notices@jobs.example', 'dpo@bank.example')).toThrow(
    expect.objectContaining({ code: 'USAGE', hint: expect.stringContaining('--dkim-domain') as string }),
  );
});

const unsaid = { fromOf: new Map([[1, { name: null, address: usualSender(hostname()) }]]) };

test.each(['smtp://localhost', 'smtp://127.0.0.2:2525', 'smtp://[::1]', `smtp://${hostname()}`])(
  '%s is on this machine: it takes mails at once, and from nobody in particular',
  (smtp) => {
    expect(paceSettings({ smtp, pace: {} }).slowStart).toBeNull();
    expect(() => refuseUnsaidSender(unsaid, smtp)).not.toThrow();
  },
);

test('a server elsewhere is begun with slowly, and takes nothing from nobody in particular', () => {
  const smtp = 'smtp://mail.example.org';
  expect(paceSettings({ smtp, pace: {} }).slowStart).toBeGreaterThan(0);
  expect(() => refuseUnsaidSender(unsaid, smtp)).toThrow(expect.objectContaining({ code: 'USAGE' }));
});
