import type { MetricExportRow } from '../../loaders/metric-export/metric-exports.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** How long a link to a file is good at least: five minutes, and never longer than the file is kept. */
const LINK_MS = 300_000;

/** A link that opens a file of figures for five to ten minutes; null while it is not there, and when its time is over. */
export function exportLink(
  { house: { links } }: RequestContext,
  { companyId, accountId, id, state, expiresAt }: MetricExportRow,
): string | null {
  if (state !== 'READY' || expiresAt === null || expiresAt.getTime() <= links.clock.now().getTime()) return null;
  const names = [companyId, accountId, id];
  const link = links.writeFor('exports', names, LINK_MS);
  return link.expiresAt.getTime() <= expiresAt.getTime() ? link.url : links.write('exports', names, expiresAt);
}
