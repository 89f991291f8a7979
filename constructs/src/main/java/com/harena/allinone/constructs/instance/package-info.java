/** The instance, what it may do, and the two guards that clean up behind its Spot request. */
package com.harena.allinone.constructs.instance;
