// What each person lost, as one number: people whose rows held the same share it, and millions have few of them.
// In: a walk over (person, pattern) pairs. Out: each person's profile, and each profile's patterns with how many rows.
// Eight bytes a pair while it works.

export interface ProfileSource {
  people: number;
  forEachExposure: (visit: (person: number, pattern: number) => void) => void;
}

/** `keep` is called once for each pattern of a new profile, in ascending order of both. Out: profiles by person. */
export function layProfiles(
  { people, forEachExposure }: ProfileSource,
  keep: (profile: number, pattern: number, rows: number) => void,
): Uint32Array {
  const ends = new Uint32Array(people + 1);
  forEachExposure((person) => void ends[person]!++);
  let sum = 0;
  for (let person = 0; person <= people; person++) {
    const count = ends[person]!;
    ends[person] = sum;
    sum += count;
  }
  const patterns = new Uint32Array(sum);
  forEachExposure((person, pattern) => void (patterns[ends[person]!++] = pattern));
  // `ends[person]` was the beginning and has moved to the end
  const profileOf = new Uint32Array(people);
  const profiles = new ProfileList(keep);
  for (let person = 0; person < people; person++) {
    const held = patterns.subarray(person === 0 ? 0 : ends[person - 1]!, ends[person]);
    if (held.length > 1) held.sort();
    profileOf[person] = profiles.of(held);
  }
  return profileOf;
}

/** Sets of patterns, each once: the same set has the same number. */
export class ProfileList {
  #keep: (profile: number, pattern: number, rows: number) => void;
  #slots = new Int32Array(1024).fill(-1);
  #starts: number[] = [0];
  #patterns = new Uint32Array(1024);

  constructor(keep: (profile: number, pattern: number, rows: number) => void) {
    this.#keep = keep;
  }

  /** `held`: sorted patterns, one a row. */
  of(held: Uint32Array): number {
    let slot = hashOf(held) & (this.#slots.length - 1);
    for (let known = this.#slots[slot]!; known >= 0; known = this.#slots[slot]!) {
      if (this.#isSame(known, held)) return known;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const profile = this.#starts.length - 1;
    this.#slots[slot] = profile;
    const start = this.#starts[profile]!;
    this.#room(start + held.length);
    this.#patterns.set(held, start);
    this.#starts.push(start + held.length);
    for (let i = 0, rows = 1; i < held.length; i++, rows++) {
      if (held[i + 1] === held[i]) continue;
      this.#keep(profile, held[i]!, rows);
      rows = 0;
    }
    if (this.#starts.length > this.#slots.length * 0.6) this.#growSlots();
    return profile;
  }

  #isSame(profile: number, held: Uint32Array): boolean {
    const start = this.#starts[profile]!;
    if (this.#starts[profile + 1]! - start !== held.length) return false;
    for (let i = 0; i < held.length; i++) if (this.#patterns[start + i] !== held[i]) return false;
    return true;
  }

  #room(length: number): void {
    if (length <= this.#patterns.length) return;
    const larger = new Uint32Array(Math.max(length, Math.ceil(this.#patterns.length * 1.5)));
    larger.set(this.#patterns);
    this.#patterns = larger;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let profile = 0; profile + 1 < this.#starts.length; profile++) {
      const held = this.#patterns.subarray(this.#starts[profile], this.#starts[profile + 1]);
      let slot = hashOf(held) & mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = profile;
    }
  }
}

function hashOf(held: Uint32Array): number {
  let hash = held.length;
  for (const pattern of held) {
    hash = Math.imul(hash ^ pattern, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
