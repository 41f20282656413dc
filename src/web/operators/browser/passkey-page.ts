// In the browser: forms that ask for a passkey. In: a form with the addresses of its options and of its answer. Out: the
// next page, or the form's own words that it did not work. Nothing is kept.

import type * as WebAuthn from '@simplewebauthn/browser';

interface PageElement {
  hidden: boolean;
  dataset: Record<string, string | undefined>;
  querySelector: (selector: string) => PageElement | null;
}

declare const document: { querySelectorAll: (selector: string) => Iterable<PageForm> };
declare const location: { assign: (url: string) => void };
declare const SimpleWebAuthnBrowser: typeof WebAuthn;

interface PageForm extends PageElement {
  elements: Record<string, { value: string } | undefined>;
  addEventListener: (event: 'submit', listener: (event: { preventDefault: () => void }) => void) => void;
}

for (const form of document.querySelectorAll('form[data-passkey]'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer(form);
  });

async function answer(form: PageForm): Promise<void> {
  const message = form.querySelector('[data-message]')!;
  message.hidden = true;
  try {
    const optionsJSON = await send(form, form.dataset['options']!, {});
    const response =
      form.dataset['passkey'] === 'enrol'
        ? await SimpleWebAuthnBrowser.startRegistration({ optionsJSON: optionsJSON as never })
        : await SimpleWebAuthnBrowser.startAuthentication({ optionsJSON: optionsJSON as never });
    const label = form.elements['label']?.value ?? '';
    const { next } = (await send(form, form.dataset['answer']!, { response, label })) as { next: string };
    location.assign(next);
  } catch {
    message.hidden = false;
  }
}

async function send(form: PageForm, path: string, body: object): Promise<unknown> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const token = form.elements['form']?.value;
  if (token !== undefined) headers['x-form-token'] = token;
  const answered = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answered.ok) throw new Error('refused');
  return answered.json();
}
