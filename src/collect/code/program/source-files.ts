/** Files of JavaScript and TypeScript that are the repository's own and take part in the running app. */
const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
/**
 * Tests, stories, generated and built files: they are not what is deployed, or not what people wrote. What is served as it is holds no TypeScript, so
 * a folder `public` or `assets` with some is one of the app.
 */
const APART =
  /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|__snapshots__|e2e|cypress|playwright|test|tests|spec|specs|fixtures?|mocks?|stories|storybook|\.storybook|dist|build|out|coverage|vendor|third_party|\.next|\.nuxt|\.output|\.svelte-kit|\.turbo|\.vercel|\.netlify|generated|__generated__)\/|(?:^|\/)(?:public|static|assets)\/.*\.[cm]?jsx?$|\.(?:test|spec|cy|e2e|stories|story|bench|mock|fixture)\.[cm]?[jt]sx?$|\.d\.[cm]?ts$|\.min\.[cm]?js$|\.(?:gen|generated)\.[cm]?[jt]sx?$|(?:^|\/)(?:jest|vitest|playwright|cypress|karma|babel|webpack|rollup|tailwind|postcss|eslint|prettier|commitlint|lint-staged)\.(?:config|setup|global)[\w.-]*\.[cm]?[jt]s$/;

/** `app/tests/route.ts`, `pages/api/test.ts` and `server/api/public/x.ts` are routes of that name and no tests. */
const ROUTED =
  /(?:^|\/)(?:app|pages|routes)\/(?:.+\/)?(?:route|page|\+server|\+(?:page|layout)(?:\.server)?|layout)\.[cm]?[jt]sx?$|(?:^|\/)(?:pages\/api|server\/(?:api|routes|middleware)|src\/pages|app\/routes)\//;
const NEVER =
  /(?:^|\/)(?:node_modules|dist|build|out|coverage|\.next|\.nuxt|\.output|\.svelte-kit|\.vercel|\.netlify|__tests__|__mocks__)\/|\.(?:test|spec|cy|e2e|stories)\.[cm]?[jt]sx?$|\.d\.[cm]?ts$/;

export const isSource = (path: string): boolean =>
  SOURCE.test(path) && !NEVER.test(path) && (!APART.test(path) || ROUTED.test(path));

/** Files of whatever language that take part in the running app. */
export const isOfApp = (path: string): boolean => !NEVER.test(path) && !APART.test(path);
