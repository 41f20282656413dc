// What the rest of the pipeline and the command line use of packages.
export { caseSource } from './case-source.ts';
export { type MadePackage, makePackage, type MakePackageOptions } from './make-package.ts';
export { isRefusal, type OpenedPackage, openPackage, type OpenPackageOptions } from './open-package.ts';
export type { PackageManifest } from './package-manifest.ts';
export { isPackage, type PackageVerdict, verifyPackage, withoutProof } from './verify-package.ts';
