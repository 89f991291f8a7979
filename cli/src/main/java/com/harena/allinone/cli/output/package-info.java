/** Results as text and as JSON. */
package com.harena.allinone.cli.output;
