/**
 * The front: one loopback port where CloudFormation is this project's engine and every other
 * service is moto's, call by call recorded and open to interceptors.
 */
package com.harena.allinone.emulator.server;
