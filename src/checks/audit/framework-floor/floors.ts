import type { FrameworkPart } from '../../../model/evidence/deps.ts';
import type { Severity } from '../../../model/severity.ts';
import type { Interval } from './versions.ts';

/** A published hole in something that apps are built on: let in without leave, code run, data read. */
export interface Floor {
  name: string;
  /** Of the CVE list or the GitHub Advisory Database. */
  advisory: string;
  /** Month of its publication. */
  published: string;
  affected: readonly Interval[];
  what: string;
  /** Part of the framework without which the hole is not there. */
  only?: FrameworkPart;
  severity: Severity;
}

/** Last month whose advisories were looked through. */
export const FLOORS_UNTIL = '2026-01';

/**
 * Ranges as the advisories have them. Left out: what only slows the app down unless one request ends it, what only developers' machines are open to,
 * and what a scanner of all dependencies is for.
 */
export const FLOORS: readonly Floor[] = [
  {
    name: 'next',
    advisory: 'CVE-2025-55182 (GHSA-9qr9-h5gf-34mp)',
    published: '2025-12',
    affected: [
      ['14.3.0-canary.77', '15.0.5'],
      ['15.1.0', '15.1.9'],
      ['15.2.0', '15.2.6'],
      ['15.3.0', '15.3.6'],
      ['15.4.0', '15.4.8'],
      ['15.5.0', '15.5.7'],
      ['16.0.0', '16.0.7'],
    ],
    what: 'One request to any page of the app router runs code on the server, without an account (React2Shell)',
    only: 'app-router',
    severity: 'blocker',
  },
  {
    name: 'next',
    advisory: 'CVE-2025-29927 (GHSA-f82v-jwr5-mffw)',
    published: '2025-03',
    affected: [
      ['11.1.4', '12.3.5'],
      ['13.0.0', '13.5.9'],
      ['14.0.0', '14.2.25'],
      ['15.0.0', '15.2.3'],
    ],
    what: 'A header, x-middleware-subrequest, skips the middleware and every check in it, unless the host takes that header out',
    only: 'middleware',
    severity: 'high',
  },
  {
    name: 'next',
    advisory: 'CVE-2024-51479 (GHSA-7gfc-8cq8-jh5f)',
    published: '2024-12',
    affected: [['9.5.5', '14.2.15']],
    what: 'A middleware that decides by the path can be passed for pages right below the root',
    only: 'middleware',
    severity: 'high',
  },
  {
    name: 'next',
    advisory: 'CVE-2024-34351 (GHSA-fr5h-rqp8-mj6g)',
    published: '2024-05',
    affected: [['13.4.0', '14.1.1']],
    what: 'The Host header makes a server action fetch an address of the caller’s choice',
    only: 'app-router',
    severity: 'high',
  },
  {
    name: 'next',
    advisory: 'CVE-2024-46982 (GHSA-gp8f-8m3g-qvj9)',
    published: '2024-09',
    affected: [
      ['13.5.1', '13.5.7'],
      ['14.0.0', '14.2.10'],
    ],
    what: 'A request puts a page rendered for one person into the cache for all (pages router)',
    severity: 'high',
  },
  ...(['react-server-dom-webpack', 'react-server-dom-turbopack', 'react-server-dom-parcel'] as const).map(
    (name): Floor => ({
      name,
      advisory: 'CVE-2025-55182 (GHSA-fv66-9v8q-g76r)',
      published: '2025-12',
      affected: [
        ['19.0.0', '19.0.1'],
        ['19.1.0', '19.1.2'],
        ['19.2.0', '19.2.1'],
      ],
      what: 'One request runs code on the server, without an account (React2Shell)',
      severity: 'blocker',
    }),
  ),
  {
    name: 'better-auth',
    advisory: 'CVE-2025-61928 (GHSA-99h5-pjcv-gr6v)',
    published: '2025-10',
    affected: [['0.0.0', '1.3.26']],
    what: 'With the API-key plugin anybody makes a key for any user',
    severity: 'high',
  },
  {
    name: 'next-auth',
    advisory: 'CVE-2022-35924 (GHSA-xv97-c62v-4587)',
    published: '2022-08',
    affected: [
      ['0.0.0', '3.29.10'],
      ['4.0.0', '4.10.3'],
    ],
    what: 'With sign-in by mail the link to somebody’s account goes to an address of the caller’s too',
    severity: 'high',
  },
  {
    name: 'next-auth',
    advisory: 'CVE-2023-27490 (GHSA-7r7x-4c4q-c4qf)',
    published: '2023-03',
    affected: [['0.0.0', '4.20.1']],
    what: 'The OAuth checks of state, PKCE and nonce can be left out, and a victim’s account be entered by a link',
    severity: 'high',
  },
  {
    name: '@clerk/nextjs',
    advisory: 'CVE-2024-22206 (GHSA-q6w5-jg5q-47vg)',
    published: '2024-01',
    affected: [['4.7.0', '4.29.3']],
    what: 'auth() and getAuth() can be made to say that somebody else asks',
    severity: 'high',
  },
  {
    name: '@sveltejs/kit',
    advisory: 'CVE-2023-29008 (GHSA-gv7g-x59x-wf8f)',
    published: '2023-04',
    affected: [['0.0.0', '1.15.2']],
    what: 'Another site can send forms in a visitor’s name: the protection against it is passed',
    severity: 'high',
  },
  {
    name: 'nuxt',
    advisory: 'CVE-2025-27415 (GHSA-jvhm-gjrh-3h93)',
    published: '2025-03',
    affected: [['3.0.0', '3.16.0']],
    what: 'One request makes a CDN keep a page’s data instead of the page, for everybody',
    severity: 'high',
  },
  {
    name: 'react-router',
    advisory: 'CVE-2025-43865 (GHSA-cpj6-fhp6-mr6j)',
    published: '2025-04',
    affected: [['7.0.0', '7.5.2']],
    what: 'In framework mode a header replaces the data that a page is rendered with, and a cache keeps it for all',
    severity: 'high',
  },
  ...(['@react-router/node', '@remix-run/node', '@remix-run/deno'] as const).map((name): Floor => ({
    name,
    advisory: 'CVE-2025-61686 (GHSA-9583-h5hc-x8cw)',
    published: '2026-01',
    affected: [name === '@react-router/node' ? ['7.0.0', '7.9.4'] : ['0.0.0', '2.17.2']],
    what: 'With sessions kept in files and a cookie that is not signed, callers read and write files of the server',
    severity: 'high',
  })),
  ...(['@react-router/express', '@remix-run/express'] as const).map((name): Floor => ({
    name,
    advisory: 'CVE-2025-31137 (GHSA-4q56-crqp-v477)',
    published: '2025-04',
    affected: [name === '@react-router/express' ? ['7.0.0', '7.4.1'] : ['2.11.1', '2.16.3']],
    what: 'The Host header changes the path that is asked for, past checks of paths and into caches',
    severity: 'high',
  })),
  {
    name: 'express',
    advisory: 'CVE-2022-24999',
    published: '2022-11',
    affected: [['0.0.0', '4.17.3']],
    what: 'One address with __proto__ in its query makes a process hang, without an account',
    severity: 'high',
  },
  {
    name: 'express',
    advisory: 'CVE-2024-29041 (GHSA-rv95-896h-c2vc)',
    published: '2024-03',
    affected: [
      ['0.0.0', '4.19.2'],
      ['5.0.0-alpha.1', '5.0.0-beta.3'],
    ],
    what: 'A list of allowed redirects can be passed by an address that is not well formed',
    severity: 'medium',
  },
  {
    name: 'fastify',
    advisory: 'CVE-2025-32442 (GHSA-mg2h-6x62-wpwc)',
    published: '2025-04',
    affected: [
      ['4.29.0', '4.29.1'],
      ['5.0.0', '5.3.2'],
    ],
    what: 'A content type written another way passes schemas that are given by content type',
    severity: 'high',
  },
  {
    name: 'fastify',
    advisory: 'CVE-2022-39288 (GHSA-455w-c45v-86rg)',
    published: '2022-10',
    affected: [['4.0.0', '4.8.1']],
    what: 'One request with a strange content type ends the process',
    severity: 'high',
  },
  {
    name: 'hono',
    advisory: 'CVE-2025-62610 (GHSA-m732-5p4w-x69g)',
    published: '2025-10',
    affected: [['1.1.0', '4.10.2']],
    what: 'The JWT middleware lets in tokens that were made for another service',
    severity: 'high',
  },
  {
    name: 'hono',
    advisory: 'CVE-2026-22817',
    published: '2026-01',
    affected: [['0.0.0', '4.11.4']],
    what: 'The JWT middleware lets a token choose how it is checked, and so lets in made-up ones',
    severity: 'high',
  },
  {
    name: 'jsonwebtoken',
    advisory: 'CVE-2015-9235 (GHSA-c7hr-j4mj-j2w6)',
    published: '2018-10',
    affected: [['0.0.0', '4.2.2']],
    what: 'Anybody signs tokens with the public key',
    severity: 'high',
  },
  {
    name: 'jsonwebtoken',
    advisory: 'CVE-2022-23540 (GHSA-qwph-4952-7xr6)',
    published: '2022-12',
    affected: [['0.0.0', '9.0.0']],
    what: 'Without a secret and without a list of algorithms a token with no signature is let in',
    severity: 'medium',
  },
  {
    name: 'express-jwt',
    advisory: 'CVE-2020-15084 (GHSA-6g6m-m6h5-w9gf)',
    published: '2020-06',
    affected: [['0.0.0', '6.0.0']],
    what: 'Without a list of algorithms callers choose how their tokens are checked',
    severity: 'high',
  },
  {
    name: 'passport',
    advisory: 'CVE-2022-25896 (GHSA-v923-w3x8-wh69)',
    published: '2022-07',
    affected: [['0.0.0', '0.6.0']],
    what: 'A session from before the log-in goes on after it, so that who planted it is logged in too',
    severity: 'medium',
  },
  {
    name: 'passport-saml',
    advisory: 'CVE-2022-39299 (GHSA-m974-647v-whv7)',
    published: '2022-10',
    affected: [['0.0.0', '3.2.2']],
    what: 'A changed SAML answer passes as signed: log-in as anybody',
    severity: 'high',
  },
  {
    name: 'samlify',
    advisory: 'CVE-2025-47949 (GHSA-r683-v43c-6xqv)',
    published: '2025-05',
    affected: [['0.0.0', '2.10.0']],
    what: 'A changed SAML answer passes as signed: log-in as anybody',
    severity: 'high',
  },
  {
    name: 'xml-crypto',
    advisory: 'CVE-2025-29774 (GHSA-9p8x-f768-wp2g)',
    published: '2025-03',
    affected: [
      ['0.0.0', '2.1.6'],
      ['3.0.0', '3.2.1'],
      ['4.0.0', '6.0.1'],
    ],
    what: 'A changed document passes as signed',
    severity: 'high',
  },
  {
    name: 'multer',
    advisory: 'CVE-2025-7338 (GHSA-fjgf-rc76-4x9p)',
    published: '2025-07',
    affected: [['1.4.4-lts.1', '2.0.2']],
    what: 'One upload that is not well formed ends the process',
    severity: 'high',
  },
  {
    name: 'sharp',
    advisory: 'CVE-2023-4863 (GHSA-54xq-cgqr-rpm3)',
    published: '2023-09',
    affected: [['0.0.0', '0.32.6']],
    what: 'A made-up WebP image writes past a buffer of the server',
    severity: 'high',
  },
  {
    name: 'mysql2',
    advisory: 'CVE-2024-21508 (GHSA-fpw7-j2hg-69v5)',
    published: '2024-04',
    affected: [['0.0.0', '3.9.4']],
    what: 'Options of a query that come from callers run code',
    severity: 'high',
  },
  {
    name: 'sequelize',
    advisory: 'CVE-2023-25813 (GHSA-wrh9-cjv3-2hpw)',
    published: '2023-02',
    affected: [['0.0.0', '6.19.1']],
    what: 'Replacements beside a where let SQL in',
    severity: 'high',
  },
  {
    name: 'mongoose',
    advisory: 'CVE-2025-23061 (GHSA-vg7j-7cwx-8wgw)',
    published: '2025-01',
    affected: [
      ['0.0.0', '6.13.6'],
      ['7.0.0', '7.8.4'],
      ['8.0.0', '8.9.5'],
    ],
    what: 'A match of populate() that comes from callers runs code in the database',
    severity: 'medium',
  },
  {
    name: '@strapi/strapi',
    advisory: 'CVE-2023-22893',
    published: '2023-04',
    affected: [['0.0.0', '4.5.6']],
    what: 'Log-in by AWS Cognito takes tokens that nobody signed; templates of mails run code (CVE-2023-22621)',
    severity: 'high',
  },
  {
    name: 'ejs',
    advisory: 'CVE-2022-29078 (GHSA-phwq-j96m-2c2q)',
    published: '2022-04',
    affected: [['0.0.0', '3.1.7']],
    what: 'A page rendered with the whole query or body runs code of the caller’s',
    severity: 'medium',
  },
  {
    name: 'vm2',
    advisory: 'CVE-2023-37903 (GHSA-g644-9gfx-q4q4)',
    published: '2023-07',
    affected: [['0.0.0', '3.9.20']],
    what: 'Code in the sandbox gets out of it',
    severity: 'high',
  },
];
