/** Secrets: made once, kept in Parameter Store, handed to containers through a root-only file. */
package com.harena.allinone.host.secret;
