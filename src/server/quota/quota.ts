import { limitExceeded, type DomainError } from '../../domain/errors.js';
import { networkOf } from '../../tenancy/identity/network-of.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { Allowances } from './allowances.js';
import type { QuotaBounds } from './quota-bounds.js';

/** Who is charged: an account and its company, or the network that it comes from where nobody is signed in. */
export interface Caller {
  readonly principal: { readonly companyId: string; readonly accountId: string } | null;
  readonly address: string;
}

/** Who is charged for a request. */
export const callerOf = (ctx: RequestContext): Caller => ({ principal: ctx.principal, address: ctx.facts.address });

/** One of those whose allowance a caller uses. */
interface Share {
  readonly of: 'principal' | 'company' | 'network';
  readonly allowances: Allowances;
  readonly holder: string;
}

/** Most holders of one kind that are remembered. */
const KEPT = 20_000;
/** Cost of an operation that is refused for its form: reading it was work. */
const REFUSED_COST = 100;

/**
 * What callers use up on this node. Each has an allowance of its own beside its company's: who has spent it is refused
 * and takes nothing of the company's, so that the others go on until all together have spent that.
 */
export class Quota {
  readonly #principals: Allowances;
  readonly #companies: Allowances;
  readonly #networks: Allowances;

  constructor(bounds: QuotaBounds, monotonicMs: () => number = () => performance.now()) {
    const own = { costPerMinute: bounds.principalCost, operations: bounds.principalOperations, kept: KEPT };
    const shared = { costPerMinute: bounds.companyCost, operations: bounds.companyOperations, kept: KEPT };
    this.#principals = new Allowances(own, monotonicMs);
    this.#companies = new Allowances(shared, monotonicMs);
    this.#networks = new Allowances(own, monotonicMs);
  }

  /** Lets a caller pass that has something left. @throws LIMIT_EXCEEDED with the seconds to wait */
  keepOpen(caller: Caller): void {
    this.#keep(this.#sharesOf(caller), 1);
  }

  /** Takes the cost of an operation that is about to run. @throws LIMIT_EXCEEDED with the seconds to wait; nothing is taken then */
  charge(caller: Caller, cost: number): void {
    const shares = this.#sharesOf(caller);
    this.#keep(shares, cost);
    for (const { allowances, holder } of shares) allowances.take(holder, cost);
  }

  /** Takes the cost of an operation that was refused for its form. */
  fine(caller: Caller): void {
    for (const { allowances, holder } of this.#sharesOf(caller)) allowances.take(holder, REFUSED_COST);
  }

  /** Counts an operation under way until the returned function is called. @throws LIMIT_EXCEEDED when there are too many */
  enter(caller: Caller): () => void {
    const shares = this.#sharesOf(caller);
    const full = shares.find(({ allowances, holder }) => !allowances.hasRoom(holder));
    if (full) throw tooMany(full);
    const leaves = shares.map(({ allowances, holder }) => allowances.enter(holder));
    return () => {
      for (const leave of leaves) leave();
    };
  }

  #keep(shares: readonly Share[], cost: number): void {
    for (const share of shares) {
      const wait = share.allowances.msUntil(share.holder, cost);
      if (wait > 0) throw spent(share, Math.ceil(wait / 1_000));
    }
  }

  #sharesOf({ principal, address }: Caller): readonly Share[] {
    if (!principal) return [{ of: 'network', allowances: this.#networks, holder: networkOf(address) }];
    const { companyId, accountId } = principal;
    return [
      { of: 'principal', allowances: this.#principals, holder: `${companyId}/${accountId}` },
      { of: 'company', allowances: this.#companies, holder: companyId },
    ];
  }
}

function spent({ of, allowances }: Share, retryAfter: number): DomainError {
  const limit = allowances.size.costPerMinute;
  const message = `This ${of} has spent its cost of ${limit} a minute; try again in ${retryAfter} s.`;
  return limitExceeded(message, { what: 'costPerMinute', of, limit, retryAfter });
}

function tooMany({ of, allowances }: Share): DomainError {
  const limit = allowances.size.operations;
  const message = `This ${of} has ${limit} operations under way; try again when one has ended.`;
  return limitExceeded(message, { what: 'operationsUnderWay', of, limit, retryAfter: 1 });
}
