export declare class Company {
  constructor(url: string, login?: { readonly login: string; readonly password: string });
  readonly url: string;
  signIn(): Promise<string>;
}
