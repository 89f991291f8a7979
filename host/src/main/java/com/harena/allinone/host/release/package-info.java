/** What the host fetches: the bundle's name, image archives and declared artefacts. */
package com.harena.allinone.host.release;
