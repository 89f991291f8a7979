/**
 * The instance as data: how it is launched, what its role may do, the names it reads and writes,
 * and the suffix that tells one instance's resources from the next one's.
 */
package com.harena.allinone.machine;
