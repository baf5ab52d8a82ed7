import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Of somebody who has set nothing. */
const NOTHING = {
  version: 0,
  language: 'ZH_CN',
  mailAddress: null,
  mailKinds: [],
  smsKinds: [],
  wechatKinds: [],
} as const;

/** How the asker wants to be told outside the product. */
export async function ownMessagePreference(ctx: RequestContext) {
  const [row] = await ctx.moment.read(
    sqlFor
      .selectFrom('message_preference as p')
      .select(columns('p', 'version', 'language', 'mail_address', 'mail_kinds', 'sms_kinds', 'wechat_kinds'))
      .where('p.company_id', '=', ctx.asker.companyId)
      .where('p.id', '=', ctx.asker.subjectId),
  );
  return row ?? NOTHING;
}
