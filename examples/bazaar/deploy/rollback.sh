#!/usr/bin/env bash
# Goes back to the release before, in seconds: no build, no migration. See ROLLBACK.md.
set -euo pipefail
host=${DEPLOY_HOST:?}
ssh -o BatchMode=yes "deploy@$host" 'cd /srv/bazaar && test -e previous &&
  ln -sfn "$(readlink previous)" current && sudo systemctl restart bazaar && readlink current'
