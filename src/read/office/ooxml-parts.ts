// Which parts of an OOXML document (DOCX, PPTX, XLSX) hold words, in which order they are read, and which are
// files of their own.

import type { DocumentFamily } from './document-text.ts';
import type { OfficeParts } from './office-parts.ts';
import type { DocumentPart } from './read-document.ts';

/** Parts that hold no words of people. */
const withoutText =
  /(?:^|\/)(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|theme\/.*|tableStyles|presProps|viewProps|slideMasters\/.*|slideLayouts\/.*|handoutMasters\/.*|notesMasters\/.*|_rels\/(?!document\.|sheet\d|slide\d|header|footer|footnotes|comments).*|\[Content_Types\]|vbaData|itemProps\d*|charts\/(?:style|colors)\d*)(?:\.xml)?(?:\.rels)?$/iu;

/** In the order a reader would meet them: the body, then what stands aside, then what is only in the file. */
const order = [
  /\/document\d*\.xml$/u,
  /\/slides\/slide\d+\.xml$/u,
  /notesSlides\//u,
  /\/(?:header|footer)/u,
  /notes\.xml$/u,
];

export function ooxmlTexts(
  parts: OfficeParts,
  folders = /^(?:word|ppt|docProps|customXml)\//u,
): DocumentPart[] {
  return parts.names
    .filter((name) => /\.(?:xml|rels)$/u.test(name) && folders.test(name) && !withoutText.test(name))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => ({ name, family: familyOf(name) }));
}

function rank(name: string): number {
  const found = order.findIndex((pattern) => pattern.test(name));
  return found < 0 ? order.length : found;
}

/** Body text has paragraphs; other parts are data, of sorts. */
export function familyOf(name: string): DocumentFamily {
  if (name === 'docProps/app.xml') return 'about';
  if (name.startsWith('xl/')) return /^xl\/(?:comments|drawings)[^.]*\.xml$/u.test(name) ? 'ooxml' : 'data';
  return /^(?:docProps|customXml)\/|\.rels$|\/commentAuthors\.xml$|\/people\.xml$/u.test(name)
    ? 'data'
    : 'ooxml';
}

export function isOoxmlMember(name: string): boolean {
  return (
    /^(?:word|ppt|xl|docProps|visio)\//u.test(name) &&
    !/\.(?:xml|rels|vml|bin\.rels|odttf|fntdata)$/iu.test(name) &&
    !/(?:printerSettings\d*|vbaProject|vbaProjectSignature)\.bin$/iu.test(name)
  );
}
