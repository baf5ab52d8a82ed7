import type { EntryKind, ReversalReason } from '../../../domain/ledger/entry-kind.js';
import { LedgerEntry } from '../../../entities/ledger/ledger-entry.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import { followLedger } from '../../dunning/steps/follow-ledger.js';
import type { Account } from './open-account.js';
import type { StandingCharge, StandingPayment } from './standing-lines.js';

/** What an entry of the ledger says. */
interface EntryToBook {
  readonly kind: EntryKind;
  readonly amountMinor: number;
  readonly charge?: Pick<StandingCharge, 'id' | 'unitId' | 'currency' | 'lastDay'> | null;
  readonly payment?: Pick<StandingPayment, 'id' | 'unitId' | 'currency' | 'lastDay'> | null;
  readonly reversesId?: string | null;
  readonly reason?: ReversalReason | null;
  readonly proposalId?: string | null;
  /** The day of the books, where it is not the first on which both sides can be moved. */
  readonly bookedDay?: string;
}

/** Who writes into the books: nobody by name for the program. */
export const recorderOf = ({ principal }: CommandContext): string | null =>
  principal.kind === 'SYSTEM' ? null : principal.subjectId;

/**
 * Adds a line to an account that is open. It belongs to the first day on which both of its sides can be moved, so that
 * along each of them the days never fall. The debtor's dunning follows once all is booked.
 * @rule R-FEE-11
 */
export function bookEntry(
  ctx: CommandContext,
  { estateId, payerId, today, terms }: Account,
  entry: EntryToBook,
): LedgerEntry {
  const {
    kind,
    amountMinor,
    charge = null,
    payment = null,
    reversesId = null,
    reason = null,
    proposalId = null,
  } = entry;
  const days = [charge?.lastDay, payment?.lastDay, entry.bookedDay].filter((day) => day !== undefined);
  if (charge) followLedger(ctx, payerId, today, kind);
  return ctx.em.create(LedgerEntry, {
    companyId: ctx.companyId,
    id: newId(),
    estateId,
    payerId,
    unitId: charge?.unitId ?? payment?.unitId ?? null,
    kind,
    chargeId: charge?.id ?? null,
    paymentId: payment?.id ?? null,
    amountMinor,
    currency: charge?.currency ?? payment?.currency ?? terms.currency,
    reversesId,
    reason,
    proposalId,
    bookedDay: days.reduce((latest, day) => (day > latest ? day : latest)),
    recordedAt: ctx.clock.now(),
    recordedBy: recorderOf(ctx),
  });
}
