// What 7-Zip prints, understood. In: its output in any pieces. Out: the reason it gives for a member, or for
// the whole archive, in our words. It holds one line.

export interface SevenZipMessages {
  said: (text: string) => void;
  /** Whether the archive as a whole has something wrong, and what. */
  archiveReason: () => string | null;
}

export const encryptedReason = 'is encrypted: give its password with --password';

/** Longest line that is kept: names in archives end at 64 kB. */
const lineLimit = 70_000;

/** `onMember` is told of each member that 7-Zip finds a fault in, by the name it prints. */
export function createSevenZipMessages(
  onMember: (name: string, reason: string) => void,
  onLine: (line: string) => void = () => {},
): SevenZipMessages {
  let line = '';
  let reason: string | null = null;
  const takeLine = (): void => {
    onLine(line);
    const link = /^ERROR: Dangerous (?:symbolic )?link path was ignored : (.*) : /u.exec(line);
    const ofArchive = line.startsWith('ERROR: /in/');
    const member = link === null && !ofArchive ? /^ERROR: (.*?) : (.*)$/u.exec(line) : null;
    const found = reasonOf(line);
    if (link !== null) onMember(link[1] ?? '', 'is a symbolic link, which is not followed');
    else if (member !== null && found !== null) onMember(member[2] ?? '', found);
    // the first is the cause, what comes after it mostly the effect
    else if (found !== null) reason ??= found;
  };
  return {
    said: (text) => {
      for (const [i, part] of text.split('\n').entries()) {
        if (i > 0) {
          takeLine();
          line = '';
        }
        if (line.length < lineLimit) line += part.slice(0, lineLimit);
      }
    },
    archiveReason: () => reason,
  };
}

/** In this order: what is said first is the narrowest. */
const reasons: readonly [RegExp, string][] = [
  [/wrong password|encrypted archive/iu, encryptedReason],
  [/CRC Failed/u, 'does not match its checksum: it is read, but parts of it may be wrong'],
  [/Data Error|Headers? Error/u, 'is damaged: what could be unpacked is read'],
  [/Unexpected end/u, 'is cut off: what could be unpacked is read'],
  [/Unavailable data|Missing volume/u, 'goes on in a part that is not there: give all parts together'],
  [/Unsupported (?:Method|feature)/iu, 'is packed in a way that cannot be read: unpack it by hand'],
  [/data after the end/u, 'is followed by other bytes: what stands before them is read'],
  [/(?:Is not|Cannot open the file as|Can't open as) archive/iu, 'is damaged: it cannot be opened'],
  [/Can't allocate|not enough memory|E_OUTOFMEMORY/iu, 'needs more memory than 2 GB to be unpacked'],
];

function reasonOf(line: string): string | null {
  return reasons.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}
