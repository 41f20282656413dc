// The addresses of a breach by domain, gathered until they fill the room there is for them. In: addresses in their normal
// form, each once. Out: lists of local parts with line feeds between them, each of bounded size.

export interface DomainList {
  domain: string;
  /** At most `maxListBytes`, and one local part at least. */
  localParts: Buffer;
}

export interface DomainLists {
  /** One without a domain is passed over. */
  add(address: string): void;
  /** What was gathered is to be taken before more is added. */
  readonly isFull: boolean;
  /** All that was gathered, by domain; it is empty afterwards. */
  take(maxListBytes: number): Generator<DomainList, void, undefined>;
}

/** Of local parts in memory: some three million of them. */
const roomBytes = 64 << 20;

export function createDomainLists(room = roomBytes): DomainLists {
  let lists = new Map<string, string[]>();
  let bytes = 0;
  return {
    add(address) {
      const at = address.lastIndexOf('@');
      if (at <= 0) return;
      const domain = address.slice(at + 1);
      const local = address.slice(0, at);
      const known = lists.get(domain);
      if (known) known.push(local);
      else lists.set(domain, [local]);
      bytes += local.length + (known ? 8 : domain.length + 64);
    },
    get isFull() {
      return bytes >= room;
    },
    *take(maxListBytes) {
      const taken = lists;
      lists = new Map();
      bytes = 0;
      for (const [domain, locals] of taken) {
        let from = 0;
        let size = 0;
        for (const [i, local] of locals.entries()) {
          const length = Buffer.byteLength(local) + 1;
          if (size > 0 && size + length > maxListBytes) {
            yield { domain, localParts: Buffer.from(locals.slice(from, i).join('\n')) };
            from = i;
            size = 0;
          }
          size += length;
        }
        yield { domain, localParts: Buffer.from(locals.slice(from).join('\n')) };
      }
    },
  };
}
