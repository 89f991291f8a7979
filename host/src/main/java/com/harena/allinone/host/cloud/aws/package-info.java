/**
 * The ports of {@code cloud} on the AWS SDK. Region, credentials and endpoint come from where the
 * SDK finds them, so an emulator needs no more than {@code AWS_ENDPOINT_URL}.
 */
package com.harena.allinone.host.cloud.aws;
