/*
 * What touches the disk, the same everywhere: folders made level by level, files that are whole or not there, files
 * read through the seal they were put under.
 * Apart from the rest of base, so that a stage that may not touch files cannot reach it.
 */
export { type FileBytes, fileBytes } from './file-bytes.ts';
export { makeFolder, makeLeafFolder } from './make-folder.ts';
export { programVersion } from './program-version.ts';
export { readFully } from './read-fully.ts';
export { syncFolder } from './sync-folder.ts';
export { WholeFile } from './whole-file.ts';
export { type FileContent, type WriteOptions, writeOnce, writeWhole } from './write-whole.ts';
