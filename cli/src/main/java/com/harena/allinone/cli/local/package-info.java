/**
 * The local AWS as the command line sees it: a process of its own and the file that tells of it.
 */
package com.harena.allinone.cli.local;
