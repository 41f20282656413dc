// Which office document a zip archive is, from the names of what it holds.

export type OfficeKind = 'xlsx' | 'docx' | 'pptx' | 'ods' | 'odt' | 'odp';

/** `mimetype`: what the entry of that name holds, where the archive has one and it is known. */
export function officeKindOf(names: Iterable<string>, mimetype: string | null = null): OfficeKind | null {
  const all = new Set(names);
  if (all.has('[Content_Types].xml')) {
    for (const name of all) {
      if (/^xl\/(?:workbook\.(?:xml|bin)|worksheets\/)/iu.test(name)) return 'xlsx';
      if (/^word\/document\d{0,3}\.xml$/iu.test(name)) return 'docx';
      if (/^ppt\/(?:presentation\.xml|slides\/)/iu.test(name)) return 'pptx';
    }
  }
  if (!all.has('content.xml') || !(all.has('mimetype') || all.has('META-INF/manifest.xml'))) return null;
  // without its media type it is read as text, which reads any of them
  if (/opendocument\.spreadsheet/u.test(mimetype ?? '')) return 'ods';
  return /opendocument\.presentation/u.test(mimetype ?? '') ? 'odp' : 'odt';
}
