import { outcomeOfStatus, type WebhookOutcome } from '../../domain/webhook/webhook-outcome.js';
import type { Attempt } from '../../services/webhook/settle-webhooks.js';
import type { House } from '../../tenancy/house.js';
import { OutboundError } from '../../tenancy/outbound/guarded-fetch.js';

/** Where a message goes, and which secrets sign it. */
export interface WebhookAddress {
  readonly companyId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly generation: number;
  /** Whether the secret before the present one signs too. */
  readonly overlap: boolean;
}

/** A message of Standard Webhooks. */
interface WebhookMessage {
  /** `webhook-id`: the same at every attempt, so that receivers know it again. */
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Sends a message once and says what became of it; it never throws for what the receiver does. */
export async function sendWebhook(house: House, to: WebhookAddress, message: WebhookMessage): Promise<Attempt> {
  const { id, ...content } = message;
  const attemptedAt = house.clock?.now() ?? new Date();
  const body = JSON.stringify(content);
  const generations = to.overlap && to.generation > 1 ? [to.generation, to.generation - 1] : [to.generation];
  const secrets = generations.map((generation) => ({ ...to, generation }));
  const headers = house.webhookSecrets.headers({ id, at: attemptedAt, body }, secrets);
  const begun = performance.now();
  const ended = await post(house, to.url, headers, body);
  const durationMs = Math.round(performance.now() - begun);
  return { messageId: id, eventType: message.type, ...ended, durationMs, attemptedAt };
}

async function post(
  house: House,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ outcome: WebhookOutcome; status: number | null }> {
  try {
    const status = await house.outbound.post(url, headers, body);
    return { outcome: outcomeOfStatus(status), status };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const { fault } = error;
    return { outcome: fault === 'ADDRESS' || fault === 'TIMEOUT' ? fault : 'FAILED', status: null };
  }
}
