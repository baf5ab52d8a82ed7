import { connectionOf } from '../connection.js';
import { CorrectiveActionType } from './corrective-action.type.js';

/** A page of corrective actions. */
export const CorrectiveActionConnection = connectionOf<CorrectiveActionType>(
  'CorrectiveAction',
  () => CorrectiveActionType,
);
