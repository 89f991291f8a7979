/** The Docker engine on the data volume, its images, and the services of the Compose file. */
package com.harena.allinone.host.container;
