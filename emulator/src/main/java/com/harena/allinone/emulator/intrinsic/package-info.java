/** Intrinsic functions, dynamic references and where a value comes from. */
package com.harena.allinone.emulator.intrinsic;
