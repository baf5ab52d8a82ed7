import { MOST_WAITING_MS } from '../../domain/metric-export/export-state.js';
import { MetricExport } from '../../entities/metric-export/metric-export.entity.js';
import { FILES_AT_ONCE, type FilesTaken } from '../attachment/steps/files-at-once.js';
import type { CommandContext } from '../command/command-context.js';
import { recordExport } from './steps/record-export.js';

/**
 * Closes files of figures whose time is over, and gives up those that never came to an end; some at a time. Their bytes go with
 * those that no row keeps. For the program.
 */
export async function expireMetricExports(ctx: CommandContext): Promise<FilesTaken> {
  const { companyId, em, clock } = ctx;
  const now = clock.now();
  const lost = new Date(now.getTime() - MOST_WAITING_MS);
  const over = await em.find(
    MetricExport,
    {
      companyId,
      $or: [
        { state: 'READY', expiresAt: { $lt: now } },
        { state: ['WAITING', 'RUNNING'], requestedAt: { $lt: lost } },
      ],
    },
    { orderBy: { id: 'asc' }, limit: FILES_AT_ONCE },
  );
  for (const found of over) {
    const ended = found.state === 'READY';
    Object.assign(found, ended ? { state: 'EXPIRED' } : { state: 'FAILED', failure: 'INTERNAL' });
    found.version += 1;
    recordExport(ctx, found, ended ? 'EXPIRED' : 'FAILED');
  }
  return { removed: over.length };
}
