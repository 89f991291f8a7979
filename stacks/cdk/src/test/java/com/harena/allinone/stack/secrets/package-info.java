/** Looks for secrets in texts that anybody may read: the template, user data, the host bundle. */
package com.harena.allinone.stack.secrets;
