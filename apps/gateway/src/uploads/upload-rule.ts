/** What a multipart route takes. */
export interface UploadRule {
  /** The name that files come under. */
  readonly field: string;
  readonly maxFiles: number;
  /** The field of the contract's request that takes the storage keys: a list, or the one key where one file is taken. */
  readonly fills: string;
  /** Names of texts that may stand beside the files. */
  readonly texts?: readonly string[];
}

/** The largest file that is taken (api.md, Listings). */
export const FILE_BYTES_AT_MOST = 10 * 1024 * 1024;
/** All files of one request together; a phone's whole gallery goes in several requests. */
export const UPLOAD_BYTES_AT_MOST = 50 * 1024 * 1024;
/** Every picture is decoded and written anew in three sizes before the answer, which takes longer than other calls. */
export const UPLOAD_TIMEOUT_MS = 30_000;
