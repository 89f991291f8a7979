/** What the instance runs: the host bundle in the backup bucket, and how a change reaches it. */
package com.harena.allinone.constructs.bundle;
