import { registerEnumType } from 'type-graphql';
import { SERVICE_STAGES } from '../../domain/service/service-life.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ServiceStage. */
export const ServiceStageEnum = enumOf(SERVICE_STAGES);

registerEnumType(ServiceStageEnum, {
  name: 'ServiceStage',
  description: 'The stages of a service request.',
  valuesConfig: {
    ACCEPTED: { description: 'Accepted by the centre (接受服务申请, R-DSP-04).' },
    DISPATCHED: { description: 'Passed on to a department or a person (R-DSP-09).' },
    PERFORMED: { description: 'Performed (实施服务, R-DSP-04).' },
    CALLED_BACK: { description: 'The customer has been called back (R-CBK-07).' },
    CLOSED: { description: 'Filed.' },
    DECLINED: { description: 'Outside the scope of service, and explained so (R-DSP-12).' },
    CANCELLED: { description: 'Taken back before it was performed.' },
  },
});
