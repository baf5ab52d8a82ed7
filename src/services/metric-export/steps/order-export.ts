import type { LocalDate } from '../../../domain/calendar/calendar-day.js';
import { limitExceeded, notFound } from '../../../domain/errors.js';
import type { FormLanguage } from '../../../domain/form/form-key.js';
import type { MetricExportFormat } from '../../../domain/metric-export/export-format.js';
import { assertExportOrder, type MetricExportOrder } from '../../../domain/metric-export/export-order.js';
import { MOST_UNFINISHED } from '../../../domain/metric-export/export-state.js';
import { assertKnownOn } from '../../../domain/metric/known-on.js';
import { localDay } from '../../../domain/place/local-day.js';
import { MetricExport } from '../../../entities/metric-export/metric-export.entity.js';
import { newId } from '../../../entities/new-id.js';
import { EstateGroup } from '../../../entities/place/estate-group.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { FIRST_RECORDED } from '../../../metrics/first-recorded.js';
import { authorize } from '../../../tenancy/authorize.js';
import { reaches } from '../../../tenancy/principal.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';
import { findAll } from '../../place/steps/find-all.js';
import { recordExport, type ExportResult } from './record-export.js';

/** What every order of a file says. */
export interface ExportInput extends CommandInput {
  readonly period: { readonly from: string; readonly to: string };
  readonly estateIds?: readonly string[] | null;
  readonly groupIds?: readonly string[] | null;
  readonly asKnownOn?: string | null;
  readonly format: MetricExportFormat;
  readonly language?: FormLanguage | null;
}

/** The estates, days and day of knowledge of an order. */
export const scopeOf = ({ period, estateIds, groupIds, asKnownOn }: ExportInput) => ({
  period: { from: period.from, to: period.to },
  estateIds: estateIds ?? null,
  groupIds: groupIds ?? null,
  asKnownOn: asKnownOn ?? null,
});

/**
 * Orders a file for the asker; it is written beside.
 * @throws FORBIDDEN when the asker holds `metric.read` nowhere, or, by person, `audit.read`
 * @throws INVALID_INPUT as `assertExportOrder`, and for a day of knowledge to come or before all records
 * @throws NOT_FOUND estate, that is not in reach too, or estate group
 * @throws LIMIT_EXCEEDED while five files of the asker are under way
 */
export async function orderExport(
  ctx: CommandContext,
  { format, language }: ExportInput,
  order: MetricExportOrder,
): Promise<ExportResult> {
  const { companyId, principal, em, clock } = ctx;
  const reach = authorize(principal, 'metric.read');
  if ('by' in order && order.by === 'STAFF') authorize(principal, 'audit.read');
  assertExportOrder(order);
  if (order.asKnownOn !== null) await assertKnown(ctx, order.asKnownOn);
  const estates = await findAll(ctx, Estate, 'estate', order.estateIds ?? []);
  if (estates.some(({ id }) => !reaches(reach, id))) throw notFound('estate');
  await findAll(ctx, EstateGroup, 'estate group', order.groupIds ?? []);
  const requesterId = principal.subjectId;
  const underWay = await em.count(MetricExport, { companyId, requesterId, state: ['WAITING', 'RUNNING'] });
  if (underWay >= MOST_UNFINISHED)
    throw limitExceeded('Other files of yours are under way.', { what: 'metricExports', limit: MOST_UNFINISHED });
  const made = em.create(MetricExport, {
    ...{ companyId, id: newId(), requesterId, accountId: principal.accountId },
    ...{ kind: order.kind, format, language: language ?? 'ZH_CN', wanted: order },
    ...{ state: 'WAITING', requestedAt: clock.now(), rowsWritten: 0, version: 1 },
  });
  ctx.enqueue('export-metrics', made.id);
  return recordExport(ctx, made, 'REQUESTED');
}

async function assertKnown({ companyId, clock, execute }: CommandContext, day: LocalDate): Promise<void> {
  const [row] = await execute<{ day: LocalDate | null; zone: string }>(FIRST_RECORDED, [companyId]);
  assertKnownOn(day, row?.day ?? null, localDay(clock.now(), row?.zone ?? 'UTC'), 'input.asKnownOn');
}
