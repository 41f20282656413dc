// E-mails of an approved plan: sent, or shown before they are.
export { previewSend, type SendPreview } from './preview-send.ts';
export { sendNotices, type SendOptions } from './send-notices.ts';
export type { SendProgress, SendRequest, SendResult } from './send-types.ts';
