import type { FastifyInstance } from 'fastify';
import { isId } from '../../../domain/id.js';
import { MEDIA_TYPE_OF } from '../../../domain/metric-export/export-format.js';
import { exportName } from '../../../domain/metric-export/export-order.js';
import { originalKey } from '../../../tenancy/files/file-key.js';
import { storedExport } from '../../../tenancy/files/stored-export.js';
import { narrow } from '../../../tenancy/authorize.js';
import type { House } from '../../../tenancy/house.js';
import type { Principal } from '../../../tenancy/principal.js';
import type { ExportRight } from '../../../domain/metric-export/export-right.js';
import type { Executor } from '../../execution/executor.js';
import { noSuchLink, refuseFile } from './file-refusal.js';
import { sendFile, type FileToSend } from './send-file.js';

interface ExportRouteOptions {
  readonly house: House;
  readonly executor: Executor;
}

/**
 * `GET /files/exports/…`: a file of figures by its link, whole or a range of it, while whoever asked for it holds the rights that
 * it was written under. Nothing on the way may keep it. @rule R-ORG-78
 */
export function addExportRoute(app: FastifyInstance, { house, executor }: ExportRouteOptions): void {
  app.get<{ Params: { readonly company: string; readonly account: string; readonly id: string } }>(
    '/files/exports/:company/:account/:id',
    async (request, reply) => {
      const { company, account, id } = request.params;
      const link = house.links.open('exports', [company, account, id], request.query);
      const wanted = link && (await wantedExport(house, company, account, id));
      if (!wanted) return refuseFile(reply, executor, noSuchLink());
      return sendFile(request, reply, house, wanted);
    },
  );
}

async function wantedExport(house: House, company: string, account: string, id: string): Promise<FileToSend | null> {
  const row = await storedExport(house, company, id);
  if (row?.state !== 'READY' || row.accountId !== account || !isId(account)) return null;
  const { sha256, bytes, expiresAt, rights, format, wanted } = row;
  if (sha256 === null || bytes === null || expiresAt === null || rights === null) return null;
  if (expiresAt.getTime() <= house.links.clock.now().getTime()) return null;
  const principal = await house.principals.find({ companyId: company, accountId: account, familyId: null });
  if (principal?.subjectId !== row.requesterId || !rights.every((right) => holds(principal, right))) return null;
  return {
    ...{ key: originalKey({ companyId: company, id, sha256 }), bytes, mediaType: MEDIA_TYPE_OF[format] },
    ...{ name: exportName(wanted), tag: `"${sha256}"`, cache: 'no-store' },
  };
}

/** Whether somebody holds as much as a file was written under. */
function holds({ actions }: Principal, { action, estateIds }: ExportRight): boolean {
  const scope = actions.get(action);
  if (scope === undefined) return false;
  return estateIds === null ? scope === 'ALL' : narrow(scope, estateIds)?.length === estateIds.length;
}
