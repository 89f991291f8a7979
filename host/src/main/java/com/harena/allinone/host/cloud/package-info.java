/**
 * What the host asks of AWS, as small ports by role. The adapters are in {@code cloud.aws}; the
 * emulator and the tests run the same attach and owner code against their own.
 */
package com.harena.allinone.host.cloud;
