/** What a receiver would make of one mail, by SPF, DKIM and DMARC. */
export interface ReceivedMail {
  /** Domain of `From`; null where it is not exactly one. */
  author: string | null;
  subject: string;
  spf: {
    result: 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror' | 'unknown';
    /** Domain that was asked: of the bounce address, or of the greeting. */
    domain: string;
    ip: string;
    /** What decided, or what is wrong. */
    detail: string;
    aligned: boolean;
  };
  dkim: readonly {
    result: 'pass' | 'fail' | 'policy' | 'permerror' | 'temperror';
    domain: string;
    selector: string;
    /** Bits of the key, as far as it was read. */
    bits?: number;
    detail: string;
    aligned: boolean;
  }[];
  dmarc: {
    /** `unknown`: a question of DNS that decides was not answered. */
    result: 'pass' | 'fail' | 'none' | 'unknown';
    /** Name of the record that counts. */
    from: string;
    policy: 'none' | 'quarantine' | 'reject' | '';
    organizational: string;
    detail: string;
  };
}
