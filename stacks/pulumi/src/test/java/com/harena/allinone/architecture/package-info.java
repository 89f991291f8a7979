/** Holds the modules to the arrows between them, in the compiled classes of the whole checkout. */
package com.harena.allinone.architecture;
