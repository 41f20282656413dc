// What a proposal can be told.

export interface ProposeOptions {
  workers?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Bytes read of the first of two readings. */
  onProgress?: ((progress: { bytes: number; totalBytes: number; seconds: number }) => void) | undefined;
}
