/**
 * EC2's network, volumes, launch templates, instances and addresses. Each handler speaks to EC2's
 * API alone; what AWS does beyond moto, such as Spot requests, is enforced behind that API, so that
 * every other caller meets it too.
 */
package com.harena.allinone.emulator.handler.ec2;
