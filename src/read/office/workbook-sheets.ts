// The sheets of a workbook, hidden ones too, in their order: names from the workbook part, places from its
// relations. Where these are damaged, every part that is a sheet by its path, under the name of its file.

import { attributesOf } from '../markup/attributes.ts';
import type { SinkQueue } from '../markup/sink-queue.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OfficeParts } from './office-parts.ts';
import { decodePart, parsePart, type PartHandler } from './parse-part.ts';

export interface SheetPart {
  name: string;
  part: string;
}

export interface WorkbookSheets {
  sheets: SheetPart[];
  counts1904: boolean;
}

/** No workbook that people made has more. */
const maxSheets = 10_000;

export async function workbookSheets(
  parts: OfficeParts,
  queue: SinkQueue,
  signal?: AbortSignal,
): Promise<WorkbookSheets> {
  const targets = new Map<string, string>();
  const named: { name: string; relation: string }[] = [];
  let counts1904 = false;
  await openings('xl/_rels/workbook.xml.rels', (name, attributes) => {
    const target = attributes.get('Target') ?? '';
    if (name !== 'Relationship' || targets.size >= maxSheets) return;
    targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  await openings('xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') counts1904 = /^(?:1|true)$/u.test(attributes.get('date1904') ?? '');
    if (name === 'sheet' && named.length < maxSheets) {
      named.push({ name: attributes.get('name') ?? '', relation: attributes.get('id') ?? '' });
    }
  });
  const sheets = named
    .map(({ name, relation }) => ({ name, part: targets.get(relation) ?? '' }))
    .filter(({ part }) => parts.has(part) && part.endsWith('.xml') && /sheets?\//iu.test(part));
  const known = new Set(sheets.map(({ part }) => part));
  const others = parts.names
    .filter((name) => /^xl\/(?:work|macro|dialog)?sheets\/[^/]+\.xml$/iu.test(name) && !known.has(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((part) => ({ name: part.slice(part.lastIndexOf('/') + 1, -4), part }));
  return { sheets: [...sheets, ...others].slice(0, maxSheets), counts1904 };

  async function openings(
    part: string,
    take: (name: string, attributes: ReadonlyMap<string, string>) => void,
  ): Promise<void> {
    if (!parts.has(part)) return;
    const handler: PartHandler = {
      open: (name, raw) => take(name, attributesOf(raw, decodePart)),
      close: () => {},
      text: () => {},
      end: () => {},
    };
    try {
      await parsePart(parts.read(part), handler, queue, signal);
    } catch (error) {
      // the sheets are then found by their paths
      if (!(error instanceof UnreadableError)) throw error;
    }
  }
}
