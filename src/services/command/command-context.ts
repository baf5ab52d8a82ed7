import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../domain/clock.js';
import { conflict, invalidInput, notFound } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import type { NewEvent } from '../../events/new-event.js';
import type { Principal } from '../../tenancy/principal.js';

/** How far the clock of an honest phone may run ahead of the database's. */
const FUTURE_TOLERANCE_MS = 120_000;

type EventOfCommand = Omit<NewEvent, 'actorKind' | 'actorId' | 'occurredAt'> & { readonly occurredAt?: Date };

/** A series to draw a number from once the rows are written: `assign` runs as one statement that counts and stores. */
export interface NumberToDraw {
  readonly series: string;
  readonly estateId: string;
  readonly ticketId: string;
  readonly prefix: string;
}

interface Versioned {
  readonly companyId: string;
  readonly id: string;
  version: number;
}

/** What a use case works with: one transaction of one company, its principal, its moment, and the events so far. */
export class CommandContext {
  readonly events: NewEvent[] = [];
  readonly numbers: NumberToDraw[] = [];

  constructor(
    readonly em: SqlEntityManager,
    readonly principal: Principal,
    /** Stands at the start of the transaction. */
    readonly clock: Clock,
  ) {}

  get companyId(): string {
    return this.principal.companyId;
  }

  /**
   * The row, locked until the end of the transaction.
   * @throws NOT_FOUND when the fence does not show it
   * @throws CONFLICT when the client has seen another version
   */
  async load<T extends Versioned>(
    entity: new () => T,
    what: string,
    id: string,
    expectedVersion?: number | null,
  ): Promise<T> {
    const key = { companyId: this.companyId, id } as never;
    const locked = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const found = isId(id) ? ((await this.em.findOne(entity, key, locked)) as T | null) : null;
    if (!found) throw notFound(what);
    if (expectedVersion != null && found.version !== expectedVersion)
      throw conflict(`The ${what} has changed meanwhile.`, { what, currentVersion: found.version, expectedVersion });
    return found;
  }

  /** Tells what happened; it is numbered and written when the transaction ends. */
  record(event: EventOfCommand): void {
    this.events.push({
      ...event,
      actorKind: this.principal.kind,
      actorId: this.principal.subjectId,
      occurredAt: event.occurredAt ?? this.clock.now(),
    });
  }

  /**
   * When it happened, by the client's word or else now.
   * @throws INVALID_INPUT when it lies in the future: an impossible fact
   */
  occurredAt(claimed: Date | null | undefined): Date {
    const now = this.clock.now();
    if (!claimed) return now;
    if (claimed.getTime() > now.getTime() + FUTURE_TOLERANCE_MS)
      throw invalidInput('input.occurredAt', 'lies in the future');
    return claimed.getTime() > now.getTime() ? now : claimed;
  }
}
