import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { Api } from '../../src/server/api.js';
import { Executor } from '../../src/server/execution/executor.js';
import { operationOf } from '../../src/server/execution/operation.js';
import type { RequestContext } from '../../src/tenancy/request-context.js';

type Engines = Readonly<Record<'interpreted' | 'compiled', Executor>>;
const engines = new WeakMap<Api, Engines>();

function enginesOf(api: Api): Engines {
  const known = engines.get(api);
  if (known) return known;
  const quiet = { sink: () => undefined, suggestions: true };
  const made = {
    interpreted: new Executor(api.executor.schema, { ...quiet, compileAt: Infinity }),
    compiled: new Executor(api.executor.schema, { ...quiet, compileAt: 1 }),
  };
  engines.set(api, made);
  return made;
}

/**
 * Runs a query by graphql-js and by compiled code: data, nulled fields, errors with paths and codes must be the same.
 * Other operations are left alone, and so is what was written meanwhile.
 * @throws Error with both answers when they differ
 */
export async function assertEnginesAgree(
  api: Api,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  contextOf: () => Promise<RequestContext>,
): Promise<void> {
  const admission = api.gate.admit(document);
  if ('errors' in admission) return;
  if (operationOf(admission.document, null)?.operation !== OperationTypeNode.QUERY) return;
  const operation = { ...admission, operationName: null, variables };
  const { interpreted, compiled } = enginesOf(api);
  const first = await interpreted.execute(operation, await contextOf());
  const second = await compiled.execute(operation, await contextOf());
  if (first.extensions?.['cursor'] !== second.extensions?.['cursor']) return;
  const [one, other] = [comparable(first), comparable(second)];
  if (one !== other) throw new Error(`graphql-js and compiled code differ.\n${document}\n${one}\n${other}`);
}

/** Errors of fields that run at the same time come in any order, and each has a log id of its own. */
function comparable({ data, errors }: ExecutionResult): string {
  const told = (errors ?? []).map((error) => {
    const extensions = { ...error.extensions, logId: null };
    return JSON.stringify({ ...error.toJSON(), extensions });
  });
  return JSON.stringify({ data, errors: told.sort() });
}
