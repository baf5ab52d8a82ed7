/** What callers may use up on one node. */
export interface QuotaBounds {
  /** Cost a minute of one account; of one network where nobody is signed in. */
  readonly principalCost: number;
  /** Cost a minute of all accounts of a company together. */
  readonly companyCost: number;
  /** Operations under way at a time of one account; of one network where nobody is signed in. */
  readonly principalOperations: number;
  /** Operations under way at a time of all accounts of a company together. */
  readonly companyOperations: number;
}

/** Generous: a busy front desk spends some hundreds a minute. */
export const USUAL_QUOTA: QuotaBounds = {
  principalCost: 60_000,
  companyCost: 600_000,
  principalOperations: 50,
  companyOperations: 400,
};
