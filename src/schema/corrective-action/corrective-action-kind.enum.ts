import { registerEnumType } from 'type-graphql';
import { CORRECTIVE_ACTION_KINDS } from '../../domain/corrective-action/action-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of CorrectiveActionKind. */
export const CorrectiveActionKindEnum = enumOf(CORRECTIVE_ACTION_KINDS);

registerEnumType(CorrectiveActionKindEnum, {
  name: 'CorrectiveActionKind',
  description: 'Whether something is put right or kept from going wrong (R-SAT-04).',
  valuesConfig: {
    CORRECTIVE: { description: 'What went wrong is put right and kept from coming again (纠正措施).' },
    PREVENTIVE: { description: 'What could go wrong is kept from coming (预防措施).' },
  },
});
