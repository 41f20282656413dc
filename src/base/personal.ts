/*
 * A value from a leak on its way through the program. Whatever prints it by accident (a template, JSON,
 * a log, an uncaught error, the inspector, a debugger's toString) shows [personal].
 * It protects against slips, not against code that means to look: that calls reveal(), which is easy
 * to search for. The value lives in a private field, which structuredClone and spread do not copy.
 */
import { inspect } from 'node:util';

const shown = '[personal]';

export class Personal<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself: only for the one place that must hash, compare or mask it. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [Symbol.toPrimitive](): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}

export function personal<T>(value: T): Personal<T> {
  return new Personal(value);
}
