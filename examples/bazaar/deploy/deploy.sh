#!/usr/bin/env bash
# Ships one release and goes back to the one before when it does not answer well.
#   bash deploy/deploy.sh <commit>
# On the host, /srv/bazaar/releases holds the releases, `current` and `previous` point to two of them, and the environment
# stands in /etc/bazaar.env, which no release brings along.
set -euo pipefail
release=${1:?name the commit to ship}
host=${DEPLOY_HOST:?}
origin=${APP_ORIGIN:?}
key=$(mktemp)
trap 'rm -f "$key"' EXIT
printf '%s\n' "${DEPLOY_KEY:?}" >"$key"
on_host() { ssh -i "$key" -o BatchMode=yes "deploy@$host" "$@"; }

git archive --format=tar "$release" | on_host "mkdir -p /srv/bazaar/releases/$release && tar -x -C /srv/bazaar/releases/$release"
on_host "cd /srv/bazaar/releases/$release && npm ci && npm run build && npm prune --omit=dev"

# Migrations only add: the release before still runs on the new schema. A backup is taken all the same.
on_host "set -a && . /etc/bazaar.env && set +a && cd /srv/bazaar/releases/$release &&
  pg_dump --format=custom --file=/srv/bazaar/backups/before-$release.dump \"\$DATABASE_URL\" && npm run migrate"

on_host "cd /srv/bazaar && ln -sfn \"\$(readlink current || true)\" previous && ln -sfn releases/$release current &&
  sudo systemctl restart bazaar"

if ! bash "$(dirname "$0")/smoke.sh" "$origin" "$release"; then
  echo "The new release does not answer as it should; going back." >&2
  bash "$(dirname "$0")/rollback.sh"
  exit 1
fi
echo "Release $release is live on $origin."
