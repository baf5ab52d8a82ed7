import { forgetPreference } from '../../services/notification/forget-preference.js';
import type { Reaction } from '../reaction/reaction.js';

/** Who was erased, or works here no longer, leaves no mail address behind. */
export const forgetPreferenceReaction: Reaction = {
  name: 'forget-preference',
  types: ['people.CUSTOMER_ERASED', 'identity.EMPLOYMENT_ENDED'],
  from: 'HEAD',
  react: (ctx, event) => forgetPreference(ctx, event.subjectId),
};
