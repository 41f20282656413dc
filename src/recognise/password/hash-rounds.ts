/*
 * How often a stored password was hashed, where its own form says so: what a guesser must pay for each try. In: the
 * value as text. Out: rounds, or memory and passes for argon2; null where the form does not say. For samples.
 */

const itoa64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** What crypt(5) takes for `$5$` and `$6$` without `rounds=`. */
const usualCryptRounds = 5000;

/** Rounds of the function below it, whatever that is: numbers of one form compare, those of two forms do not. */
export function hashRounds(text: string): number | null {
  const bcrypt = /\$2[abxy]?\$(\d\d)\$/.exec(text);
  if (bcrypt !== null) return 2 ** Number(bcrypt[1]);
  const crypt = /^\$[56]\$(?:rounds=(\d{1,9})\$)?/.exec(text);
  if (crypt !== null) return crypt[1] === undefined ? usualCryptRounds : Number(crypt[1]);
  const portable = /^U?\$[PHS]\$(.)/.exec(text);
  if (portable !== null) {
    const power = itoa64.indexOf(portable[1]!);
    return power < 0 ? null : 2 ** power;
  }
  const counted =
    /^(?:pbkdf2_sha\d+\$|pbkdf2:sha\d+:|\$pbkdf2(?:-sha\d+)?\$|(?:md5|sha1|sha256|sha512):|SCRAM-SHA-\d+\$|\$ml\$|otm_sha256:|\$sspr\$\d\$|\$DCC2\$)(\d{1,9})/.exec(
      text,
    );
  if (counted !== null) return Number(counted[1]);
  return text.length === 84 && text.startsWith('AQAAAA') ? identityRounds(text) : null;
}

/** ASP.NET Identity v3: a byte of version, four of function, then the rounds, most significant byte first. */
function identityRounds(text: string): number {
  const head = Uint8Array.from(atob(text.slice(0, 16)), (letter) => letter.charCodeAt(0));
  return new DataView(head.buffer).getUint32(5);
}

/** `m=65536,t=3,p=1` of argon2, or null. */
export function argonCost(text: string): string | null {
  return /[$,](m=\d+,t=\d+,p=\d+)\$/.exec(text)?.[1] ?? null;
}

/** 'cost: 1,024 rounds', 'cost: 1,024 to 4,096 rounds', 'cost: m=65536,t=3,p=1'; null where no value says. */
export function costText(texts: readonly string[]): string | null {
  const rounds = texts.map(hashRounds).filter((count) => count !== null);
  if (rounds.length > 0) {
    const [least, most] = [Math.min(...rounds), Math.max(...rounds)].map((count) =>
      count.toLocaleString('en-GB'),
    );
    return `cost: ${least === most ? least : `${least} to ${most}`} rounds`;
  }
  const costs = [...new Set(texts.map(argonCost).filter((cost) => cost !== null))].sort();
  return costs.length === 0 ? null : `cost: ${costs.slice(0, 3).join(' or ')}`;
}
