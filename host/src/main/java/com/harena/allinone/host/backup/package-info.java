/**
 * Backups of the instance's own stores: taken and proven in a container that exists only meanwhile,
 * kept on the data volume, copied to the bucket by the host, and brought back.
 *
 * <p>A backup is a folder {@code /data/backups/<id>} whose manifest proves it; anything unfinished
 * there has a name that begins with a point.
 */
package com.harena.allinone.host.backup;
