#!/bin/bash
# Runs once, on the first boot: writes one unit that is retried until it succeeds, enables and starts it. All else is in
# the host bundle, so that a change there does not replace the machine.
set -euo pipefail
mkdir -p /etc/allinone
cat > /etc/allinone/machine.env << 'END'
@machine.env@
END
cat > /usr/local/sbin/allinone-start << 'END'
@allinone-start@
END
chmod 755 /usr/local/sbin/allinone-start
cat > /etc/systemd/system/allinone.service << 'END'
@allinone.service@
END
systemctl daemon-reload
systemctl enable allinone.service
systemctl start --no-block allinone.service
