/** A bucket and who may use it. */
export interface S3Settings {
  /** `https://s3.example`; a bucket is a path below it. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}
