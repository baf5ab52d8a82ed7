/** What a form shows. */
export interface FormContent {
  readonly title: string;
  readonly template: string;
  readonly data: object;
}
