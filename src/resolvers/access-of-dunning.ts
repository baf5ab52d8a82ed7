import type { AccessLines } from './access.js';

/** Who does not pay, and what is done about it. */
export const ACCESS_OF_DUNNING: AccessLines = {
  'Query.dunningCases': 'dunning.read',
  'Query.dunningCase': 'dunning.read',
  'Query.dunningFigures': 'dunning.read',
  'Mutation.openDunning': 'dunning.act',
  'Mutation.recordDunningStep': 'dunning.act',
  'Mutation.planDunningVisit': 'dunning.act',
  'Mutation.callOffDunningVisit': 'dunning.act',
  'Mutation.holdDunning': 'dunning.act',
  'Mutation.releaseDunningHold': 'dunning.act',
  'Mutation.setDebtorReason': 'dunning.act',
  'Mutation.withdrawDunning': 'dunning.lead',
  'Query.letterLists': 'dunning.read',
  'Query.letterList': 'dunning.read',
  'Mutation.proposeLawyerLetters': 'dunning.lead',
  'Mutation.resubmitLawyerLetters': 'dunning.lead',
  'Mutation.fileLawyerLetters': 'dunning.lead',
  'Mutation.sendLawyerLetters': 'dunning.lead',
  'Query.debtorLists': 'dunning.read',
  'Query.debtorList': 'dunning.read',
  'Mutation.proposeDebtorList': 'dunning.lead',
  'Mutation.postDebtorList': 'dunning.act',
  'Mutation.recordService': 'dunning.act',
  'Mutation.addDunningEvidence': 'dunning.act',
};
