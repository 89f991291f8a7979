/**
 * The machines behind the instances: each boots, in this process, the project's own host code with
 * the bundle that its deployment names, against the local AWS and with its role's credentials. Its
 * programs, files and disks are pictures; its calls of AWS and the signal to its stack are real.
 */
package com.harena.allinone.emulator.machine;
