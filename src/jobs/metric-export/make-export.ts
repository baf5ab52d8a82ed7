import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { forbidden } from '../../domain/errors.js';
import { MEDIA_TYPE_OF } from '../../domain/metric-export/export-format.js';
import { runCommand } from '../../services/command/run-command.js';
import { finishMetricExport } from '../../services/metric-export/finish-metric-export.js';
import { noteExportProgress } from '../../services/metric-export/note-export-progress.js';
import type { ExportToWrite } from '../../services/metric-export/start-metric-export.js';
import { originalKey } from '../../tenancy/files/file-key.js';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import { takeSnapshot } from './take-snapshot.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

/** After how many rows it is noted how far the writing has come. */
const NOTED_ROWS = 20_000;

/**
 * Reads what a file is to hold in one snapshot, under the present rights of whoever asked for it, writes it and opens it. The
 * snapshot goes to the disk as it is, and the file is made from there: no transaction waits for it, and memory does not grow
 * with its rows.
 * @throws FORBIDDEN when who asked for it is gone
 * @throws DomainError as `exportSource`, and LIMIT_EXCEEDED for too many rows
 * @throws Error when the try has lasted too long
 */
export async function makeExport(
  house: House,
  principal: Actor,
  order: ExportToWrite,
  signal: AbortSignal,
): Promise<void> {
  const { companyId } = principal;
  const { id: exportId, accountId, requesterId, format } = order;
  const asker = await house.principals.find({ companyId, accountId, familyId: null });
  if (asker?.subjectId !== requesterId) throw forbidden('metric.read');
  const draft = join(house.files.drafts, randomBytes(12).toString('hex'));
  const made = `${draft}.made`;
  try {
    const snapshot = await takeSnapshot(house, asker, order, draft, signal);
    const { rows, sums, rights, head } = snapshot;
    const onRow = async (rowsWritten: number): Promise<void> => {
      signal.throwIfAborted();
      if (rowsWritten % NOTED_ROWS === 0)
        await runCommand(house, principal, noteExportProgress, { exportId, rows, rowsWritten });
    };
    await onRow(0);
    const written = await (format === 'CSV' ? writeCsv : writeXlsx)(order, snapshot, draft, made, onRow);
    const key = originalKey({ companyId, id: exportId, sha256: written.sha256 });
    await house.files.put(key, made, { mediaType: MEDIA_TYPE_OF[format], bytes: written.bytes });
    const { kept } = await runCommand(house, principal, finishMetricExport, {
      ...{ exportId, snapshotEpoch: head.epoch, snapshotSeq: head.seq, snapshotAt: head.recordedAt },
      ...{ rows, sums, rights, ...written },
    });
    if (!kept) await house.files.remove(key);
  } finally {
    await Promise.all([draft, made].map((path) => rm(path, { force: true })));
  }
}
