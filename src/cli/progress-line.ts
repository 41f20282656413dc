// One line on stderr that says how far a run is: bytes, rate, time left, addresses found so far.
// On a terminal the line is rewritten; elsewhere it is a new line every ten seconds.

export interface Progress {
  bytes: number;
  totalBytes: number;
  seconds: number;
  addresses: number;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const plainIntervalSeconds = 10;

export function createProgressLine(output: Output): {
  show: (progress: Progress) => void;
  clear: () => void;
} {
  let shown = false;
  let lastPlain = 0;
  return {
    show(progress) {
      const text = progressText(progress);
      if (output.isTTY) {
        output.write(`\r\u001b[K${text}`);
        shown = true;
      } else if (progress.seconds - lastPlain >= plainIntervalSeconds) {
        output.write(`${text}\n`);
        lastPlain = progress.seconds;
      }
    },
    clear() {
      if (shown) output.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** At most 80 columns. */
export function progressText({ bytes, totalBytes, seconds, addresses }: Progress): string {
  const rate = bytes / Math.max(seconds, 0.001);
  // packed inputs unpack to more than their size: then how much is left is not known
  const left = bytes <= totalBytes && rate > 0 ? `, ${duration((totalBytes - bytes) / rate)} left` : '';
  const of = bytes <= totalBytes ? ` of ${size(totalBytes)}` : '';
  return `${size(bytes)}${of}, ${Math.round(rate / 1e6)} MB/s${left}, about ${addresses.toLocaleString('en')} e-mail addresses`;
}

function size(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(0)} MB`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
