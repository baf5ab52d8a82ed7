import type { CallbackDemand } from '../complaint/callback-demand.js';
import type { Role } from '../identity/role.js';
import type { CallbackMode } from './callback-answer.js';

/** Why a call that took place is not the callback that is owed. */
export const CALLBACK_FLAWS = ['EARLY', 'OTHER_MODE', 'OTHER_POST'] as const;
export type CallbackFlaw = (typeof CALLBACK_FLAWS)[number];

/** A call as it was made. */
interface Call {
  readonly at: Date;
  readonly mode: CallbackMode;
  /** The posts that the caller holds on the estate. */
  readonly posts: readonly Role[];
}

/**
 * What a call lacks of the callback that is owed: it is recorded all the same, and does not count. It comes early before
 * the order is back or the complaint is answered; class and channel of a complaint demand a mode and a post.
 * @param countsFrom null while nothing is to be called back about yet
 * @rule R-RPR-13 @rule R-CBK-04 @rule R-CMP-11 @rule R-CMP-13
 */
export function flawOf(
  { at, mode, posts }: Call,
  countsFrom: Date | null,
  demand: Pick<CallbackDemand, 'mode' | 'by'>,
): CallbackFlaw | null {
  if (countsFrom === null || at < countsFrom) return 'EARLY';
  if (demand.mode === 'FACE_TO_FACE' && mode !== 'FACE_TO_FACE') return 'OTHER_MODE';
  return demand.by.length === 0 || posts.some((post) => demand.by.includes(post)) ? null : 'OTHER_POST';
}
