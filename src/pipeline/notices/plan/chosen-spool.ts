// What was decided of each recipient, kept until the last is decided: only then is it known which addresses are shared.
// In: recipients, in order. Out: the same once more. Sealed on the disk.

import { createSpool } from '../../package/sealed-spool.ts';
import type { Contact } from './choose-contact.ts';
import type { Circumstances } from './channel-rules.ts';

export interface ChosenRecipient {
  person: number;
  /** Of `NoticeContents`; by the audience that the rules give without regard to others. */
  content: number;
  contact: Pick<Contact, 'name' | 'email' | 'phone' | 'lines' | 'country' | 'customer'>;
  addressee: string | null;
  circumstances: Omit<Circumstances, 'barred' | 'isShared'> & { barred: string };
  /** Over which he was told before, where the same is to be taken first. */
  preferred: string;
  /** Of earlier plans: whom he was there. */
  before: number[];
}

export interface ChosenSpool {
  add(recipient: ChosenRecipient): void;
  read(): Generator<ChosenRecipient, void, undefined>;
  [Symbol.dispose](): void;
}

const lengthBytes = 4;

export function createChosenSpool(folder: string): ChosenSpool {
  const spool = createSpool(folder);
  const length = Buffer.alloc(lengthBytes);
  return {
    add(recipient) {
      const bytes = Buffer.from(JSON.stringify(recipient));
      length.writeUInt32LE(bytes.length);
      spool.write(length);
      spool.write(bytes);
    },
    *read() {
      let rest: Buffer = Buffer.alloc(0);
      for (const piece of spool.read()) {
        const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
        let at = 0;
        while (at + lengthBytes <= bytes.length) {
          const end = at + lengthBytes + bytes.readUInt32LE(at);
          if (end > bytes.length) break;
          yield JSON.parse(bytes.toString('utf8', at + lengthBytes, end)) as ChosenRecipient;
          at = end;
        }
        rest = bytes.subarray(at);
      }
    },
    [Symbol.dispose]: () => spool[Symbol.dispose](),
  };
}
