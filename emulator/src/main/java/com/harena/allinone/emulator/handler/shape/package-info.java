/**
 * CloudFormation's JSON and the SDK's model objects, each made from the other by the model itself.
 */
package com.harena.allinone.emulator.handler.shape;
