/*
 * Telling people and programs: mails from the outbox to a mail server, calls of webhooks, pages fetched to see whose a
 * domain is. Other stages import from here only.
 */
export { createMailer, mailHandlers, type Mailer } from './mails/send-mails.ts';
export type { MailSettings } from './mails/compose-mail.ts';
export { fetchPage } from './outbound/fetch-page.ts';
export { webhookCall, type WebhookCall, webhookHandler } from './webhooks/call-webhook.ts';
