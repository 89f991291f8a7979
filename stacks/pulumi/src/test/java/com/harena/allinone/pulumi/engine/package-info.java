/** The program under the real Pulumi engine, with a provider that records what AWS is asked for. */
package com.harena.allinone.pulumi.engine;
