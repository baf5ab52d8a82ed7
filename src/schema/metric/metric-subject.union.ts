import { createUnionType } from 'type-graphql';
import { ChargeType } from '../charge/charge.type.js';
import { ComplaintType } from '../complaint/complaint.type.js';
import { ContactType } from '../contact/contact.type.js';
import { EnquiryType } from '../enquiry/enquiry.type.js';
import { HelpCallType } from '../help/help-call.type.js';
import { ServiceRequestType } from '../service/service-request.type.js';
import { SuggestionType } from '../suggestion/suggestion.type.js';
import { RepairOrderType } from '../ticket/repair-order.type.js';

/** What items of metrics are. */
export const MetricSubjectUnion = createUnionType({
  name: 'MetricSubject',
  description: 'What an item of a metric is: a ticket of any kind, an entry of the contact log, or a charge.',
  types: () =>
    [
      RepairOrderType,
      ComplaintType,
      EnquiryType,
      SuggestionType,
      ServiceRequestType,
      HelpCallType,
      ContactType,
      ChargeType,
    ] as const,
});
