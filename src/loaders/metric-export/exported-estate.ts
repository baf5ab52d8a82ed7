import type { ExportedLine } from '../../domain/metric-export/export-columns.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { estateById } from '../place/estate-by-id.js';

/** The cells that name an estate; empty of none, and where the asker may not read it. */
export async function estateCells(ctx: RequestContext, estateId: string | null): Promise<ExportedLine> {
  const estate = estateId === null ? null : await estateById(ctx).load(estateId);
  return [estate?.code ?? null, estate?.name ?? null];
}
