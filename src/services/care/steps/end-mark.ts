import type { CareMark } from '../../../entities/care/care-mark.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { lapse } from '../../obligation/steps/lapse.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { recordCareEvent } from './record-care-event.js';

/**
 * Ends a mark on the estate's present day: the checks that are still owed lapse with it, and so does what the note says.
 * @rule D-15
 */
export async function endMark(ctx: CommandContext, mark: CareMark, today: string): Promise<void> {
  const now = ctx.clock.now();
  mark.untilDay = today;
  mark.note = null;
  mark.version += 1;
  lapse(ctx, await owedFor(ctx, ['CARE_CHECK'], mark.id), now);
  recordCareEvent(ctx, mark, 'ENDED', now);
}
