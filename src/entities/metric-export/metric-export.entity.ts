import { defineEntity, p } from '@mikro-orm/core';
import { FORM_LANGUAGES } from '../../domain/form/form-key.js';
import { METRIC_EXPORT_FORMATS } from '../../domain/metric-export/export-format.js';
import { METRIC_EXPORT_KINDS, type MetricExportOrder } from '../../domain/metric-export/export-order.js';
import type { ExportedSum, ExportRight } from '../../domain/metric-export/export-right.js';
import { METRIC_EXPORT_STATES } from '../../domain/metric-export/export-state.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * A file of figures that somebody has asked for, written beside in one snapshot; its bytes lie in the file store under the row's
 * ids and their hash. Nobody else sees it.
 */
export const MetricExportSchema = defineEntity({
  name: 'MetricExport',
  tableName: 'metric_export',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Who asked for it, and by which account. */
    requesterId: col.ref(),
    accountId: col.ref(),
    kind: p.enum(METRIC_EXPORT_KINDS),
    format: p.enum(METRIC_EXPORT_FORMATS),
    language: p.enum(FORM_LANGUAGES),
    /** What it holds: ids, days and words of closed lists. */
    wanted: col.json<MetricExportOrder>(),
    state: p.enum(METRIC_EXPORT_STATES),
    requestedAt: col.instant(),
    startedAt: col.instant().nullable(),
    /** Where the event log stood in the snapshot. */
    snapshotEpoch: col.int().nullable(),
    snapshotSeq: col.big().nullable(),
    snapshotAt: col.instant().nullable(),
    /** Rows of the file, without its titles; null until the snapshot was read. */
    rows: col.int().nullable(),
    /** How many of them are written already. */
    rowsWritten: col.int(),
    sums: col.json<readonly ExportedSum[]>().nullable(),
    /** Under which rights it was written: whoever has lost one opens it no more. */
    rights: col.json<readonly ExportRight[]>().nullable(),
    bytes: col.big().nullable(),
    /** SHA-256 of the bytes, hexadecimal. */
    sha256: col.text().nullable(),
    readyAt: col.instant().nullable(),
    expiresAt: col.instant().nullable(),
    /** The code of what was in its way. */
    failure: col.text().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'metric_export_is_whole',
      expression:
        "(state in ('READY', 'EXPIRED')) = (ready_at is not null) and (ready_at is null) = (sha256 is null) and (ready_at is null) = (expires_at is null) and (ready_at is null or (rows is not null and bytes is not null and sums is not null and rights is not null))",
    },
    { name: 'metric_export_failed', expression: "(state = 'FAILED') = (failure is not null)" },
  ],
  indexes: [
    { name: 'metric_export_company_requester_idx', properties: ['companyId', 'requesterId', 'id'] },
    { name: 'metric_export_company_state_idx', properties: ['companyId', 'state', 'expiresAt'] },
  ],
  ...fence('metric_export', { estate: 'none', personColumn: 'requester_id' }),
});

export class MetricExport extends MetricExportSchema.class {}
MetricExportSchema.setClass(MetricExport);
