import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectApiKeys } from './api-key-by-id.js';

const KEYS = [{ column: 'k.id', type: 'uuid', descending: true }] as const;

/** A page of the API keys that the asker may manage, newest first; revoked ones too. */
export const apiKeysPage = (ctx: RequestContext, args: PageArgs) => page(ctx.moment, selectApiKeys(ctx), KEYS, args);
