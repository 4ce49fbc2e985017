/** Settings that a launch depends on, by the API's ids. */
export const SETTINGS = [
  'ssl',
  'always_use_https',
  'automatic_https_rewrites',
  'min_tls_version',
  'tls_1_3',
  '0rtt',
  'development_mode',
  'security_header',
  'security_level',
  'browser_check',
] as const;

/** Phases whose rules matter, by the API's names. */
export const PHASES = [
  'http_request_firewall_managed',
  'http_request_firewall_custom',
  'http_ratelimit',
  'http_request_dynamic_redirect',
  'http_response_headers_transform',
  'http_request_cache_settings',
] as const;

export type SettingId = (typeof SETTINGS)[number];
export type Phase = (typeof PHASES)[number];
