import {
  ColumnNode,
  createQueryId,
  OperationNodeTransformer,
  PostgresQueryCompiler,
  RawNode,
  ReferenceNode,
  ValueNode,
  type BinaryOperationNode,
  type Compilable,
  type CompiledQuery,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';
import { ReadMoment } from '../../src/tenancy/read/read-moment.js';

/** Columns by which queries keep to a company, an estate, a unit, an occupancy or what is meant for customers. */
const FENCE_COLUMNS = ['company_id', 'estate_id', 'unit_id', 'occupancy_id', 'visibility'];
const COLUMN = `(?:\\w+\\.)?(?:${FENCE_COLUMNS.join('|')})`;
const MARK = '⟦\\d+⟧(?:::\\w+(?:\\[\\])?)?';
/** Such a comparison inside a text that a person wrote; parameters stand as marks. */
const WRITTEN = new RegExp(`\\b${COLUMN}\\s*=\\s*(?:any\\s*\\(${MARK}\\)|${MARK}|${COLUMN}\\b)`, 'g');
/** The same in a text that was never built: its parameters are numbered. */
const SENT = new RegExp(`\\b${COLUMN}\\s*=\\s*(?:(\\$\\d+(?:::\\w+)?)|${COLUMN}\\b)`, 'g');
const LEFT_OVER = /"?\b(?:company_id|estate_id|occupancy_id)"?\s*=(?!\s*"?\w+"?\."?id\b)/;

/**
 * Takes out of a query every comparison by which it keeps to a company, an estate, a unit or an occupancy itself; each
 * becomes `true`. What such a query answers is what the fence in the database lets through.
 */
class StripPredicates implements KyselyPlugin {
  readonly #stripper: Stripper;

  /** @param companyId the asker's company: comparisons with it go, whatever the column is called */
  constructor(companyId: string | null) {
    this.#stripper = new Stripper(companyId);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#stripper.transformNode(node, queryId);
  }

  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }
}

class Stripper extends OperationNodeTransformer {
  constructor(private readonly companyId: string | null) {
    super();
  }

  protected override transformBinaryOperation(node: BinaryOperationNode, queryId?: QueryId): BinaryOperationNode {
    return this.#keepsToFence(node) ? TRUE : super.transformBinaryOperation(node, queryId);
  }

  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    const text = node.sqlFragments.reduce(
      (before, fragment, i) => before + markOf(node.parameters[i - 1], i - 1) + fragment,
    );
    const [first = '', ...rest] = text.replace(WRITTEN, 'true').split(/⟦(\d+)⟧/);
    const fragments = [first];
    const parameters: OperationNode[] = [];
    for (let i = 0; i < rest.length; i += 2) {
      const parameter = node.parameters[Number(rest[i])];
      if (!parameter) continue;
      parameters.push(parameter);
      fragments.push(rest[i + 1] ?? '');
    }
    return super.transformRaw(RawNode.create(fragments, parameters), queryId);
  }

  /** A fence column beside a value or another fence column; or anything beside the asker's company. */
  #keepsToFence({ leftOperand, rightOperand }: BinaryOperationNode): boolean {
    if (ValueNode.is(rightOperand) && rightOperand.value === this.companyId) return true;
    const [left, right] = [nameOf(leftOperand), nameOf(rightOperand)];
    return FENCE_COLUMNS.includes(left ?? '') && (right === undefined || FENCE_COLUMNS.includes(right));
  }
}

/** Stands where a comparison stood. */
const TRUE = RawNode.createWithSql('true') as unknown as BinaryOperationNode;

/** A parameter as a mark; the name of a column that the fence keeps to as it is. */
function markOf(parameter: OperationNode | undefined, index: number): string {
  const name = parameter && nameOf(parameter);
  return name !== undefined && FENCE_COLUMNS.includes(name) ? name : `⟦${index}⟧`;
}

/** The name of the column that a node refers to. */
function nameOf(node: OperationNode): string | undefined {
  if (RawNode.is(node) && node.parameters.length === 1 && node.sqlFragments.every((fragment) => fragment === ''))
    return node.parameters[0] && nameOf(node.parameters[0]);
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column)) return undefined;
  return node.column.column.name;
}

/**
 * From now on every read moment sends its queries stripped.
 * @returns how many statements were changed so far, and the way to end it
 * @throws Error from a read whose text still keeps to a company, an estate or an occupancy
 */
export function stripReads(): { readonly changed: () => number; readonly end: () => void } {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the moment below
  const { read } = ReadMoment.prototype;
  let changed = 0;
  ReadMoment.prototype.read = function <R>(this: ReadMoment, query: Compilable<R> | CompiledQuery<R>) {
    const compiled = 'compile' in query ? query.compile() : query;
    const { companyId } = this as unknown as { readonly companyId: string | null };
    const stripped = strip(compiled, companyId);
    if (LEFT_OVER.test(stripped.sql)) throw new Error(`A predicate was left in: ${stripped.sql}`);
    if (stripped.sql !== compiled.sql) changed += 1;
    return read.call(this, stripped) as Promise<R[]>;
  };
  return { changed: () => changed, end: () => void (ReadMoment.prototype.read = read) };
}

/** The query without its predicates. */
export function strip<R>(compiled: CompiledQuery<R>, companyId: string | null): CompiledQuery<R> {
  if (RawNode.is(compiled.query) && compiled.query.parameters.length === 0) {
    const kept = (_: string, parameter?: string): string => (parameter ? `(${parameter} is not null)` : 'true');
    return { ...compiled, sql: compiled.sql.replace(SENT, kept) };
  }
  const queryId = createQueryId();
  const node = new StripPredicates(companyId).transformQuery({ node: compiled.query, queryId });
  return new PostgresQueryCompiler().compileQuery(node, queryId);
}
