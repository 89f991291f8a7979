/** moto's server: its private Python environment and its process. */
package com.harena.allinone.emulator.moto;
