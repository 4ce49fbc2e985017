import type { EnvUse } from '../../model/evidence/env.ts';

const TEST =
  /(?:^|\/)(?:tests?|__tests?__|specs?|e2e|cypress|playwright|__mocks__|mocks?|fixtures?|testing|test-[\w-]+|[\w-]+-tests?|\.storybook|stories)\/|[._-](?:test|spec|e2e|cy|stories|story|mock|fixture)s?\.[a-z]+$|(?:^|\/)(?:test_\w+|\w+_test|conftest)\.(?:py|go)$|(?:^|\/)(?:playwright|vitest|jest|cypress|setupTests|vitest\.setup|jest\.setup)[\w.-]*\.[a-z]+$/i;
const TOOL =
  /(?:^|\/)(?:scripts?|tools?|\.github|\.husky|\.circleci|hack|infra|infrastructure|terraform|deploy|deployment|docs?|examples?|samples?|demos?|benchmarks?|bench|migrations?|seeds?|seeders?|\.vscode|templates?|archive|archived|legacy|old|backup)\/|(?:^|\/)(?:[\w.-]+\.config\.[a-z]+|Makefile|[Dd]ockerfile[\w.-]*|gulpfile\.\w+|Gruntfile\.\w+|seed\w*\.[a-z]+)$|\.(?:ya?ml|json|toml|sh|bash|prisma|md|mdx)$/;

/** Who reads the variable: the running app, its tests, or a tool that only developers run. */
export const roleOf = (path: string): EnvUse['role'] => {
  if (TEST.test(path)) return 'test';
  return TOOL.test(path) ? 'tool' : 'app';
};
