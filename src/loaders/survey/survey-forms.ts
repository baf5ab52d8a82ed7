import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const FORMS = sqlFor
  .selectFrom('survey_form as f')
  .select(
    columns('f', 'id', 'round_id', 'estate_id', 'building_id', 'unit_id', 'issued_at', 'undeliverable', 'version'),
  );

/** The forms that the asker may read: staff on the estates in reach, residents the own. @rule D-30 */
function formsInReach(ctx: RequestContext) {
  const forms = FORMS.where('f.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT')
    return forms.where(sql<boolean>`f.occupancy_id = any(${[...ctx.asker.occupancyIds]}::uuid[])`);
  const reach = inReach(ctx, 'survey.read', 'f.estate_id');
  return reach ? forms.where(reach) : forms;
}

/** Forms by id; null where the asker may not read them. */
export const surveyFormById = (ctx: RequestContext) =>
  ctx.moment.once(surveyFormById, () =>
    byId((ids) => ctx.moment.read(formsInReach(ctx).where(sql<boolean>`f.id = any(${ids}::uuid[])`))),
  );

/** Which forms are asked for; conditions hold together. */
interface FormsWanted {
  readonly roundId?: string | null;
  readonly estateIds?: readonly string[] | null;
  readonly unitId?: string | null;
  readonly undeliverable?: boolean | null;
}

const KEYS: readonly SortKey[] = [{ column: 'f.id', type: 'uuid', descending: true }];

/** A page of forms, the latest issued first. */
export function surveyFormsPage(ctx: RequestContext, wanted: FormsWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let forms = formsInReach(ctx);
  for (const condition of [
    among('f.round_id', 'uuid', one(wanted.roundId)),
    among('f.estate_id', 'uuid', wanted.estateIds),
    among('f.unit_id', 'uuid', one(wanted.unitId)),
  ])
    if (condition) forms = forms.where(condition);
  if (wanted.undeliverable != null)
    forms = forms.where('f.undeliverable', wanted.undeliverable ? 'is not' : 'is', null);
  return page(ctx.moment, forms, KEYS, args);
}

export type SurveyFormRow = NonNullable<Awaited<ReturnType<ReturnType<typeof surveyFormById>['load']>>>;
