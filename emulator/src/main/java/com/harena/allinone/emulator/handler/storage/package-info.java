/** S3 buckets, ECR repositories and KMS keys. */
package com.harena.allinone.emulator.handler.storage;
