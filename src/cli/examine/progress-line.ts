// One line on stderr that says how far a run is: bytes, rate, time left, addresses found so far; while scanned pages
// are read, the pages and their pace. On a terminal the line is rewritten; elsewhere it is a new line every ten seconds.

export interface Progress {
  bytes: number;
  totalBytes: number;
  seconds: number;
  addresses: number;
  /** Scanned pages read by OCR, and how many are known of. */
  pages: { done: number; inAll: number };
}

/** From when on pages are being read; what was done by then says nothing of the pace. */
export interface PagesBegun {
  seconds: number;
  done: number;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const plainIntervalSeconds = 10;

/** A page takes seconds. Where none was done for so long, the last ones of a document held no scan. */
const longestPageSeconds = 60;

const lineWidth = 80;

/** `now`: seconds since any moment. */
export function createProgressLine(
  output: Output,
  now: () => number = () => performance.now() / 1000,
): {
  show: (progress: Progress) => void;
  /** How far the writing into a case is, 0 to 1. */
  showKeeping: (done: number) => void;
  /** The same for other work, which `label` names; null where nobody knows how much there is. */
  showShare: (label: string, done: number | null) => void;
  clear: () => void;
} {
  let shown = false;
  let lastPlain = 0;
  const begun = pagesTeller();
  let lastShare = '';
  let lastShareAt = now();
  const showShare = (label: string, done: number | null) => {
    const text = done === null ? label : `${label}: ${Math.floor(done * 100)} %`;
    if (output.isTTY) {
      if (shown && text === lastShare) return;
      output.write(`\r\u001b[K${text}`);
      shown = true;
    } else {
      if (text === lastShare || now() - lastShareAt < plainIntervalSeconds) return;
      output.write(`${text}\n`);
      lastShareAt = now();
    }
    lastShare = text;
  };
  return {
    show(progress) {
      const text = progressText(progress, begun(progress));
      if (output.isTTY) {
        output.write(`\r\u001b[K${text}`);
        shown = true;
      } else if (progress.seconds - lastPlain >= plainIntervalSeconds) {
        output.write(`${text}\n`);
        lastPlain = progress.seconds;
      }
    },
    showKeeping: (done) => showShare('keeping it in the case', done),
    showShare,
    clear() {
      if (shown) output.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** Tells since when pages have been read without a pause; null where none are being read. */
function pagesTeller(): (progress: Progress) => PagesBegun | null {
  let begun: PagesBegun | null = null;
  let last = { done: 0, inAll: 0 };
  let lastAt = 0;
  return ({ pages, seconds }) => {
    if (pages.done !== last.done || pages.inAll !== last.inAll) lastAt = seconds;
    last = { ...pages };
    const isReading = pages.done < pages.inAll && seconds - lastAt <= longestPageSeconds;
    begun = isReading ? (begun ?? { seconds, done: pages.done }) : null;
    return begun;
  };
}

/** At most 80 columns: where all would be longer, what matters least is left out. */
export function progressText(progress: Progress, begun: PagesBegun | null): string {
  const parts = begun === null ? byteParts(progress) : pageParts(progress, begun);
  const addresses = `about ${progress.addresses.toLocaleString('en')} e-mail addresses`;
  for (const kept of [[...parts, addresses], parts, parts.slice(0, 2)]) {
    const text = kept.filter((part) => part !== '').join(', ');
    if (text.length <= lineWidth) return text;
  }
  return parts.join(', ').slice(0, lineWidth);
}

/** The most important first. */
function byteParts({ bytes, totalBytes, seconds }: Progress): string[] {
  const rate = bytes / Math.max(seconds, 0.001);
  // packed inputs unpack to more than their size: then how much is left is not known
  const of = bytes <= totalBytes ? ` of ${size(totalBytes)}` : '';
  const left = bytes <= totalBytes && rate > 0 ? `${duration((totalBytes - bytes) / rate)} left` : '';
  return [`${size(bytes)}${of}`, `${Math.round(rate / 1e6)} MB/s`, left];
}

function pageParts({ pages, seconds }: Progress, begun: PagesBegun): string[] {
  const done = pages.done - begun.done;
  const took = seconds - begun.seconds;
  const left = done > 0 && took > 0 ? `${duration(((pages.inAll - pages.done) * took) / done)} left` : '';
  const of = `${pages.done.toLocaleString('en')} of ${pages.inAll.toLocaleString('en')} pages`;
  return [`reading scans: ${of}`, left];
}

function size(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(0)} MB`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
