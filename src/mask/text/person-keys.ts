// Of one object: is it a person's, so that what stands under `nom` or `name` is a person's name? In: its keys one by one,
// with the value of each. Out: the value that is a name after all.

import { keyValidator } from '../../recognise/index.ts';

/** Beside one of these a name is a person's. */
const telling: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'firstName',
  'birthDate',
  'salutation',
  'nir',
  'gender',
  'streetAddress',
]);

export class PersonKeys<Value> {
  #open: Value | null = null;
  #isPerson = false;
  #hasFirst = false;

  /** `value`: null where it was masked already. */
  see(key: string, value: Value | null): void {
    if (isOpenName(key)) {
      this.#open ??= value;
      return;
    }
    if (this.#hasFirst || key === '') return;
    const validator = keyValidator(key);
    if (validator === null || !telling.has(validator)) return;
    this.#isPerson = true;
    this.#hasFirst = validator === 'firstName';
  }

  /** With the key that says what it is. */
  openName(): { value: Value; key: 'lastname' | 'fullname' } | null {
    if (this.#open === null || !this.#isPerson) return null;
    return { value: this.#open, key: this.#hasFirst ? 'lastname' : 'fullname' };
  }
}

/** `nom`, `name`: a person's or a thing's. */
export function isOpenName(key: string): boolean {
  return key.length <= 5 && /^(?:noms?|names?)$/i.test(key);
}
