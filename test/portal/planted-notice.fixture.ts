/*
 * A notice of a made-up organisation in the register, with the reference of one letter and its text in public.
 */
import { type KnownNotice, noticePurpose, type PublishedText } from '../../src/lookup/index.ts';
import { type NoticeFacts, renderNotice } from '../../src/notify/index.ts';
import { createCodeKeys, createReferenceCode } from '../../src/register/index.ts';
import {
  addNoticeReferences,
  beginNotice,
  presentNotice,
  putNoticeTexts,
  type RegisterDatabase,
  sealJson,
} from '../../src/store/register/index.ts';

export const reference = createReferenceCode(() => 271_828_182_845);
export const nobodysReference = createReferenceCode(() => 314_159_265_358);

const facts: NoticeFacts = {
  organisation: 'Recrutement Exemple',
  sender: { name: null, address: 'notices@recruiting.example' },
  contact: { name: 'Ada Officer', email: 'dpo@recruiting.example', phone: '+33 1 99 00 12 34', post: [] },
  event: null,
  happened: { from: '2026-10-01', to: '2026-10-09' },
  found: '2026-11-01',
  chain: ['Scan Exemple'],
  consequences: null,
  measures: null,
  told: [],
  authority: null,
  site: 'recruiting.example',
  correction: null,
};

/** Gives the path of one of its texts. */
export async function plantNotice(register: RegisterDatabase): Promise<string> {
  const known: KnownNotice = {
    organisation: 'Recrutement Exemple',
    sender: 'notices@recruiting.example',
    since: '2026-11-23',
    channels: 'els',
    kind: 'first',
  };
  const sealed = sealJson(register.secrets, noticePurpose, known);
  const controllerKey = Buffer.alloc(16);
  const notice = await beginNotice(register, { caseId: 'made-up', plan: 1, controllerKey, sealed });
  await addNoticeReferences(
    register,
    notice,
    createCodeKeys(register.secrets('notice-reference')).codeKey(reference),
  );
  const classes = ['Passwords', 'Email addresses', 'Names', 'Physical addresses', 'Government issued IDs'];
  const texts = (['en', 'fr'] as const).map((language, i) => {
    const text = renderNotice(
      {
        kind: 'first',
        controller: null,
        language,
        audience: i === 0 ? 'person' : 'guardian',
        relation: 'unknown',
        classes: classes.map((name) => ({ class: name, kinds: [] })),
        notLost: ['Credit cards'],
        before: [],
      },
      facts,
    );
    const body: PublishedText = {
      audience: i === 0 ? 'person' : 'guardian',
      classes,
      sha256: 'ab'.repeat(32),
      text,
    };
    return { number: i + 1, language, body: JSON.stringify(body) };
  });
  await putNoticeTexts(register, notice, texts);
  await presentNotice(register, notice, { sealed, references: 1, knownAt: 1 });
  return `/letter/texts/${notice}/1`;
}
