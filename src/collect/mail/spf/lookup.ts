/** What SPF asks DNS for. `void`: there is no such name, or it has no such records. `error`: nothing could be learnt. */
export type Looked<T> =
  | { found: 'records'; records: readonly T[] }
  | { found: 'void'; isMissing: boolean }
  | { found: 'error' };

export interface SpfDns {
  /** Texts, one character a byte, the strings of a record joined. */
  txt(name: string): Promise<Looked<string>>;
  a(name: string): Promise<Looked<string>>;
  aaaa(name: string): Promise<Looked<string>>;
  /** Names, best first. */
  mx(name: string): Promise<Looked<string>>;
  ptr(name: string): Promise<Looked<string>>;
}
