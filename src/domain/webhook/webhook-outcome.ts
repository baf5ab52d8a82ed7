/** How an attempt to deliver ended. */
export const WEBHOOK_OUTCOMES = ['DELIVERED', 'STATUS', 'REDIRECT', 'ADDRESS', 'TIMEOUT', 'FAILED'] as const;
export type WebhookOutcome = (typeof WEBHOOK_OUTCOMES)[number];

const GONE = 410;

/** What an answer's status means: 2xx is delivered, everything else is not. */
export const outcomeOfStatus = (status: number): WebhookOutcome =>
  status >= 200 && status < 300 ? 'DELIVERED' : status >= 300 && status < 400 ? 'REDIRECT' : 'STATUS';

/** Whether a receiver says that it wants nothing more (Standard Webhooks: 410). */
export const isGone = (status: number | null): boolean => status === GONE;
