/** Secret texts, which no log, message or argument list may show. */
package com.harena.allinone.secret;
