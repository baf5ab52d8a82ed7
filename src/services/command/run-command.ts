import { clockAt } from '../../domain/clock.js';
import { DomainError } from '../../domain/errors.js';
import { changesRights } from '../../domain/identity/changes-rights.js';
import { appendEvents } from '../../events/append-events.js';
import type { Position } from '../../events/cursor.js';
import { keepMetrics, touchedBy } from '../../metrics/keep-metrics.js';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import { sessionVariables } from '../../tenancy/session-variables.js';
import { isStalePlan } from '../../tenancy/statement-name.js';
import { WriteTransaction } from '../../tenancy/write/write-transaction.js';
import { writeJobs } from '../job/write-jobs.js';
import { writeTimers } from '../timer/write-timers.js';
import { claimCommand, keepRefusal } from './command-claim.js';
import { CommandContext } from './command-context.js';
import { drawNumbers } from './draw-numbers.js';
import { inputHash } from './input-hash.js';

/** What every command input may carry. */
export interface CommandInput {
  /** The client's own id of this command: a repeat returns the first verdict. */
  readonly commandId?: string | null;
}

/** How a command is carried out. */
export interface CommandOptions {
  /** Whether a refusal is kept under the command id; yes where nothing is said. */
  readonly keepsRefusal?: boolean;
}

const ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** One use case: rows of one company change, events tell of it, ids come back. */
export type UseCase<I, R extends object> = (ctx: CommandContext, input: I) => Promise<R>;

/**
 * Carries a use case out as one transaction (READ COMMITTED) in the order claim, rows, what follows from them, flush, numbers, timers, jobs,
 * metrics, head and events, commit, hint. A deadlock or serialization failure reruns it, at most three times in all. RULE_REFUSED and CONFLICT
 * are kept under the command id; other failures are not, so a retry after them starts afresh.
 * @returns the use case's result with the position of its events; of a repeated command, the first one's
 */
export async function runCommand<I extends CommandInput, R extends object>(
  house: House,
  principal: Actor,
  useCase: UseCase<I, R>,
  input: I,
  options: CommandOptions = {},
): Promise<R & Position> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(house, principal, useCase, input, options);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}

async function once<I extends CommandInput, R extends object>(
  house: House,
  principal: Actor,
  useCase: UseCase<I, R>,
  input: I,
  { keepsRefusal = true }: CommandOptions,
): Promise<R & Position> {
  const transaction = await WriteTransaction.open(house.pool, sessionVariables(principal));
  try {
    const em = await transaction.bind(house.orm.em.fork());
    const { commandId = null, ...content } = input;
    if (commandId) {
      const command = { id: commandId, name: useCase.name, inputHash: inputHash(content) };
      const replay = await claimCommand<R>(transaction.execute, principal, command);
      if (replay) {
        await transaction.rollback();
        if ('refused' in replay) throw replay.refused;
        return replay.done;
      }
      transaction.mark();
    }
    const ctx = new CommandContext(
      em,
      principal,
      house.clock ?? clockAt(await transaction.startedAt),
      transaction.execute,
    );
    let result: R;
    try {
      result = await useCase(ctx, input);
      await ctx.conclude();
      await em.flush();
      await drawNumbers(transaction.execute, ctx);
      await writeTimers(transaction.execute, ctx);
      await writeJobs(transaction.execute, ctx);
    } catch (error) {
      if (!commandId || !keepsRefusal || !isVerdict(error)) throw error;
      transaction.undo();
      await transaction.commitWith((execute) => keepRefusal(execute, principal, commandId, error));
      throw error;
    }
    const verdict = { ...result } as Record<string, unknown>;
    const claim = commandId ? { principalId: principal.accountId, commandId, verdict } : null;
    const { companyId } = principal;
    const asker = sessionVariables(principal);
    const position = await transaction.commitWith(async (execute) => {
      const kept = keepMetrics(execute, companyId, touchedBy(ctx.events, ctx.touched), asker, ctx.clock.now());
      const [head] = await Promise.all([appendEvents(execute, companyId, ctx.events, claim), kept]);
      return head;
    });
    house.hint(
      companyId,
      ctx.events.some(({ type }) => changesRights(type)),
    );
    for (const { name } of ctx.jobs) house.bell.ring(name);
    return { ...result, ...position };
  } finally {
    await transaction.rollback();
  }
}

/** Whether a failure is a verdict on the command, which is kept: it would be the same at once. */
const isVerdict = (error: unknown): error is DomainError =>
  error instanceof DomainError && (error.code === 'RULE_REFUSED' || error.code === 'CONFLICT');

/** Whether the database asks for the same work once more: a deadlock, a serialization failure, a plan gone stale. */
export function isTransient(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || isStalePlan(error);
}
