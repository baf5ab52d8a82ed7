import { drawHouseholds } from '../../../domain/owner-visit/household-draw.js';
import { sampleSize } from '../../../domain/survey/survey-plan.js';
import { newId } from '../../../entities/new-id.js';
import type { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import type { SurveyRound } from '../../../entities/survey/survey-round.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { householdsOnDay } from '../../owner-visit/steps/households-on-day.js';

/** The form is to whoever lives there: the tenant before the owner, the owner before others. */
const FORMS = `
insert into survey_form (company_id, id, round_id, estate_id, building_id, unit_id, occupancy_id, issued_at, version)
select $1, f.id, $2, $3, u.building_id, u.id, o.id, $4::timestamptz, 1
  from unnest($5::uuid[], $6::uuid[]) as f(id, unit_id)
  join unit u on u.company_id = $1 and u.id = f.unit_id
  left join lateral (
    select x.id from occupancy x
     where x.company_id = $1 and x.estate_id = $3 and x.unit_id = u.id
       and x.from_day <= $7::date and (x.until_day is null or x.until_day > $7::date)
     order by case x.capacity when 'TENANT' then 0 when 'OWNER' then 1 else 2 end, x.from_day desc, x.id
     limit 1) o on true`;

/**
 * Draws the households of one estate that are asked, in proportion to its buildings, and gives them their forms.
 * @rule R-SAT-02 @rule Q-01 @rule D-28 @rule D-30
 */
export async function issueForms(ctx: CommandContext, round: SurveyRound, estate: SurveyEstate): Promise<void> {
  const now = ctx.clock.now();
  const { estateId } = estate;
  const day = await dayAt(ctx, estateId, now);
  const { occupied, homes } = await householdsOnDay(ctx, estateId, day);
  const wanted = sampleSize(occupied, round.samplePercent);
  const drawn = drawHouseholds({ seed: round.seed, wanted, occupied: homes, taken: new Set() });
  const units = drawn.map(({ unitId }) => unitId);
  const array = (ids: readonly string[]): string => `{${ids.join()}}`;
  if (units.length > 0)
    await ctx.execute(FORMS, [
      ...[ctx.companyId, round.id, estateId, now, array(units.map(() => newId())), array(units), day],
    ]);
  estate.households = occupied;
  estate.issued = units.length;
  estate.version += 1;
}
