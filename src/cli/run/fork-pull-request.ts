import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether this runs in CI for a change that somebody outside the repository wrote. In doubt about a pull request, yes. */
export const inForkPullRequest = (env: Environment): boolean => {
  if (/^pull_request/.test(env['GITHUB_EVENT_NAME'] ?? '')) return !sameGitHubRepository(env['GITHUB_EVENT_PATH']);
  const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'];
  if (source !== undefined) return source !== env['CI_MERGE_REQUEST_PROJECT_ID'];
  if (env['SYSTEM_PULLREQUEST_ISFORK'] !== undefined) return env['SYSTEM_PULLREQUEST_ISFORK'].toLowerCase() === 'true';
  return env['CIRCLE_PR_REPONAME'] !== undefined;
};

const sameGitHubRepository = (path: string | undefined): boolean => {
  try {
    const event = JSON.parse(readFileSync(path ?? '', 'utf8')) as {
      pull_request?: { head?: { repo?: { full_name?: string } }; base?: { repo?: { full_name?: string } } };
    };
    const head = event.pull_request?.head?.repo?.full_name;
    return head !== undefined && head === event.pull_request?.base?.repo?.full_name;
  } catch {
    return false;
  }
};
