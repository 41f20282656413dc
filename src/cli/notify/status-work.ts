// The work of `tocsin notify status`, `pause`, `resume` and `reconcile`. Reconciling resolves to 0, or to 1 where something
// is wrong.

import { acting, noticeStatus, pauseNotices, reconcileNotices, resumeNotices } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';
import { reconciledText } from './reconciled-text.ts';
import { pausesText, statusText } from './status-text.ts';

export interface StatusFlags {
  json?: boolean;
}

export interface PauseFlags {
  domain?: string;
  why?: string;
  json?: boolean;
}

export interface ReconcileFlags {
  sink?: string;
  json?: boolean;
}

export async function showStatus(named: string, { json }: StatusFlags): Promise<void> {
  const home = openHome();
  acting(home, 'case.read');
  const record = await caseOf(named, home);
  const status = noticeStatus(record);
  process.stdout.write(json ? jsonText(status) : statusText(status, Date.now()));
}

export async function pause(named: string, { domain, why, json }: PauseFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const record = await caseOf(named, home);
  const pauses = pauseNotices(home, record, { domain: domain ?? null, why: why ?? null }, { who });
  process.stdout.write(json ? jsonText({ pauses }) : pausesText(pauses));
}

export async function resume(named: string, { domain, json }: PauseFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const record = await caseOf(named, home);
  const pauses = resumeNotices(home, record, { domain: domain ?? null }, { who });
  process.stdout.write(json ? jsonText({ pauses }) : pausesText(pauses));
}

export async function reconcile(named: string, { sink, json }: ReconcileFlags): Promise<number> {
  const home = openHome();
  acting(home, 'case.read');
  const record = await caseOf(named, home);
  const reconciled = await reconcileNotices(record, { sink: sink ?? null });
  process.stdout.write(json ? jsonText(reconciled) : reconciledText(reconciled));
  return reconciled.consistent ? 0 : 1;
}
