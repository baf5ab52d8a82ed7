import { registerEnumType } from 'type-graphql';
import { PAYMENT_METHODS } from '../../domain/ledger/payment-method.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of PaymentMethod. */
export const PaymentMethodEnum = enumOf(PAYMENT_METHODS);
registerEnumType(PaymentMethodEnum, {
  name: 'PaymentMethod',
  description: 'How money reaches the company.',
  valuesConfig: {
    CASH: { description: 'Cash (现金).' },
    POS: { description: 'Card at a terminal (刷卡).' },
    TRANSFER: { description: 'Bank transfer (转账).' },
    WECHAT: { description: 'WeChat Pay (微信).' },
    ALIPAY: { description: 'Alipay (支付宝).' },
    CHEQUE: { description: 'Cheque (支票).' },
    BANK_WITHHOLDING: { description: 'Withheld by the bank by agreement (银行代扣).' },
  },
});
