/*
 * What damage is done to: a small whole file, or a part that lies packed inside of one, where damage from outside
 * would only be met by a checksum.
 */
export interface Seed {
  bytes: Uint8Array;
  /** Puts the damaged part where it belongs. */
  wrap?: (damaged: Buffer) => Uint8Array;
}

/** By format. */
export type Seeds = Record<string, Seed[]>;

export function seedsOf(...files: (string | Uint8Array)[]): Seed[] {
  return files.map((file) => ({ bytes: Buffer.from(file as string) }));
}
