import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { BillRunType } from './bill-run.type.js';
import { SharedCostType } from './shared-cost.type.js';
import { TariffType } from './tariff.type.js';

/** A tariff after a command. */
@ObjectType('TariffPayload', { description: 'A tariff after a command.' })
export class TariffPayloadType {
  @Field(() => TariffType, { description: 'The tariff as it stands now.' })
  tariff!: TariffType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A bill run after a command. */
@ObjectType('BillRunPayload', { description: 'A bill run after a command.' })
export class BillRunPayloadType {
  @Field(() => BillRunType, { description: 'The run as it stands now.' })
  run!: BillRunType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** A cost of the common parts after a command. */
@ObjectType('SharedCostPayload', { description: 'A cost of the common parts after a command.' })
export class SharedCostPayloadType {
  @Field(() => SharedCostType, { description: 'The cost as it stands now.' })
  cost!: SharedCostType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
