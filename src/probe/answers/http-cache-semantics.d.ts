declare module 'http-cache-semantics' {
  interface Message {
    headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  }
  export default class CachePolicy {
    constructor(
      request: Message & { method: string; url: string },
      response: Message & { status: number },
      options?: { shared?: boolean },
    );
    storable(): boolean;
    /** Milliseconds. */
    timeToLive(): number;
  }
}
