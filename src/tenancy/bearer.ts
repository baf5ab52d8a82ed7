/** What an access token says: which account of which company, in which sign-in. Nothing else of it is believed. */
export interface Bearer {
  readonly companyId: string;
  readonly accountId: string;
  /** The family of refresh tokens that the access token was issued in; null for issuers without one. */
  readonly familyId: string | null;
  /** The link of an external subject to the account, for tokens of external issuers; while it stands, they are good. */
  readonly linkId?: string;
}

/** A bearer whose token was verified, and until when it is good. */
export interface VerifiedBearer extends Bearer {
  readonly expiresAt: Date;
}
