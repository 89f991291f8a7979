#!/bin/bash
# allinone-start [SHA256]: fetches and checks the host bundle that Parameter Store names and runs its bin/start; given a
# hash, fails unless that bundle serves. Exit status 75 of bin/start, or a signal, means "try again"; any other failure is
# the bundle's own: it is remembered, and the last good bundle serves.
set -euo pipefail
set -a
# shellcheck source=/dev/null
. /etc/allinone/machine.env
set +a
mkdir -p /opt/allinone/bundles /opt/allinone/failed
cd /opt/allinone
exec 9> lock
flock 9

run() {
  echo "starting bundle $1"
  ln -sfn "bundles/$1" next && mv -T next current || return 75
  bash "bundles/$1/bin/start"
}

named=$(aws ssm get-parameter --name "$PARAMETER_PATH/bundle" --query Parameter.Value --output text)
named=$(python3 -c 'import json, sys; print(*map(json.loads(sys.argv[1]).get, ("bucket", "key", "sha256")))' "$named")
read -r bucket key sha256 <<< "$named"
if (($# > 0)) && [[ $1 != "$sha256" ]]; then
  echo "bundle $1 was asked for, $PARAMETER_PATH/bundle names $sha256" >&2
  exit 1
fi

if [[ ! -d bundles/$sha256 ]]; then
  rm -rf new new.zip
  aws s3 cp --only-show-errors "s3://$bucket/$key" new.zip
  echo "$sha256  new.zip" | sha256sum --check --quiet
  python3 -m zipfile -e new.zip new
  sync -f new
  mv -T new "bundles/$sha256"
  rm new.zip
fi

good=$(cat good 2> /dev/null || true)
status=1
if [[ ! -e failed/$sha256 || -z $good ]]; then
  run "$sha256" && status=0 || status=$?
  if ((status == 75 || status > 127)); then
    exit "$status"
  fi
fi

if ((status == 0)); then
  rm -f "failed/$sha256"
  echo "$sha256" > good
  find bundles -mindepth 1 -maxdepth 1 ! -name "$sha256" -exec rm -rf {} +
elif [[ -z $good || $good == "$sha256" ]]; then
  exit "$status"
else
  touch "failed/$sha256"
  echo "bundle $sha256 failed: the last good one, $good, serves until another is named" >&2
  run "$good"
  exit "$#" # a caller that named the bundle is told
fi
