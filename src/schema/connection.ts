import { Field, Int, ObjectType, Root, type ClassType } from 'type-graphql';

/** Where a page lies in its list. */
@ObjectType({ description: 'Where a page lies in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are items after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item of this page; null when it is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item of this page; null when it is empty.' })
  endCursor!: string | null;
}

/** One item of a page with its place. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A page of a list as loaders return it. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  /** Counts the whole list, exact to 10,000; runs only when it is asked for. */
  readonly totalCount: () => Promise<number>;
}

/** The GraphQL types of a list of `Node`: `XConnection` with `nodes`, `edges`, `pageInfo` and `totalCount`. */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T> | object,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} with its place in the list.` })
  class EdgeOf {
    @Field(() => String, { description: 'Give it as `after` or `before` to continue from here.' })
    cursor!: string;

    @Field(() => node() as ClassType<T>, { description: 'The item.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionOf {
    @Field(() => [node() as ClassType<T>], { description: 'The items of this page, in order.' })
    nodes!: T[];

    @Field(() => [EdgeOf], { description: 'The items of this page with their cursors.' })
    edges!: EdgeOf[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: 'How many items the whole list has; exact up to 10,000, which means "10,000 or more".',
    })
    totalCount(@Root() page: Connection<T>): Promise<number> {
      return page.totalCount();
    }
  }
  return ConnectionOf as unknown as ClassType<Connection<T>>;
}
