import { UnitDirectory } from '../../../domain/bank-file/payer-reference.js';
import { columns, sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** The units of an estate by what payers write, with what was learned, and the payers that were learned with it. */
export async function unitDirectoryOf(ctx: CommandContext, estateId: string) {
  const [units, learned] = await Promise.all([
    ctx.read(
      sqlFor
        .selectFrom('unit as u')
        .innerJoin('building as b', (join) =>
          join.onRef('b.company_id', '=', 'u.company_id').onRef('b.id', '=', 'u.building_id'),
        )
        .select(columns('u', 'id', 'code'))
        .select(['b.code as buildingCode', 'b.name as buildingName'])
        .where('u.company_id', '=', ctx.companyId)
        .where('u.estate_id', '=', estateId),
    ),
    ctx.read(
      sqlFor
        .selectFrom('payer_reference as r')
        .select(columns('r', 'reference', 'unit_id', 'payer_id'))
        .where('r.company_id', '=', ctx.companyId)
        .where('r.estate_id', '=', estateId),
    ),
  ]);
  return { directory: new UnitDirectory(units, learned), learned };
}
