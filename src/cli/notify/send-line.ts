// One line on stderr that says how far a sending is: handed over, rate, when it ends. On a terminal it is rewritten;
// elsewhere it is a new line every ten seconds.

import type { SendProgress } from '../../pipeline/index.ts';

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const plainIntervalSeconds = 10;
const lineWidth = 80;

export interface SendLine {
  show(progress: SendProgress): void;
  /** A line that stays. */
  note(text: string): void;
  clear(): void;
}

/** `now`: ms since 1970. */
export function createSendLine(output: Output, now: () => number = Date.now): SendLine {
  let isShown = false;
  let lastPlain = 0;
  const clear = () => {
    if (isShown) output.write('\r\u001b[K');
    isShown = false;
  };
  return {
    show(progress) {
      const text = sendLineText(progress, now());
      if (output.isTTY) {
        output.write(`\r\u001b[K${text}`);
        isShown = true;
      } else if (progress.seconds - lastPlain >= plainIntervalSeconds) {
        output.write(`${text}\n`);
        lastPlain = progress.seconds;
      }
    },
    note(text) {
      clear();
      output.write(`${text}\n`);
    },
    clear,
  };
}

const waitsFor = {
  paused: 'paused',
  later: 'waiting for the next attempt that is due',
} as const;

export function sendLineText(progress: SendProgress, now: number): string {
  const { handed, bounced, open, seconds } = progress;
  const rate = handed / Math.max(seconds, 0.001);
  const parts = [`${count(handed)} handed over, ${count(open)} open`];
  if (progress.waitsFor !== null) parts.push(waitsFor[progress.waitsFor]);
  else if (handed > 0)
    parts.push(`${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))}/s`, endText(open / rate, now));
  if (bounced > 0) parts.push(`${count(bounced)} refused`);
  while (parts.join(', ').length > lineWidth) parts.pop();
  return parts.join(', ');
}

/** The clock on the wall of whoever waits; a day or more as days. */
function endText(seconds: number, now: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s left`;
  if (seconds >= 86_400) return `${(seconds / 86_400).toFixed(1)} days left`;
  const end = new Date(now + seconds * 1000);
  return `ends about ${String(end.getHours()).padStart(2, '0')}:${String(end.getMinutes()).padStart(2, '0')}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
