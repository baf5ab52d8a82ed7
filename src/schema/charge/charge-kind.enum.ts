import { registerEnumType } from 'type-graphql';
import { CHARGE_KINDS } from '../../domain/charge/charge-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ChargeKind. */
export const ChargeKindEnum = enumOf(CHARGE_KINDS);
registerEnumType(ChargeKindEnum, {
  name: 'ChargeKind',
  description: 'What customers are charged for (R-FEE-02). Deposits are none: they are held, not owed.',
  valuesConfig: {
    PROPERTY_FEE: { description: 'Property-management fee (物业费).' },
    PARKING_FEE: { description: 'Parking fee of a space (车位费).' },
    PARKING_SERVICE_FEE: { description: 'Management service fee of a parking space (停车位管理服务费).' },
    SPACE_RENT: { description: 'Rent of a parking space (停车位租金).' },
    SHORT_STAY_PARKING: { description: 'Short-stay parking (临停费).' },
    PARKING_CARD_FEE: { description: 'Handling of a parking card (车卡办理费).' },
    CARD_RENTAL: { description: 'Rental of a card (车卡租赁费).' },
    WATER: { description: 'Water, collected on behalf (水费).' },
    ELECTRICITY: { description: 'Electricity, collected on behalf (电费).' },
    SHARED_UTILITIES: { description: 'Water and electricity of the common parts, apportioned (公摊水电费).' },
    SPECIAL_SERVICE: { description: 'A service that was ordered (特约服务费).' },
    REPAIR: { description: 'A chargeable repair (维修费).' },
    RENOVATION_WASTE: { description: 'Removal of renovation waste (装修垃圾清运费).' },
    RENOVATION_LITTERING: { description: 'Littering during a renovation (R-SIT-11).' },
    TEMPORARY_PASS: { description: 'A temporary pass (临时出入证).' },
    CARD_REPLACEMENT: { description: 'Replacement of a card (工本费).' },
    MOVE_IN: { description: 'What is due at move-in (入伙费用).' },
    PENALTY: { description: 'A penalty of a contract (违约金额).' },
    LATE_FEE: { description: 'For paying late (滞纳金 / 违约金), outside the collection rate (D-22).' },
  },
});
