// Whether a text can be the name of a language. In: a text. Out: yes or no.

/** BCP 47 as far as notices need it: a language, with a script or a region behind it. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/u.test(text);
}
