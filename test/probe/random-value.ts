import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { ODD_IDS, ODD_TEXTS, ODD_VALUES } from './odd-values.js';
import type { Tape } from './tape.js';

/** What arguments are drawn from beside odd values. */
export interface Pools {
  readonly ownIds: readonly string[];
  readonly victimIds: readonly string[];
  /** Cursors of answers and of lists: own, the victims', and forged ones. */
  readonly cursors: readonly string[];
}

/** Sizes of pages: mostly small, so that an operation stays below the limit of cost. */
const PAGE_SIZES = [1, 2, 3];
const ODD_PAGE_SIZES = [0, -1, 20, 100, 101, 2_147_483_647];
/** In a hundred: how often a value is an odd one, so that most operations are not refused for their form. */
const ODD = 15;

/** Draws values for arguments and tells which fields of input objects were given. */
export class RandomValues {
  constructor(
    private readonly tape: Tape,
    private readonly pools: Pools,
    private readonly touch: (coordinate: string) => void,
  ) {}

  of(type: GraphQLInputType, name: string, depth = 0): unknown {
    const { tape } = this;
    if (!isNonNullType(type) && tape.chance(5)) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const length = tape.chance(1) ? 1_001 : tape.below(4);
      const item = (): unknown => this.of(inner.ofType, name, depth + 1);
      return length > 3 ? Array.from({ length }, () => null).fill(item() as null) : Array.from({ length }, item);
    }
    if (isEnumType(inner)) return tape.pick(inner.getValues()).name;
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type) || tape.chance(40));
      return Object.fromEntries(
        fields.map((field) => {
          this.touch(`${inner.name}.${field.name}`);
          return [field.name, this.of(field.type, field.name, depth + 1)];
        }),
      );
    }
    return this.#scalar((inner as { readonly name: string }).name, name);
  }

  #scalar(type: string, name: string): unknown {
    const { tape, pools } = this;
    if (name === 'first' || name === 'last') return tape.pick(tape.chance(5) ? ODD_PAGE_SIZES : PAGE_SIZES);
    if (type === 'Boolean') return tape.chance(50);
    if (type === 'ID' || (type === 'UUID' && tape.chance(30))) return this.#id();
    const cursor = type === 'Cursor' || ((name === 'after' || name === 'before') && !tape.chance(20));
    if (cursor && pools.cursors.length > 0) return tape.pick(pools.cursors);
    const values = ODD_VALUES[type];
    if (values) return tape.chance(ODD) ? (tape.chance(20) ? this.#text() : tape.pick(values)) : values[0];
    return tape.chance(50) ? this.#text() : name === 'timeZone' ? 'Asia/Shanghai' : `probe${tape.below(1_000)}`;
  }

  #id(): unknown {
    const { tape, pools } = this;
    const kind = tape.below(100);
    if (kind < 40) return tape.pick(pools.victimIds);
    if (kind < 90) return tape.pick(pools.ownIds);
    if (kind < 94) return tape.pick(ODD_IDS);
    return kind < 97 ? crypto.randomUUID() : this.#text();
  }

  /** Never a stranger's id: what a mutation stores as a name may be told to its owner again. */
  #text(): string {
    return this.tape.pick(ODD_TEXTS);
  }
}
