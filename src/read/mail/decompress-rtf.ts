// Unpacks the RTF that Outlook keeps in its items ([MS-OXRTFCP]). In: the packed bytes. Out: RTF, as far as they go;
// never more than they can stand for.

/** What the dictionary is filled with before the first byte. */
const beginning =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const headerBytes = 16;
const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;
const dictionaryBytes = 4096;
/** The longest run that two bytes stand for. */
const longestRun = 17;
/** Bodies are texts; what unpacks to more was made to do harm. */
const maxRtfBytes = 64 << 20;

export function decompressRtf(packed: Buffer): Buffer {
  if (packed.length < headerBytes) return Buffer.alloc(0);
  const kind = packed.readUInt32LE(8);
  if (kind === uncompressed) return packed.subarray(headerBytes, headerBytes + packed.readUInt32LE(4));
  if (kind !== compressed) return Buffer.alloc(0);
  const most = Math.min(packed.readUInt32LE(4), (packed.length - headerBytes) * longestRun, maxRtfBytes);
  const rtf = Buffer.alloc(most);
  const dictionary = Buffer.alloc(dictionaryBytes, ' ');
  const first = dictionary.write(beginning, 'latin1');
  let to = 0;
  let p = headerBytes;
  const put = (byte: number): void => {
    dictionary[(first + to) % dictionaryBytes] = byte;
    rtf[to++] = byte;
  };
  for (let bit = 8, control = 0; p < packed.length; bit++) {
    if (to >= most) break;
    if (bit === 8) {
      control = packed[p++]!;
      bit = 0;
    }
    if ((control & (1 << bit)) === 0) {
      put(packed[p++] ?? 0x20);
      continue;
    }
    const reference = ((packed[p] ?? 0) << 8) | (packed[p + 1] ?? 0);
    p += 2;
    const readAt = reference >> 4;
    if (readAt === (first + to) % dictionaryBytes) break;
    const count = Math.min((reference & 15) + 2, most - to);
    for (let i = 0; i < count; i++) put(dictionary[(readAt + i) % dictionaryBytes]!);
  }
  return rtf.subarray(0, to);
}
