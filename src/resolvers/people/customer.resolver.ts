import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { maskName } from '../../domain/people/mask-name.js';
import { maskPhone } from '../../domain/people/mask-phone.js';
import { customerById, type CustomerRow } from '../../loaders/people/customer-by-id.js';
import { customersPage, type CustomersOrder } from '../../loaders/people/customers-page.js';
import { occupanciesOfCustomer } from '../../loaders/people/occupancies.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { CustomerConnection } from '../../schema/people/customer-connection.type.js';
import { CustomerFilterInput } from '../../schema/people/customer-filter.input.js';
import { CustomerOrderEnum } from '../../schema/people/customer-order.enum.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { OccupancyType } from '../../schema/people/occupancy.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { readsCustomerWhole, wholeOrMasked } from './whole-person.js';

/** Customers: their lists, edges, and the masks over what is personal. */
@Resolver(() => CustomerType)
export class CustomerResolver {
  @Query(() => CustomerConnection, {
    description:
      'The customers that the viewer may read. Needs `customer.read`; searching or sorting by masked fields also needs `customer.unmask`.',
  })
  customers(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CustomerFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: CustomerFilterInput | null,
    @Arg('orderBy', () => CustomerOrderEnum, {
      nullable: true,
      description: 'In which order; oldest record first where nothing is said.',
    })
    order: CustomersOrder | null,
  ) {
    return customersPage(ctx, filter ?? {}, order ?? 'CREATED_AT_ASC', page);
  }

  @Query(() => CustomerType, { nullable: true, description: 'One customer. Needs `customer.read` on the estate.' })
  customer(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string) {
    return found('customer', customerById(ctx).load(id));
  }

  @FieldResolver(() => String, {
    description:
      'Full name. Of a person masked (`张*`) unless the viewer holds `customer.unmask` on the estate or is the customer, or a grant to unmask is in force (R-ORG-78); of a firm never masked.',
  })
  name(@Root() customer: CustomerRow, @Ctx() ctx: RequestContext) {
    if (customer.kind === 'FIRM' || customer.erasedAt !== null) return customer.name;
    return wholeOrMasked(readsCustomerWhole(ctx, customer), customer.name, maskName);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Telephone number; masked (`138****5678`) unless the viewer holds `customer.unmask` on the estate or is the customer, or a grant to unmask is in force (R-ORG-78).',
  })
  phone(@Root() customer: CustomerRow, @Ctx() ctx: RequestContext) {
    const { phone } = customer;
    return phone === null ? null : wholeOrMasked(readsCustomerWhole(ctx, customer), phone, maskPhone);
  }

  @FieldResolver(() => EstateType, { description: 'The estate that serves the customer.' })
  estate(@Root() customer: CustomerRow, @Ctx() ctx: RequestContext) {
    return found('estate', estateById(ctx).load(customer.estateId));
  }

  @FieldResolver(() => [OccupancyType], { description: 'What the customer holds, has held and will, earliest first.' })
  occupancies(@Root() customer: CustomerRow, @Ctx() ctx: RequestContext) {
    return occupanciesOfCustomer(ctx).load(customer.id);
  }
}
