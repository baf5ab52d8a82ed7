import { DebtorListLineResolver, DebtorListResolver } from './dunning/debtor-list.resolver.js';
import { DocumentServiceResolver } from './dunning/document-service.resolver.js';
import { DunningCaseResolver, DunningFiguresResolver } from './dunning/dunning-case.resolver.js';
import { DunningCommandsResolver } from './dunning/dunning-commands.resolver.js';
import {
  DunningHoldResolver,
  DunningInstalmentResolver,
  DunningStepResolver,
} from './dunning/dunning-step.resolver.js';
import { LastStepResolver } from './dunning/last-step.resolver.js';
import { LawyerLetterResolver, LetterListResolver } from './dunning/letter-list.resolver.js';

/** Dunning. */
export const RESOLVERS_OF_DUNNING = [
  DunningCaseResolver,
  DunningFiguresResolver,
  DunningCommandsResolver,
  DunningHoldResolver,
  DunningInstalmentResolver,
  DunningStepResolver,
  LastStepResolver,
  LetterListResolver,
  LawyerLetterResolver,
  DebtorListResolver,
  DebtorListLineResolver,
  DocumentServiceResolver,
] as const;
