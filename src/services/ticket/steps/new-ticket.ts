import { invalidInput, notFound } from '../../../domain/errors.js';
import { isId } from '../../../domain/id.js';
import type { Action } from '../../../domain/identity/action.js';
import { localDay } from '../../../domain/place/local-day.js';
import type { Channel } from '../../../domain/ticket/channel.js';
import { assertReportTime } from '../../../domain/ticket/milestones.js';
import type { TicketKind } from '../../../domain/ticket/ticket-kind.js';
import { newId } from '../../../entities/new-id.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import { shaped } from '../../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../../tenancy/read/tables.js';
import { chosenCategory } from '../../category/steps/chosen-category.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';
import { numberRow } from '../../numbering/steps/number-row.js';
import { concernOfReport, concernOfResident, lookUpNamed } from './concern.js';

/** What everybody says who brings something up. */
export interface Report extends CommandInput {
  readonly estateId: string;
  readonly unitId?: string | null;
  readonly customerId?: string | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
  readonly categoryId?: string | null;
  readonly channel: Channel;
  readonly subject: string;
  readonly description?: string | null;
  /** The entry of the contact log that it came of; absent, one is written where staff took it from a customer. */
  readonly contactId?: string | null;
  /** When the report was taken, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * What a new ticket of any kind begins with: where it lies, whom it concerns, its category, when it was taken; its number
 * is drawn when the rows are written. A resident reports by APP for a unit that the resident holds today.
 * @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws FORBIDDEN when the action does not reach the estate
 * @throws INVALID_INPUT when the claimed instant is impossible, a resident names no unit or another channel, or the
 * category is not for this kind or not offered on that day
 */
export async function newTicket(ctx: CommandContext, input: Report, kind: TicketKind, action: Action) {
  const { companyId, principal } = ctx;
  if (!isId(input.estateId)) throw notFound('estate');
  const named = { estateId: input.estateId, unitId: input.unitId ?? null, customerId: input.customerId ?? null };
  const [[estate], there] = await Promise.all([
    ctx.read(ESTATE({ companyId, id: input.estateId })),
    lookUpNamed(ctx, named),
  ]);
  if (!estate) throw notFound('estate');
  authorizeOn(principal, action, estate.id);
  const resident = principal.kind === 'RESIDENT';
  if (resident && input.channel !== 'APP') throw invalidInput('input.channel', 'a resident reports by APP');
  const at = ctx.occurredAt(input.occurredAt);
  assertReportTime(at);
  const day = localDay(at, estate.timeZone);
  const wanted = { ...named, there, day };
  const id = newId();
  const [concern] = await Promise.all([
    resident
      ? concernOfResident(ctx, { ...wanted, today: localDay(ctx.clock.now(), estate.timeZone) })
      : concernOfReport(ctx, wanted),
    numberRow(ctx, { table: 'ticket', id, subject: kind, estate, day }),
  ]);
  const category = input.categoryId == null ? null : await chosenCategory(ctx, input.categoryId, { kind, day });
  const row = {
    companyId,
    id,
    estateId: estate.id,
    number: id,
    kind,
    version: 1,
    ...concern,
    categoryId: category?.id ?? null,
    channel: input.channel,
    subject: input.subject,
    description: input.description ?? null,
    contactName: input.contactName ?? null,
    contactPhone: input.contactPhone ?? null,
    visits: 0,
    reopenings: 0,
    reportedAt: at,
  };
  return { estate, at, row };
}

const ESTATE = shaped(({ companyId, id }: { readonly companyId: string; readonly id: string }) =>
  sqlFor
    .selectFrom('estate as e')
    .select(columns('e', 'id', 'code', 'time_zone'))
    .where('e.company_id', '=', companyId)
    .where('e.id', '=', id),
);
