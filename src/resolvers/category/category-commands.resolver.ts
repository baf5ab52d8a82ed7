import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { categoryById } from '../../loaders/category/category-by-id.js';
import { CreateCategoryInput } from '../../schema/category/create-category.input.js';
import { MoveCategoryInput } from '../../schema/category/move-category.input.js';
import { RetireCategoryInput } from '../../schema/category/retire-category.input.js';
import { TicketCategoryPayloadType } from '../../schema/category/ticket-category-payload.type.js';
import { UpdateCategoryInput } from '../../schema/category/update-category.input.js';
import { createCategory } from '../../services/category/create-category.js';
import { moveCategory } from '../../services/category/move-category.js';
import { retireCategory } from '../../services/category/retire-category.js';
import { updateCategory } from '../../services/category/update-category.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about the company's categories. */
@Resolver()
export class CategoryCommandsResolver {
  @Mutation(() => TicketCategoryPayloadType, {
    nullable: true,
    description: "Adds a category to the company's tree (R-ORG-22). Needs `category.manage` on all estates.",
  })
  async createCategory(
    @Arg('input', () => CreateCategoryInput, { description: 'The category.' }) input: CreateCategoryInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, await command(ctx, createCategory, input));
  }

  @Mutation(() => TicketCategoryPayloadType, {
    nullable: true,
    description:
      'Renames a category, or changes for what it is offered or what it is compared by. Needs `category.manage` on all estates.',
  })
  async updateCategory(
    @Arg('input', () => UpdateCategoryInput, { description: 'What changes.' }) input: UpdateCategoryInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, await command(ctx, updateCategory, input));
  }

  @Mutation(() => TicketCategoryPayloadType, {
    nullable: true,
    description:
      'Puts a category below another one or to the top, never below itself. Needs `category.manage` on all estates.',
  })
  async moveCategory(
    @Arg('input', () => MoveCategoryInput, { description: 'What goes where.' }) input: MoveCategoryInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, await command(ctx, moveCategory, input));
  }

  @Mutation(() => TicketCategoryPayloadType, {
    nullable: true,
    description:
      'Retires a category from a day on, with all below it; tickets keep it. Needs `category.manage` on all estates.',
  })
  async retireCategory(
    @Arg('input', () => RetireCategoryInput, { description: 'Which one, and when.' }) input: RetireCategoryInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, await command(ctx, retireCategory, input));
  }
}

const changed = async <D extends { readonly categoryId: string }>(ctx: RequestContext, done: D) => ({
  ...done,
  category: await found('category', categoryById(ctx).load(done.categoryId)),
});
