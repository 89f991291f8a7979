/** What is known of stacks, and the files that outlive the process. */
package com.harena.allinone.emulator.state;
