// Receipts of masked copies, as the rest of the pipeline uses them.
export { type MaskReceipt, openReceipt, type ReceiptFacts, type ReceiptFile } from './mask-receipt.ts';
export { type CopyVerdict, verifyCopy, type VerifyCopyOptions } from './verify-copy.ts';
export { receiptPath, writeReceipt } from './write-receipt.ts';
