import type { Role } from '../identity/role.js';
import type { PolicyValue } from '../policy/policies.js';
import type { Channel } from '../ticket/channel.js';
import type { ComplaintClass } from './complaint-class.js';
import type { ReplyMode } from './reply-mode.js';

/** What a complaint asks of its callback. */
export interface CallbackDemand {
  /** `ALWAYS`: it is not closed without one; `IF_NEEDED`: the desk decides; `WRITTEN_REPLY`: the letter is the callback. */
  readonly owed: 'ALWAYS' | 'IF_NEEDED' | 'WRITTEN_REPLY';
  /** Null: any mode. */
  readonly mode: ReplyMode | null;
  /** The posts that it belongs to; empty: any that calls back. */
  readonly by: readonly Role[];
}

/**
 * What the callback of a complaint must be. The graver demand of class and channel holds; who answers in writing owes
 * the letter beside whatever its class demands.
 * @rule R-CBK-04 @rule R-CMP-07 @rule R-CMP-11 @rule R-CMP-13 @rule R-CMP-15 @rule R-CMP-16 @rule P-08
 */
export function callbackDemand(
  of: { readonly class: ComplaintClass; readonly channel: Channel },
  policy: PolicyValue<'P-08'>,
): CallbackDemand {
  if (of.class === 'MAJOR')
    return { owed: policy.majorComplaints, mode: null, by: ['SERVICE_MANAGER', 'ESTATE_MANAGER'] };
  if (of.class === 'IMPORTANT')
    return { owed: policy.importantComplaints, mode: 'FACE_TO_FACE', by: ['STEWARD', 'SERVICE_MANAGER'] };
  if (of.channel === 'VISIT') return { owed: policy.visitComplaints, mode: null, by: [] };
  if (of.channel === 'LETTER') return { owed: policy.writtenComplaints, mode: 'IN_WRITING', by: [] };
  return { owed: policy.generalComplaints, mode: null, by: [] };
}
