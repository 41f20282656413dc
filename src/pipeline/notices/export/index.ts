// The proof of a case's notices, for its dossier, and what one person was told.
export { type ExportedNotices, exportNotices, type ExportNoticesOptions } from './export-notices.ts';
export { type ExportVerdict, isExport, verifyExport } from './verify-export.ts';
export { type PlanCounts, planCounts, type ToldFields, toldFields } from './told-fields.ts';
export { noticesOfPerson, type PersonNotice, type PersonNotices } from './person-notices.ts';
