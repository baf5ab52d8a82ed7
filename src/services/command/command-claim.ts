import { conflict, DomainError, invalidInput, type ErrorCode, type Facts } from '../../domain/errors.js';
import type { Position } from '../../events/cursor.js';
import type { Actor } from '../../tenancy/principal.js';
import type { Execute } from '../../tenancy/write/write-transaction.js';

/** The kept verdict of a command: what it made, or why it was refused. */
export type Replay<R> = { readonly done: R & Position } | { readonly refused: DomainError };

interface StoredClaim {
  readonly name: string;
  readonly input_hash: string;
  readonly outcome: 'PENDING' | 'DONE' | 'REFUSED';
  readonly verdict: Record<string, unknown>;
}

/**
 * Claims a client's command id inside the running transaction. A racing twin waits here until the first has ended.
 * @returns the kept verdict when the command was done before; null when it is new
 * @throws INVALID_INPUT when the id was used for another command or another content
 */
export async function claimCommand<R>(
  execute: Execute,
  principal: Actor,
  command: { readonly id: string; readonly name: string; readonly inputHash: string },
): Promise<Replay<R> | null> {
  const key = [principal.companyId, principal.accountId, command.id];
  const claimed = await execute<unknown>(
    `insert into command_claim (company_id, principal_id, command_id, name, input_hash, outcome, verdict, created_at)
     values ($1, $2, $3, $4, $5, 'PENDING', '{}', now()) on conflict do nothing returning 1`,
    [...key, command.name, command.inputHash],
  );
  if (claimed.length > 0) return null;
  const [kept] = await execute<StoredClaim>(
    'select name, input_hash, outcome, verdict from command_claim where company_id = $1 and principal_id = $2 and command_id = $3',
    key,
  );
  if (!kept) throw conflict('The same command is still being carried out.');
  if (kept.name !== command.name || kept.input_hash !== command.inputHash)
    throw invalidInput('input.commandId', 'was used before for another command or another content');
  return kept.outcome === 'REFUSED' ? { refused: thaw(kept.verdict) } : { done: kept.verdict as R & Position };
}

/** Keeps a refusal, so that a repeat receives the same one. */
export async function keepRefusal(
  execute: Execute,
  principal: Actor,
  commandId: string,
  refusal: DomainError,
): Promise<void> {
  const verdict = { code: refusal.code, message: refusal.message, facts: refusal.facts };
  await execute(
    `update command_claim set outcome = 'REFUSED', verdict = $1::jsonb where company_id = $2 and principal_id = $3 and command_id = $4`,
    [JSON.stringify(verdict), principal.companyId, principal.accountId, commandId],
  );
}

const thaw = (verdict: Record<string, unknown>): DomainError =>
  new DomainError(verdict['code'] as ErrorCode, String(verdict['message']), verdict['facts'] as Facts);
