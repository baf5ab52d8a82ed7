import { registerEnumType } from 'type-graphql';
import { METRIC_DIMENSIONS } from '../../domain/metric/metric-dimension.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MetricDimension. */
export const MetricDimensionEnum = enumOf(METRIC_DIMENSIONS);

registerEnumType(MetricDimensionEnum, {
  name: 'MetricDimension',
  description: 'What a metric may be broken down by; a metric has at most one dimension of its own.',
  valuesConfig: {
    ESTATE: { description: 'By estate; any metric.' },
    CATEGORY: { description: 'By the category that tickets have now; metrics about tickets.' },
    DEPARTMENT: { description: 'By the department that has the tickets now; metrics about tickets.' },
    BUILDING: { description: 'By the building of the unit; metrics about tickets.' },
    STAFF: {
      description:
        'By the member of staff, each by id: own dimension of what one person enters, signs, issues or has to do (D-27); of other metrics about tickets by who is in charge of the tickets now. Only on estates where the viewer holds `audit.read`.',
    },
    AGE: {
      description:
        'By how long ago it began, at the end of the day that is asked about: UP_TO_1_DAY, UP_TO_3_DAYS, UP_TO_7_DAYS, OVER_7_DAYS; of deposits UP_TO_3_MONTHS, UP_TO_6_MONTHS, UP_TO_12_MONTHS, OVER_12_MONTHS; metrics of what stands open.',
    },
    URGENCY: { description: 'Own dimension: ordinary repairs and emergencies.' },
    COMPLAINT_CLASS: { description: 'Own dimension: general, important, major.' },
    CHANNEL: { description: 'Own dimension: how it came in.' },
    SCHEDULE_REASON: { description: 'Own dimension: why another time was agreed.' },
    CALLBACK_MODE: { description: 'Own dimension: telephone or face to face.' },
    SATISFACTION: { description: 'Own dimension: the five levels.' },
    VISIT_MODE: { description: 'Own dimension: at home, at the office, outdoors, by telephone.' },
    SURVEY_DIMENSION: { description: 'Own dimension: what the survey scores, such as CLEANING.' },
    SERVICE_METHOD: { description: 'Own dimension: in person, by post, by public notice.' },
    CHARGE_KIND: { description: 'Own dimension: what was charged for, such as PROPERTY_FEE.' },
    NOTICE_TIMING: {
      description:
        'Own dimension: how a payment notice came, ON_TIME, EARLY, LATE, or NONE that was not brought (Q-11).',
    },
    DEPOSIT_KIND: { description: 'Own dimension: what a deposit secures, such as RENOVATION.' },
    PAYMENT_METHOD: { description: 'Own dimension: by what way money came or went, such as CASH.' },
    DUNNING_STEP_KIND: { description: 'Own dimension: message, call, visit at home, legal action.' },
    TICKET_KIND: {
      description: 'Own dimension: the kind of the ticket, or of the one that came of it; empty where none did.',
    },
  },
});
