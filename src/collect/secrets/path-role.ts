import type { PathRole } from '../../model/evidence/secrets.ts';

const SEGMENT = {
  vendored:
    /^(?:vendor|vendors|third[_-]?party|bower_components|jspm_packages|\.yarn|Pods|site-packages|\.venv|venv)$/i,
  test: /^(?:tests?|__tests__|__mocks__|__fixtures__|specs?|e2e|cypress|playwright|fixtures?|mocks?|testdata|test-data|test[_-](?:data|utils?|helpers?|fixtures?|apps?|suites?|support)|.*[_-]tests?|__snapshots__|cassettes|storybook)$/i,
  doc: /^(?:docs?|documentation|tutorials?|guides?|www-docs|wiki|man|changelogs?)$/i,
  example: /^(?:examples?|samples?|demos?|templates?|boilerplates?|starters?|playground)$/i,
};
const TEST_FILE =
  /(?:[._-](?:test|tests|spec|e2e|cy|mock|mocks|fixture|fixtures|stories)\.[a-z0-9.]+|^(?:test_.*|.*_test|conftest)\.[a-z]+)$/i;
const TEST_CLASS = /[a-z]Tests?\.(?:java|kt|cs|php|scala|swift)$/;
const DOC_FILE =
  /\.(?:md|mdx|markdown|rst|adoc|txt|po|pot)$|^(?:readme|changelog|contributing|license|licence|history|security)/i;
const EXAMPLE_FILE = /[._-](?:example|sample|template|dist|tpl|defaults?|schema)(?:\.[a-z]+)?$/i;
const ENV_FILE = /^(?:\.env(?:[._-].*)?|.*\.env|\.dev\.vars|\.envrc|env\.(?:local|production|development|staging))$/i;
const TEST_ENV = /[._-](?:test|testing|e2e|ci|spec|playwright|cypress)(?:[._-]|$)/i;
const CI_FILE =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/|\.gitlab-ci|\.circleci\/|bitbucket-pipelines|azure-pipelines|\.drone|\.buildkite\/|Jenkinsfile|\.travis)/i;
const LOCK_FILE =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|Cargo\.lock|Gemfile\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|go\.sum|flake\.lock|deno\.lock|mix\.lock|pubspec\.lock|Podfile\.lock|packages\.lock\.json|\.pnp\.c?js)$/i;
const GENERATED_FILE = /\.(?:lock|snap|svg|min\.js|min\.css|tsbuildinfo|wasm\.js)$/i;

/** Published by others for everybody; but bundlers keep what they made of the app itself in `node_modules/.cache` and the like. */
const isPackage = (segment: string, inside: string): boolean =>
  segment === 'node_modules' && (!inside.startsWith('.') || inside === '.pnpm');

/** What kind of place a path is. Env files count as such even when they are examples: a real key in one is a leak. */
export const pathRole = (path: string): PathRole => {
  const segments = path.split(/[/!]/);
  const file = segments.pop() ?? '';
  if (ENV_FILE.test(file))
    return TEST_ENV.test(file) || segments.some((segment) => SEGMENT.test.test(segment)) ? 'test' : 'env';
  if (LOCK_FILE.test(file) || GENERATED_FILE.test(file)) return 'generated';
  if (segments.some((segment, i) => SEGMENT.vendored.test(segment) || isPackage(segment, segments[i + 1] ?? file)))
    return 'vendored';
  if (TEST_FILE.test(file) || TEST_CLASS.test(file) || segments.some((segment) => SEGMENT.test.test(segment)))
    return 'test';
  if (CI_FILE.test(path)) return 'ci';
  if (EXAMPLE_FILE.test(file) || segments.some((segment) => SEGMENT.example.test(segment))) return 'example';
  if (DOC_FILE.test(file) || segments.some((segment) => SEGMENT.doc.test(segment))) return 'doc';
  return 'app';
};

/** Whether `KEY=value` without quotes is an assignment in such a file. */
export const takesBareValues = (path: string): boolean => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return (
    ENV_FILE.test(file) ||
    /\.(?:ya?ml|properties|ini|cfg|conf|toml|sh|bash|zsh|env|tfvars|service|log|txt|out)$|^(?:Dockerfile|Procfile|\.npmrc|\.netrc|\.pypirc|credentials|config)/i.test(
      file,
    )
  );
};

/** Made to be copied and filled in: `.env.example`, `config.sample.json`. */
export const isTemplate = (path: string): boolean => EXAMPLE_FILE.test(path.slice(path.lastIndexOf('/') + 1));

/** Files in which random-looking values are the rule and only providers' own formats say anything. */
export const onlyFormats = (role: PathRole): boolean => role === 'generated' || role === 'vendored';
