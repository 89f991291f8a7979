/** CloudFront's resource types. */
package com.harena.allinone.emulator.handler.edge;
