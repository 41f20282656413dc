// The words that go with the proof of a case's notices, for whoever opens it years later. In: whether contacts are in it.
// Out: plain text.

export function exportReadme(withContacts: boolean): string {
  return [
    'Who was told what, when and how: the notices of one case, as the ledger has them.',
    '',
    'manifest.json    the plans, who approved which texts, the SHA-256 of each file here,',
    '                 and the proof that the custody log holds the hash over them (root)',
    'manifest.sig     the signature of the instance over the manifest',
    'counts.json      people, notices and sends of each plan by state',
    'article-33.json  fields 97 to 106 of the common template of the EDPB (version 1.0)',
    'people.csv       each notice and each attempt at it: person, text, channel, state,',
    '                 when it was handed over, and the answer of the mail server',
    'events.csv       all that happened to each attempt, in the order in which it happened',
    ...(withContacts ? ['contacts.csv     by which contacts the people were reached'] : []),
    'text-N.json      text N as it was approved; its SHA-256 is the one that was approved',
    'text-N.txt/html  the same as people read it, without their name and reference',
    '',
    'person: the number by which papers of the case call somebody; a later delivery numbers',
    'people anew. told: open, told, unreachable, not-told (why says the reason) or',
    'superseded by a later plan. send: what the Message-ID of a mail begins with.',
    '',
    'Check it with: tocsin verify FILE',
    '',
  ].join('\n');
}
