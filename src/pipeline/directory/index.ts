// What the rest of the pipeline and the command line use of directories.
export { joinAgain } from './join-again.ts';
export { type DirectoryOptions, type DirectoryRequest, joinDirectory } from './join-directory.ts';
export { type GivenColumn } from './map-columns.ts';
export { parseGivenColumns } from './given-columns.ts';
export { type Reachability, reachability } from './reachability.ts';
export { forEachDoubt, takeDirectory } from './take-directory.ts';
export { isDirectoryOutdated } from './outdated.ts';
