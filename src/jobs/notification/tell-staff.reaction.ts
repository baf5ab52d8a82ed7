import { TOLD_TYPES } from '../../domain/notification/matrix.js';
import { tellStaffOf } from '../../services/notification/tell-staff-of.js';
import type { Reaction } from '../reaction/reaction.js';

/** Staff are told of what happens as the matrix says, whoever did it. */
export const tellStaffReaction: Reaction = {
  name: 'tell-staff',
  types: TOLD_TYPES,
  from: 'HEAD',
  react: tellStaffOf,
};
