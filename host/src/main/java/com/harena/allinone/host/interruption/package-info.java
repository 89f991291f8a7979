/** What the instance does with the two minutes that Spot gives it before it is stopped. */
package com.harena.allinone.host.interruption;
