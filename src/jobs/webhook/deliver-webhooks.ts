import { encodeCursor } from '../../events/cursor.js';
import { runCommand } from '../../services/command/run-command.js';
import { claimWebhooks, LEASE_MS, type EventToSend, type WebhookTurn } from '../../services/webhook/claim-webhooks.js';
import { settleWebhooks, type Attempt } from '../../services/webhook/settle-webhooks.js';
import type { House } from '../../tenancy/house.js';
import { systemPrincipal } from '../system-principal.js';
import { sendWebhook } from './send-webhook.js';

/**
 * Delivers what an endpoint has not received, in the order of the log, until there is nothing more or an attempt fails.
 * Whoever holds the endpoint's lease delivers; a second caller, on whatever node, returns at once.
 */
export async function deliverWebhooks(
  house: House,
  companyId: string,
  endpointId: string,
  signal: AbortSignal,
): Promise<void> {
  const principal = systemPrincipal(companyId);
  for (;;) {
    const { turn } = await runCommand(house, principal, claimWebhooks, { endpointId });
    if (!turn) return;
    const done = await takeTurn(house, turn, signal);
    const settled = { endpointId, leaseId: turn.leaseId, chance: Math.random(), ...done };
    const { goOn } = await runCommand(house, principal, settleWebhooks, settled);
    if (!goOn || signal.aborted) return;
  }
}

/** Sends the events of a turn one after the other; the first that is not taken ends it. */
async function takeTurn(
  house: House,
  turn: WebhookTurn,
  signal: AbortSignal,
): Promise<{ attempts: Attempt[]; seq: number | null }> {
  const attempts: Attempt[] = [];
  let seq: number | null = null;
  const begun = performance.now();
  for (const event of turn.events) {
    if (signal.aborted || performance.now() - begun > LEASE_MS / 2) return { attempts, seq };
    const attempt = await sendWebhook(house, turn, messageOf(turn, event));
    attempts.push(attempt);
    if (attempt.outcome !== 'DELIVERED') return { attempts, seq };
    seq = event.seq;
  }
  return { attempts, seq: turn.upTo };
}

function messageOf({ companyId, epoch }: WebhookTurn, event: EventToSend) {
  const { type, recordedAt, seq, ...rest } = event;
  return {
    id: `evt_${companyId}_${epoch}_${seq}`,
    type,
    timestamp: recordedAt,
    data: { cursor: encodeCursor(companyId, { epoch, seq }), ...rest },
  };
}
