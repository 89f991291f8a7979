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
asked=$#

# tell STATE STEP BUNDLE MESSAGE: writes boot.json as the boot itself does. STATE "ended" is a failure at whatever step was
# told last, unless that is told already.
tell() {
  python3 - "$@" << 'PY' || echo "the state is not noted" >&2
import datetime, json, os, sys
state, step, bundle, message = sys.argv[1:]
file = "/var/lib/allinone/boot.json"
try:
    before = dict(json.load(open(file)))
except (OSError, TypeError, ValueError):
    before = {}
if state == "ended":
    if before.get("state") == "failed":
        sys.exit()
    state, step = "failed", before.get("step", "")
since = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
if (before.get("state"), before.get("step")) == (state, step):
    since = before.get("since", since)
os.makedirs(os.path.dirname(file), exist_ok=True)
with open(file + ".new", "w") as new:
    json.dump({"state": state, "step": step, "since": since, "bundle": bundle, "message": message}, new)
    new.flush()
    os.fsync(new.fileno())
os.replace(file + ".new", file)
PY
}

# try STEP COMMAND...: when it fails, what it said is the machine's state, unless a caller is told by the exit status.
try() {
  local step=$1
  shift
  "$@" 2> said && return
  cat said >&2
  case $(< said) in
    *TooSkewed* | *InvalidSignature* | *"not yet valid"* | *"has expired"* | *"still expired"*)
      step="clock ($(date --utc +%FT%TZ) by this machine)" ;;
    *[Cc]"onnect"* | *"timeout"* | *"resolve"* | *"Unable to locate credentials"*) step="network" ;;
  esac
  ((asked > 0)) || tell failed "$step" "" "$(tail -n 1 said)"
  exit 1
}

run() {
  local status=0
  echo "starting bundle $1"
  ln -sfn "bundles/$1" next && mv -T next current || return 75
  tell booting "packages" "$1" ""
  bash "bundles/$1/bin/start" || status=$?
  ((status == 0)) || tell ended "" "$1" "bin/start ended with exit status $status: see journalctl -u allinone"
  return "$status"
}

((asked > 0)) || tell booting "host bundle" "" ""
named=$(try "parameter $PARAMETER_PATH/bundle" aws ssm get-parameter --name "$PARAMETER_PATH/bundle" \
  --query Parameter.Value --output text --cli-connect-timeout 10)
named=$(try "parameter $PARAMETER_PATH/bundle" \
  python3 -c 'import json, sys; print(*map(json.loads(sys.argv[1]).__getitem__, ("bucket", "key", "sha256")))' "$named")
read -r bucket key sha256 <<< "$named"
if ((asked > 0)) && [[ $1 != "$sha256" ]]; then
  echo "bundle $1 was asked for, $PARAMETER_PATH/bundle names $sha256" >&2
  exit 1
fi

if [[ ! -d bundles/$sha256 ]]; then
  rm -rf new new.zip
  try "fetching the bundle" aws s3 cp --only-show-errors "s3://$bucket/$key" new.zip
  echo "$sha256  new.zip" > sum
  try "hash of the bundle" sha256sum --check --quiet sum
  try "unpacking the bundle" python3 -m zipfile -e new.zip new
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
  [[ -e failed/$sha256 ]] || cp /var/lib/allinone/boot.json "failed/$sha256" || touch "failed/$sha256"
  echo "bundle $sha256 failed: the last good one, $good, serves until another is named" >&2
  run "$good"
  exit "$asked" # a caller that named the bundle is told
fi
