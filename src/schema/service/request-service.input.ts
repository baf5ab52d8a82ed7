import { Field, InputType } from 'type-graphql';
import type { ConsentMode } from '../../domain/consent/consent-mode.js';
import { ConsentModeEnum } from '../consent/consent-mode.enum.js';
import { MoneyInput } from '../money/money.input.js';
import { ReportInput } from '../ticket/report.input.js';

/** A service that a customer wants. */
@InputType({ description: 'A service that a customer wants (服务申请, R-DSP-08).' })
export class RequestServiceInput extends ReportInput {
  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What it costs, where the desk has named it; needs `service.quote` (R-DSP-13).',
  })
  price?: MoneyInput | null;

  @Field(() => Boolean, { nullable: true, description: 'That it is free (无偿); needs `service.quote`.' })
  free?: boolean | null;

  @Field(() => ConsentModeEnum, {
    nullable: true,
    description: 'How the customer agreed to the price in the same contact; absent where that is still to come.',
  })
  consentMode?: ConsentMode | null;
}
