import { ERASED_TEXT } from '../../../domain/privacy/erasure.js';
import { executeOf } from '../../../tenancy/write/execute-of.js';
import type { CommandContext } from '../../command/command-context.js';

interface FilesOf {
  readonly ticketIds: readonly string[];
  /** A resident whose files on tickets of others, and what proves that the resident was dunned, go too. */
  readonly addedBy?: string;
}

const REMOVE = `
with own as (
  select company_id, id, state from attachment
   where company_id = $1 and (subject_id = any($2::uuid[]) or (actor_kind = 'RESIDENT' and actor_id = $3::uuid)
     or subject_id in (select id from dunning_case where company_id = $1 and payer_id = $3::uuid))
), unfinished as (
  delete from attachment a using own o where a.company_id = o.company_id and a.id = o.id and o.state = 'AWAITED'
)
update attachment a set state = 'REMOVED', name = $4, kept_until = null, version = a.version + 1
  from own o where a.company_id = o.company_id and a.id = o.id and o.state <> 'AWAITED'
returning a.id`;

/**
 * Takes name and bytes of files for good; the rows stay with their hashes. The bytes go by a job, when the command has
 * committed.
 * @returns how many files
 */
export async function removeFiles(ctx: CommandContext, { ticketIds, addedBy }: FilesOf): Promise<number> {
  const values = [ctx.companyId, `{${ticketIds.join()}}`, addedBy ?? null, ERASED_TEXT];
  const files = await executeOf(ctx.em)<{ readonly id: string }>(REMOVE, values);
  for (const { id } of files) ctx.enqueue('remove-file', id);
  return files.length;
}
