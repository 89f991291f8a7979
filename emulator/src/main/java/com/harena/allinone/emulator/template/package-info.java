/** Templates as text and as parsed, with everything refused that the engine does not know. */
package com.harena.allinone.emulator.template;
