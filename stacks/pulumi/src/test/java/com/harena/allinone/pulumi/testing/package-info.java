/** What the program registers, recorded without an engine. */
package com.harena.allinone.pulumi.testing;
