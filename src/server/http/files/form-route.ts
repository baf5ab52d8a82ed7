import type { FastifyInstance } from 'fastify';
import { FORM_KEYS, FORM_LANGUAGES } from '../../../domain/form/form-key.js';
import { isId } from '../../../domain/id.js';
import type { House } from '../../../tenancy/house.js';
import { RequestContext } from '../../../tenancy/request-context.js';
import type { Executor } from '../../execution/executor.js';
import { FORM_POLICY, printedForm } from '../../form/printed-form.js';
import { noSuchLink, refuseFile } from './file-refusal.js';

interface FormParams {
  readonly company: string;
  readonly account: string;
  readonly key: string;
  readonly subject: string;
  readonly language: string;
}

/** `GET /files/forms/…`: a form by its link, filled under the present rights of whoever asked for the link. */
export function addFormRoute(
  app: FastifyInstance,
  { house, executor }: { readonly house: House; readonly executor: Executor },
): void {
  app.get<{ Params: FormParams }>('/files/forms/:company/:account/:key/:subject/:language', async (request, reply) => {
    const page = await pageOf(request.params, request.query, request.id, request.ip);
    if (page === null) return refuseFile(reply, executor, noSuchLink());
    return reply
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': FORM_POLICY,
        'x-frame-options': 'SAMEORIGIN',
      })
      .type('text/html; charset=utf-8')
      .send(page);
  });

  async function pageOf(
    params: FormParams,
    query: unknown,
    requestId: string,
    address: string,
  ): Promise<string | null> {
    const { company, account, subject } = params;
    const key = FORM_KEYS.find((known) => known === params.key);
    const language = FORM_LANGUAGES.find((known) => known === params.language);
    const link = house.links.open('forms', [company, account, params.key, subject, params.language], query);
    if (!link || !key || !language || !isId(company) || !isId(account)) return null;
    const principal = await house.principals.find({ companyId: company, accountId: account, familyId: null });
    if (!principal) return null;
    const ctx = new RequestContext(house, principal, { requestId, address, transport: 'http' });
    try {
      return await printedForm(ctx, key, subject, language);
    } finally {
      await ctx.end();
    }
  }
}
