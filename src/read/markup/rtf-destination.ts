// What the groups of RTF hold, by the control word they begin with.

export type RtfDestination = 'text' | 'aside' | 'skipped' | 'fonts' | 'picture' | 'object';

/** Read as lines of their own: headers, notes, comments, who wrote it, where links lead to, drawn boxes. */
const asides =
  'header headerl headerr headerf footer footerl footerr footerf footnote annotation atnauthor atnid info title subject author manager company operator category keywords comment doccomm hlinkbase fldinst shptxt textbox xmlopen bkmkstart formfield ffdeftext ffname ffhelptext ffstattext userprops propname staticval docvar annotationref listname'.split(
    ' ',
  );

/** What holds no words of people. */
const skipped =
  'colortbl stylesheet listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles xmlnstbl generator fchars lchars sn sp pnseclvl listtext pntext pntxta pntxtb mmathPr wgrffmtfilter nonshppict blipuid bliptag htmltag objclass objname factoidname private ftnsep ftnsepc aftnsep aftnsepc ftncn xmlattrname datafield falt panose fontemb tc txe rxe passwordhash'.split(
    ' ',
  );

const destinations = new Map<string, RtfDestination>([
  ...asides.map((word) => [word, 'aside'] as const),
  ...skipped.map((word) => [word, 'skipped'] as const),
  ['fonttbl', 'fonts'],
  ['pict', 'picture'],
  ['objdata', 'object'],
]);

/** Groups that are marked as unknown to old readers and yet hold what is read. */
const transparent = new Set([
  'shpinst',
  'shppict',
  'field',
  'fldrslt',
  'result',
  'shptop',
  'do',
  'dptxbx',
  'dptxbxtext',
]);

/** null: the word begins no destination. `isMarked`: `\*` stands before it, so who does not know it leaves it out. */
export function rtfDestination(word: string, isMarked: boolean): RtfDestination | null {
  return destinations.get(word) ?? (isMarked && !transparent.has(word) ? 'skipped' : null);
}
