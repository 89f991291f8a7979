/** What cdk-nag finds in the stack, and whether each exception has a reason and a use. */
package com.harena.allinone.stack.nag;
