// What a row of a directory says of where somebody is reached: written into pieces for the vault. In: the values of a
// row. Out: pieces, and for each row which channels it gives.

import type { Kernel } from '../../kernel/index.ts';
import { validatorIds, valueKind } from '../../recognise/index.ts';
import type { ContactPiece } from '../../store/index.ts';
import { ContactWriter } from './contact-writer.ts';
import { directoryKeys, type DirectoryMapping } from './directory-field.ts';
import { channelBits } from './directory-tokens.ts';
import { languageCode } from './language-code.ts';
import type { RowValues } from './row-values.ts';

/** Texts whose language is remembered; they are few. */
const mostLanguages = 1000;
const mostLanguageBytes = 40;

export interface RowContacts {
  /** Bits of `channelBits`. */
  put(): number;
  /** A row that says nothing. */
  skip(): void;
  take(): ContactPiece[];
}

export function createRowContacts(
  { bytes }: Kernel,
  values: RowValues,
  mapping: DirectoryMapping,
): RowContacts {
  const { span, of } = values;
  const writer = new ContactWriter();
  const [email, phone, language, customer] = [of('email'), of('phone'), of('language'), of('customer')];
  const [addresses, country] = [of('address'), of('country')];
  const town = [...of('postal-code'), ...of('city')];
  const fulls = of('full-name');
  const name =
    fulls.length > 0 ? fulls.slice(0, 1) : [...of('first-name').slice(0, 1), ...of('last-name').slice(-1)];
  const allNames = [...of('first-name'), ...of('last-name'), ...fulls];
  const isCustomerKey = directoryKeys(mapping).some(({ by }) => by === 'customer');
  const languages = new Map<string, string>();

  /** Writes the values of columns as one field, with spaces between them. */
  const putJoined = (columns: readonly number[], isCounted = true) => {
    let isFirst = true;
    for (const at of columns) {
      if (!values.isThere(at)) continue;
      if (isCounted) {
        values.filled[at]!++;
        values.used[at]!++;
      }
      if (!isFirst) writer.space();
      isFirst = false;
      writer.add(bytes, span.start, span.end);
    }
    writer.end();
  };

  const putEmail = (): number => {
    for (const at of email) if (values.isThere(at)) values.filled[at]!++;
    const at = values.addressIn(email);
    if (at < 0) {
      writer.end();
      return 0;
    }
    values.used[at]!++;
    writer.field(bytes, span.start, span.end);
    return channelBits.email;
  };

  const putPhone = (): number => {
    for (const at of phone) {
      if (!values.isThere(at)) continue;
      values.filled[at]!++;
      if (valueKind(validatorIds.phone, bytes, span.start, span.end) === 0) continue;
      values.used[at]!++;
      writer.field(bytes, span.start, span.end);
      return channelBits.phone;
    }
    writer.end();
    return 0;
  };

  const languageOf = (at: number): string => {
    if (!values.isThere(at)) return '';
    values.filled[at]!++;
    const length = Math.min(span.end - span.start, mostLanguageBytes);
    const text = Buffer.from(bytes.buffer, span.start, length).toString();
    let code = languages.get(text);
    if (code === undefined) {
      if (languages.size >= mostLanguages) languages.clear();
      languages.set(text, (code = languageCode(text)));
    }
    if (code !== '') values.used[at]!++;
    return code;
  };

  return {
    put() {
      let channels = putEmail() | putPhone();
      for (const at of allNames) {
        if (!values.isThere(at)) continue;
        values.filled[at]!++;
        values.used[at]!++;
      }
      putJoined(name, false);
      if (language.length > 0) writer.text(languageOf(language[0]!));
      else writer.end();
      putJoined(customer, !isCustomerKey);
      // a town without a street reaches nobody
      if (addresses.some((at) => values.isThere(at))) {
        for (const at of addresses) putJoined([at]);
        putJoined(town);
        putJoined(country);
        channels |= channelBits.post;
      }
      writer.endRow();
      return channels;
    },
    skip: () => writer.endRow(),
    take: () => writer.take(),
  };
}
