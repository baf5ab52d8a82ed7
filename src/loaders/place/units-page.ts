import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import type { UnitStateKind } from '../../domain/place/unit-state.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { wantedEstates } from '../wanted.js';
import { stateOn } from './state-on.js';
import { selectUnits } from './unit-by-id.js';

/** What units are asked for; conditions hold together. */
interface UnitsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly buildingIds?: readonly string[] | null;
  readonly uses?: readonly UnitUse[] | null;
  readonly codePrefix?: string | null;
  readonly states?: readonly UnitStateKind[] | null;
  /** Day of `states`; today in the estate's zone where nothing is said. */
  readonly statesOn?: string | null;
}

export type UnitsOrder = 'CODE_ASC' | 'CODE_DESC';

/**
 * A page of the units that the asker may read, estate by estate, by code.
 * @throws INVALID_INPUT when the day of the states lies outside 1900 to 2199
 */
export function unitsPage(ctx: RequestContext, wanted: UnitsWanted, order: UnitsOrder, args: PageArgs) {
  const within = wantedEstates(ctx, 'unit.read', wanted.estateIds);
  let query = selectUnits(ctx);
  if (within) query = query.where(sql<boolean>`u.estate_id = any(${within}::uuid[])`);
  if (wanted.buildingIds)
    query = query.where(sql<boolean>`u.building_id = any(${wanted.buildingIds.filter(isId)}::uuid[])`);
  if (wanted.uses) query = query.where(sql<boolean>`u.use = any(${wanted.uses})`);
  if (wanted.codePrefix != null) query = query.where(sql<boolean>`starts_with(u.code, ${wanted.codePrefix})`);
  if (wanted.states) {
    if (wanted.statesOn != null) assertDay('filter.statesOn', wanted.statesOn);
    const state = stateOn(ctx, wanted.statesOn ?? null);
    query = query.where(
      sql<boolean>`exists (select 1 from estate e where e.company_id = u.company_id and e.id = u.estate_id
                    and ${state} = any(${wanted.states}))`,
    );
  }
  const descending = order === 'CODE_DESC';
  const keys: SortKey[] = [
    { column: 'u.estate_id', type: 'uuid', descending },
    { column: 'u.code', type: 'text', descending },
    { column: 'u.id', type: 'uuid', descending },
  ];
  return page(ctx.moment, query, keys, args);
}
