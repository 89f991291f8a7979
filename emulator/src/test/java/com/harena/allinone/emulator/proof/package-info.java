/** The proof that the project's stack deploys: with the CDK's own command line, and read back. */
package com.harena.allinone.emulator.proof;
