import { sql } from 'kysely';
import type { BankLineState } from '../../domain/bank-file/bank-line.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

const FILES = sqlFor
  .selectFrom('bank_file as f')
  .select(
    columns(
      'f',
      ...([
        ...([
          'id',
          'estate_id',
          'account',
          'method',
          'currency',
          'rows',
          'taken',
          'repeated',
          'bad',
          'flaws',
          'stage',
        ] as const),
        ...(['loaded_by', 'loaded_at', 'finished_at', 'version'] as const),
      ] as const),
    ),
  );

const KEYS: readonly SortKey[] = [{ column: 'f.id', type: 'uuid', descending: true }];

function filesInReach(ctx: RequestContext) {
  const files = FILES.where('f.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'fee.bank', 'f.estate_id');
  return reach ? files.where(reach) : files;
}

/** Files of banks by id; null where the asker may not read them. */
export const bankFileById = (ctx: RequestContext) =>
  ctx.moment.once(bankFileById, () =>
    byId((ids) => ctx.moment.read(filesInReach(ctx).where(sql<boolean>`f.id = any(${ids}::uuid[])`))),
  );

/** A page of the files of banks, the latest first. */
export function bankFilesPage(ctx: RequestContext, estateIds: readonly string[] | null, args: PageArgs) {
  const estates = among('f.estate_id', 'uuid', estateIds);
  return page(ctx.moment, estates ? filesInReach(ctx).where(estates) : filesInReach(ctx), KEYS, args);
}

/** How many lines of a file stand in a state, and what they amount to. */
interface StateCount {
  readonly fileId: string;
  readonly state: BankLineState;
  readonly lines: number;
  readonly amountMinor: number;
}

/** What became of the lines of files, by state. */
export const statesOfFile = (ctx: RequestContext) =>
  ctx.moment.once(statesOfFile, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sql<StateCount>`
            select l.file_id as "fileId", l.state, count(*)::bigint as lines, sum(l.amount_minor)::bigint as "amountMinor"
              from bank_line l where l.company_id = ${ctx.asker.companyId} and l.file_id = any(${ids}::uuid[])
             group by l.file_id, l.state order by l.file_id, l.state`.compile(sqlFor),
        ),
      ({ fileId }) => fileId,
    ),
  );

export type BankFileRow = NonNullable<Awaited<ReturnType<ReturnType<typeof bankFileById>['load']>>>;
