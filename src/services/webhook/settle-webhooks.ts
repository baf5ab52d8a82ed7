import { isGone, type WebhookOutcome } from '../../domain/webhook/webhook-outcome.js';
import { isHopeless, waitAfter } from '../../domain/webhook/webhook-patience.js';
import { newId } from '../../entities/new-id.js';
import { WebhookDelivery } from '../../entities/webhook/webhook-delivery.entity.js';
import type { WebhookEndpoint } from '../../entities/webhook/webhook-endpoint.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { notify } from '../notification/steps/notify.js';
import { holdersOfRole } from '../people/steps/holders-of-role.js';
import { lockEndpoint, recordEndpointEvent } from './steps/manage-endpoint.js';

/** One attempt that was made. */
export interface Attempt {
  readonly messageId: string;
  readonly eventType: string;
  readonly outcome: WebhookOutcome;
  readonly status: number | null;
  readonly durationMs: number;
  readonly attemptedAt: Date;
}

interface SettleWebhooks extends CommandInput {
  readonly endpointId: string;
  /** The turn that made the attempts; null for a test, which moves no place. */
  readonly leaseId: string | null;
  readonly attempts: readonly Attempt[];
  /** The last event that was delivered, or passed over behind it; null when none was. */
  readonly seq: number | null;
  /** From 0 to 1: where in its spread the wait after a failure lies. */
  readonly chance: number;
}

/**
 * Writes down what became of a turn: the attempts, the endpoint's place, and when it is tried again. An endpoint that has
 * failed for days, or says 410, is disabled and its administrators are told. A turn that lost its lease changes nothing.
 */
export async function settleWebhooks(ctx: CommandContext, input: SettleWebhooks): Promise<{ goOn: boolean }> {
  const endpoint = await lockEndpoint(ctx, input.endpointId);
  if (!endpoint || (input.leaseId !== null && endpoint.leaseId !== input.leaseId)) return { goOn: false };
  writeHistory(ctx, endpoint, input);
  if (input.leaseId === null) return { goOn: false };
  endpoint.leaseId = null;
  endpoint.leasedUntil = null;
  if (input.seq !== null) endpoint.seq = input.seq;
  const last = input.attempts.at(-1);
  if (!last) {
    ctx.setTimer('WEBHOOK_DUE', endpoint.id, ctx.clock.now());
    return { goOn: false };
  }
  if (last.outcome === 'DELIVERED') {
    endpoint.failures = 0;
    endpoint.failingSince = null;
    ctx.cancelTimer('WEBHOOK_DUE', endpoint.id);
    return { goOn: true };
  }
  await fail(ctx, endpoint, last.status, input);
  return { goOn: false };
}

async function fail(
  ctx: CommandContext,
  endpoint: WebhookEndpoint,
  status: number | null,
  { attempts, chance }: SettleWebhooks,
): Promise<void> {
  const now = ctx.clock.now();
  endpoint.failures = attempts.length > 1 ? 1 : endpoint.failures + 1;
  endpoint.failingSince = (attempts.length > 1 ? null : endpoint.failingSince) ?? now;
  endpoint.nextAttemptAt = new Date(now.getTime() + waitAfter(endpoint.failures, chance));
  if (!isGone(status) && !isHopeless(endpoint.failingSince, now)) {
    ctx.setTimer('WEBHOOK_DUE', endpoint.id, endpoint.nextAttemptAt);
    return;
  }
  endpoint.state = 'DISABLED_FAILING';
  endpoint.version += 1;
  ctx.cancelTimer('WEBHOOK_DUE', endpoint.id);
  recordEndpointEvent(ctx, endpoint, 'ENDPOINT_DISABLED', { reason: 'FAILING', failures: endpoint.failures });
  const estateId = endpoint.estateId ?? null;
  const people = await holdersOfRole(
    ctx,
    estateId === null ? ['COMPANY_ADMIN'] : ['COMPANY_ADMIN', 'ESTATE_MANAGER'],
    estateId,
  );
  const subject = { kind: 'webhookEndpoint', id: endpoint.id } as const;
  notify(ctx, { kind: 'WEBHOOK_DISABLED', people, subject, estateId, occurredAt: now });
}

function writeHistory(ctx: CommandContext, endpoint: WebhookEndpoint, { attempts }: SettleWebhooks): void {
  for (const [i, attempt] of attempts.entries())
    ctx.em.create(WebhookDelivery, {
      companyId: ctx.companyId,
      id: newId(),
      endpointId: endpoint.id,
      estateId: endpoint.estateId ?? null,
      attempt: i === 0 ? endpoint.failures + 1 : 1,
      ...attempt,
    });
}
