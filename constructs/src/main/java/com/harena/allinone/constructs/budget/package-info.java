/** What the deployment may cost. */
package com.harena.allinone.constructs.budget;
