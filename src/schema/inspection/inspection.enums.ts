import { registerEnumType } from 'type-graphql';
import {
  FINDING_CATEGORIES,
  INSPECTED_KINDS,
  INSPECTION_KINDS,
  INSPECTION_OUTCOMES,
} from '../../domain/inspection/inspection-kind.js';
import { INSPECTION_STAGES } from '../../domain/inspection/inspection-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of InspectionKind. */
export const InspectionKindEnum = enumOf(INSPECTION_KINDS);
registerEnumType(InspectionKindEnum, {
  name: 'InspectionKind',
  description: 'How an estate is inspected.',
  valuesConfig: {
    VERIFICATION: { description: 'Customers of a drawn sample are asked whether the records are true.' },
    ON_SITE: { description: 'Somebody goes and looks by a checklist.' },
  },
});

/** The GraphQL enum of InspectionStage. */
export const InspectionStageEnum = enumOf(INSPECTION_STAGES);
registerEnumType(InspectionStageEnum, {
  name: 'InspectionStage',
  description: 'Where an inspection stands.',
  valuesConfig: {
    OPEN: { description: 'It is under way; the estate sees nothing of it.' },
    PUBLISHED: { description: 'The estate sees all of it, and its figures stand.' },
    CALLED_OFF: { description: 'It did not take place; the estate never sees it.' },
  },
});

/** The GraphQL enum of InspectedKind. */
export const InspectedKindEnum = enumOf(INSPECTED_KINDS);
registerEnumType(InspectedKindEnum, {
  name: 'InspectedKind',
  description: 'What is looked at.',
  valuesConfig: {
    REPAIR: { description: 'A closed repair of a household.' },
    COMPLAINT: { description: 'A closed complaint of a household.' },
    OWNER_VISIT: { description: 'A visit to a household.' },
    CHECKLIST: { description: 'A point of a checklist.' },
  },
});

/** The GraphQL enum of InspectionOutcome. */
export const InspectionOutcomeEnum = enumOf(INSPECTION_OUTCOMES);
registerEnumType(InspectionOutcomeEnum, {
  name: 'InspectionOutcome',
  description: 'What a look gave.',
  valuesConfig: {
    TRUE_TO_RECORD: { description: 'The customer says what the record says.' },
    FALSE: { description: 'The customer says otherwise.' },
    NOT_REACHED: { description: 'The customer was not reached; it counts in no rate.' },
    PASSED: { description: 'A point is as it should be.' },
    FAILED: { description: 'A point is not as it should be; the note says how.' },
    NOT_APPLICABLE: { description: 'A point has no meaning here; it counts in no rate.' },
  },
});

/** The GraphQL enum of what can be said of a point of a checklist. */
export const ChecklistVerdictEnum = enumOf(['PASSED', 'FAILED', 'NOT_APPLICABLE'] as const);
registerEnumType(ChecklistVerdictEnum, {
  name: 'ChecklistVerdict',
  description: 'How a point of a checklist stands.',
  valuesConfig: {
    PASSED: { description: 'As it should be.' },
    FAILED: { description: 'Not as it should be; a note says how.' },
    NOT_APPLICABLE: { description: 'It has no meaning here.' },
  },
});

/** The GraphQL enum of FindingCategory. */
export const FindingCategoryEnum = enumOf(FINDING_CATEGORIES);
registerEnumType(FindingCategoryEnum, {
  name: 'InspectionFindingCategory',
  description: 'What is wrong.',
  valuesConfig: {
    FALSE_CALLBACK: { description: 'A recorded callback did not happen (D-27).' },
    FALSE_CLOSURE: { description: 'A closed ticket is not solved (D-27).' },
    FALSE_VISIT: { description: 'A recorded visit did not take place (D-27).' },
    RECORDS: { description: 'Records are incomplete or wrong.' },
    SERVICE: { description: 'Conduct or service.' },
    SITE: { description: 'The state of the site.' },
    SAFETY: { description: 'A danger.' },
  },
});
