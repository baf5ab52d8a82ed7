/** Numbers from 0 to below 1 that are the same for the same seed. */
export declare function randomOf(seed: number): () => number;
/** One of a list. */
export declare function oneOf<T>(random: () => number, list: readonly T[]): T;
