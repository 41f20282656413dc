// Which kinds of identifier are asked for in private, and how one becomes the input of the function. In: a kind and a
// normal form. Out: bytes. Only numbers that can be guessed: an e-mail address has its own ways.

/** Named as the validators of `recognise` are. */
export const privateKinds = ['nir', 'phone'] as const;

export type PrivateKind = (typeof privateKinds)[number];

export function isPrivateKind(text: unknown): text is PrivateKind {
  return privateKinds.some((kind) => kind === text);
}

/** The same bytes in the browser: `src/web/private/browser/ask.ts`. */
export function privateInput(kind: PrivateKind, normal: string): Buffer {
  return Buffer.from(`tocsin private look-up\0${kind}\0${normal}`);
}
