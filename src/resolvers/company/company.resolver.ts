import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { companyById } from '../../loaders/company/company-by-id.js';
import { CompanyType } from '../../schema/company/company.type.js';
import { CompanyPayloadType, UpdateCompanyInput } from '../../schema/company/update-company.input.js';
import { updateCompany } from '../../services/company/update-company.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about the company itself. */
@Resolver(() => CompanyPayloadType)
export class CompanyResolver {
  @Mutation(() => CompanyPayloadType, {
    nullable: true,
    description: 'Renames your company or moves its head office to another time zone. Needs `company.manage`.',
  })
  updateCompany(
    @Arg('input', () => UpdateCompanyInput, { description: 'What changes.' }) input: UpdateCompanyInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, updateCompany, input);
  }

  @FieldResolver(() => CompanyType, { description: 'The company as it stands now.' })
  company(@Root() payload: CompanyPayloadType, @Ctx() ctx: RequestContext) {
    return found('company', companyById(ctx).load(payload.companyId));
  }
}
