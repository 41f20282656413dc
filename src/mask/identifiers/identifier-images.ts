// What a thread keeps of replacing identifiers. Nothing has to be gathered or settled: where the usual replacement of a
// number is somebody's real one, the next that is nobody's is computed of the value, the key and what is real alone.

export interface IdentifierImages {
  /** Values written whose usual replacement is a real number of the source, so that another stands for them. */
  stoodAside: number;
}
