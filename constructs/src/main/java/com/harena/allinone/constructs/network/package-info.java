/** The network: one VPC with one public subnet, and nobody comes in. */
package com.harena.allinone.constructs.network;
