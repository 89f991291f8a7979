/**
 * CloudFront in memory, with the API that its clients speak: moto holds no VPC origins, no response
 * headers policies, no published functions, and of a distribution only part.
 */
package com.harena.allinone.emulator.cloudfront;
