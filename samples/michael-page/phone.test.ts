import { expect, it } from 'vitest';
import { createByteWriter } from '../byte-writer.ts';
import { createPhoneBook, phoneOfSlot, phoneStyles, phoneText, putPhone } from './phone.ts';

const book = createPhoneBook();
/** ARCEP, Ofcom, NANPA 555-01xx and Bundesnetzagentur, in that order. */
const reserved = [
  /^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/,
  /^\+44(7700900|2079460|1[13-8]\d4960|1[2-9]14960|1914980|2896496|2920180)\d{3}$/,
  /^\+1[2-9]\d\d55501\d\d$/,
  /^\+49(3023125|4066969|2214710|6990009|8999998)\d{3}$/,
];

it('every slot is another number, and each is reserved for fiction', () => {
  const numbers = new Set<string>();
  for (let slot = 0; slot < book.slots; slot++) numbers.add(phoneText(phoneOfSlot(book, slot)));
  expect(numbers.size).toBe(book.slots);
  expect([...numbers].filter((number) => !reserved.some((range) => range.test(number)))).toEqual([]);
});

it('every style writes the same number', () => {
  const out = createByteWriter(64);
  for (let slot = 0; slot < book.slots; slot += 997) {
    const phone = phoneOfSlot(book, slot);
    for (let style = 0; style < phoneStyles; style++) {
      out.at = 0;
      putPhone(out, phone, style);
      const written = Buffer.from(out.bytes.subarray(0, out.at)).toString();
      expect(written).toMatch(/^[+\d][\d .-]+\d$/);
      const digits = written.replaceAll(/\D/g, '').replace(/^0+/, '');
      expect(phoneText(phone).endsWith(digits)).toBe(true);
    }
  }
});

it.each([
  [0, '+33199000000 +33 1 99 00 00 00 01 99 00 00 00 01.99.00.00.00 0199000000 0033 1 99 00 00 00'],
  [60_000, '+447700900000 +44 7700 900000 07700 900000 07700.900000 07700900000 0044 7700 900000'],
])('slot %i is written with the groups of its country', (slot, all) => {
  const out = createByteWriter(128);
  for (let style = 0; style < phoneStyles; style++) {
    if (style > 0) out.bytes[out.at++] = 0x20;
    putPhone(out, phoneOfSlot(book, slot), style);
  }
  expect(Buffer.from(out.bytes.subarray(0, out.at)).toString()).toBe(all);
});
