// In the browser: the form of the private look-up. In: what somebody typed. Out: what their entries say, shown out of the
// answers that stand hidden in the page. The number is in no request, no address and no storage.

import { askPrivately, type AskedIndex, type PrivateAnswer } from './ask-privately.ts';
import { numberForm } from './number-form.ts';

interface PageElement {
  hidden: boolean;
  value: string;
  textContent: string;
  disabled: boolean;
  dataset: Record<string, string | undefined>;
  querySelector: (selector: string) => PageElement | null;
  querySelectorAll: (selector: string) => Iterable<PageElement>;
  cloneNode: (deep: true) => PageElement;
  append: (...nodes: PageElement[]) => void;
  after: (node: PageElement) => void;
  before: (node: PageElement) => void;
  remove: () => void;
  focus: () => void;
  setAttribute: (name: string, value: string) => void;
  removeAttribute: (name: string) => void;
  addEventListener: (event: string, listener: (event: { preventDefault: () => void }) => void) => void;
}

declare const isSecureContext: boolean;
declare const document: Pick<PageElement, 'querySelector' | 'querySelectorAll'>;

/** Why no answer came; each has its words in the page. */
type Problem = 'malformed' | 'tooMany' | 'changed' | 'unreachable' | 'unproven';

class NoAnswer extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

const one = (selector: string): PageElement => document.querySelector(selector)!;
const form = one('#private-form');
const field = one('#number');
const sections = [...document.querySelectorAll('#private-found section[data-kind]')];
/** As they came: shown anew for each question. */
const persons = sections.map((section) => section.querySelector('[data-person]')!.cloneNode(true));

one('#without-script').hidden = true;
form.hidden = !isSecureContext;
one('#without-https').hidden = isSecureContext;
form.addEventListener('change', () => showHint());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask();
});
showHint();

function chosen(): PageElement {
  return one('#private-form input[name=kind]:checked');
}

function showHint(): void {
  const kind = chosen().value;
  for (const hint of document.querySelectorAll('[data-hint]')) hint.hidden = hint.dataset['hint'] !== kind;
  field.setAttribute('aria-describedby', `hint-${kind} private-problem`);
}

async function ask(): Promise<void> {
  showProblem(null);
  one('#private-nothing').hidden = true;
  one('#private-found').hidden = true;
  const kind = chosen().value;
  const normal = numberForm(kind, field.value);
  if (normal === null) {
    showProblem('malformed');
    field.focus();
    return;
  }
  const button = one('#private-form button');
  button.disabled = true;
  one('#private-asking').hidden = false;
  try {
    showAnswer(kind, await answerFor(kind, normal));
  } catch (error) {
    showProblem(error instanceof NoAnswer ? error.problem : 'unproven');
    field.focus();
  } finally {
    button.disabled = false;
    one('#private-asking').hidden = true;
  }
}

function answerFor(kind: string, normal: string): Promise<PrivateAnswer> {
  return askPrivately({
    kind,
    normal,
    publicKey: fromHex(chosen().dataset['key']!),
    indexes: sectionsOf(kind).map(({ dataset }): AskedIndex => ({
      salt: fromHex(dataset['salt']!),
      bits: Number(dataset['bits']),
      slots: Number(dataset['slots']),
      entryBytes: Number(dataset['entryBytes']),
    })),
    evaluate: async (blinded) => {
      const answer = await call('/api/private/evaluate', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind, blinded: toHex(blinded) }),
      });
      const { evaluated, proof } = (await answer.json()) as { evaluated: string; proof: string };
      return { evaluated: fromHex(evaluated), proof: fromHex(proof) };
    },
    bucket: async (prefix) => {
      const answer = await call(`/api/private/${form.dataset['version']}/${kind}/${prefix}`, {});
      return new Uint8Array(await answer.arrayBuffer());
    },
  });
}

async function call(path: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(path, { ...request, credentials: 'omit' }).catch(() => {
    throw new NoAnswer('unreachable');
  });
  if (answer.ok) return answer;
  throw new NoAnswer(answer.status === 429 ? 'tooMany' : answer.status === 404 ? 'changed' : 'unreachable');
}

function sectionsOf(kind: string): PageElement[] {
  return sections.filter(({ dataset }) => dataset['kind'] === kind);
}

function showProblem(problem: Problem | null): void {
  for (const text of document.querySelectorAll('[data-problem]'))
    text.hidden = text.dataset['problem'] !== problem;
  if (problem === 'malformed') field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}

function showAnswer(kind: string, answer: PrivateAnswer): void {
  const asked = sectionsOf(kind);
  const lost = new Set<string>();
  for (const [i, section] of sections.entries()) {
    const people = answer[asked.indexOf(section)] ?? [];
    section.hidden = people.length === 0;
    section.querySelector('[data-several]')!.hidden = people.length < 2;
    for (const old of section.querySelectorAll('[data-person]')) old.remove();
    for (const [at, content] of people.entries()) {
      const person = persons[i]!.cloneNode(true);
      showPerson(person, content, lost);
      const heading = person.querySelector('[data-words]')!;
      heading.hidden = people.length < 2;
      heading.textContent = heading.dataset['words']!.replace('{number}', String(at + 1)).replace(
        '{of}',
        String(people.length),
      );
      section.append(person);
    }
  }
  showAdvice(lost);
  const shown = one(answer.some((people) => people.length > 0) ? '#private-found' : '#private-nothing');
  shown.hidden = false;
  shown.querySelector('h2')!.focus();
}

/** Shows what is said by a bit of the content that is set; adds the classes to `lost`. */
function showPerson(person: PageElement, content: Uint8Array, lost: Set<string>): void {
  for (const element of person.querySelectorAll('[data-bit]')) {
    const bit = Number(element.dataset['bit']);
    element.hidden = ((content[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0;
    if (!element.hidden && element.dataset['class'] !== undefined) lost.add(element.dataset['class']);
  }
  for (const group of person.querySelectorAll('[data-first]'))
    for (const later of [...group.querySelectorAll('[data-bit]:not([hidden])')].slice(1)) later.hidden = true;
  for (const list of person.querySelectorAll('[data-any]'))
    list.hidden = list.querySelector('[data-bit]:not([hidden])') === null;
  person.querySelector('[data-empty]')!.hidden = person.querySelector('li:not([hidden])') !== null;
}

function showAdvice(lost: ReadonlySet<string>): void {
  for (const advice of document.querySelectorAll('[data-advice]')) {
    let isFirst = true;
    for (const name of advice.querySelectorAll('[data-class]')) {
      name.hidden = !lost.has(name.dataset['class']!);
      if (name.hidden) continue;
      name.textContent = `${isFirst ? '' : ', '}${name.textContent.replace(/^, /u, '')}`;
      isFirst = false;
    }
    advice.hidden = isFirst;
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/u.test(text)) throw new RangeError('these are no hexadecimal digits');
  return Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}
