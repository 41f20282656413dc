/*
 * Postal addresses: the line with postal code and town, the street over it, the name over that; or all in one line. In:
 * the layout of a text and its labels. Out: addresses, each with the name it is headed by, if that is a person's and no
 * firm or office stands with it.
 */

import { lastLabel, type Label } from './find-labels.ts';
import { inlineAddress } from './inline-address.ts';
import { linesOver } from './lines-over.ts';
import { isFullName, personName, type PersonName } from './person-name.ts';
import { postalCodeAt, type PostalCode } from './postal-code.ts';
import type { TextField } from './text-field.ts';
import { alignedCell, type Cell, type TextLayout } from './text-layout.ts';

export interface Address {
  fields: TextField[];
  /** The name over it, or before it in its line; only a person's, and with an honorific possibly of one word. */
  name: PersonName | null;
  /** A firm or an office stands with it, or a code for those who get much mail. */
  isOffice: boolean;
  /** Two words that may be a name, over the street: to be believed only with more. */
  maybe: PersonName | null;
  /** Said to be where somebody lives (`demeurant …`). */
  isHome: boolean;
  cell: Cell;
  firstLine: number;
  lastLine: number;
  /** Where the address begins in the text. */
  start: number;
  end: number;
}

const cedex = /\bcedex\b/i;

export function findAddresses(layout: TextLayout, labels: readonly Label[]): Address[] {
  const addresses: Address[] = [];
  let done = 0;
  for (const digit of layout.digits) {
    if (digit < done) continue;
    const postal = postalCodeAt(layout, digit);
    if (postal === null) continue;
    const address = around(layout, labels, postal);
    if (address === null) continue;
    addresses.push(address);
    done = postal.end;
  }
  return addresses;
}

/** Street and name over the postal line, or before it in its own. */
function around(layout: TextLayout, labels: readonly Label[], postal: PostalCode): Address | null {
  const { text } = layout;
  const { cell } = postal;
  const fields: TextField[] = [
    field(text, 'postalCode', postal.codeStart, postal.codeEnd, 'a postal code before or after its town'),
    field(text, 'place', postal.townStart, postal.townEnd, 'the town of a postal code'),
  ];
  const isMass = cedex.test(text.slice(postal.townStart, Math.min(cell.end, postal.townEnd + 12)));
  const label = lastLabel(labels, cell, postal.start);
  const inline = inlineAddress(text, Math.max(cell.start, label?.valueStart ?? 0), postal.start);
  if (inline !== null) {
    const { street } = inline;
    fields.unshift(
      field(text, 'streetAddress', street.start, street.end, 'before a postal code and its town'),
    );
    const above =
      inline.name === null && label === undefined && !inline.isHome
        ? nameOver(layout, cell, inline.start)
        : null;
    return {
      fields,
      name: inline.name ?? (above !== null && isFullName(above) ? above : null),
      isOffice:
        isMass || inline.isOffice || inline.name?.isPractising === true || above?.isPractising === true,
      maybe: above !== null && !isFullName(above) && above.words.length > 1 ? above : null,
      isHome: inline.isHome || label?.role === 'street',
      cell,
      firstLine: cell.line,
      lastLine: cell.line,
      start: inline.start,
      end: postal.end,
    };
  }
  if (postal.start > cell.start && label === undefined && text.slice(cell.start, postal.start).trim() !== '')
    return null;
  const over = linesOver(layout, labels, cell);
  if (over.streets.length === 0 && (postal.isShort || over.name === null)) return null;
  if (over.streets.length > 0) {
    const start = over.streets[0]!.start;
    const end = over.streets.at(-1)!.end;
    const value = over.streets.map((one) => text.slice(one.start, one.end).trim()).join(', ');
    fields.unshift({
      validator: 'streetAddress',
      value,
      start,
      end,
      evidence: 'over a postal code and its town',
    });
  }
  return {
    fields,
    name: over.name,
    isOffice: isMass || over.isOffice || over.name?.isPractising === true,
    maybe: over.maybe,
    isHome: label?.role === 'street',
    cell,
    firstLine: over.firstLine,
    lastLine: cell.line,
    start: over.start,
    end: postal.end,
  };
}

/** The name on the line over an address that begins its own line. */
function nameOver(layout: TextLayout, cell: Cell, start: number): PersonName | null {
  if (start !== cell.start) return null;
  const above = alignedCell(layout, cell, cell.line - 1);
  return above === undefined ? null : personName(layout.text, above.start, above.end);
}

function field(
  text: string,
  validator: TextField['validator'],
  start: number,
  end: number,
  evidence: string,
): TextField {
  return { validator, value: text.slice(start, end).replaceAll(/\s+/g, ' ').trim(), start, end, evidence };
}
